#include "http/reply.h"

#include "crypto/hash.h"
#include "http/ascii.h"
#include "http/status.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace thi::http {
namespace {

namespace json = boost::json;

constexpr unsigned int retry_after_default_s = 2;
constexpr std::size_t etag_digest_bytes = 16;

json::object sentence(const core::Sentence& sentence) {
    return {{"vi", sentence.vi}, {"en", sentence.en}};
}

std::string code_name(core::Code code) {
    return std::string{boost::describe::enum_to_string(code, "")};
}

json::object problem_head(std::string_view code, std::string_view title, int status) {
    return {{"type", "urn:thituyen:problem:" + std::string{code}},
            {"title", title},
            {"status", status},
            {"code", code}};
}

json::value field_fault(const core::FieldFault& fault) {
    json::object row{{"pointer", fault.pointer},
                     {"code", code_name(fault.code)},
                     {"detail", sentence(fault.detail)}};
    if (fault.line) row["line"] = *fault.line;
    return row;
}

} // namespace

Reply Reply::json(int status, std::string body) {
    Reply reply;
    reply.status = status;
    reply.type = json_type;
    reply.body = std::move(body);
    return reply;
}

Reply Reply::no_content() {
    Reply reply;
    reply.status = 204;
    return reply;
}

Reply Reply::bytes(std::string_view type, std::string body) {
    Reply reply;
    reply.type = type;
    reply.body = std::move(body);
    return reply;
}

Reply Reply::printed_page(std::string html) {
    auto reply = bytes("text/html; charset=utf-8", std::move(html));
    reply.printed = true;
    return reply;
}

Reply Reply::stream(std::shared_ptr<EventStream> events) {
    Reply reply;
    reply.type = "text/event-stream";
    reply.events = std::move(events);
    return reply;
}

Reply Reply::problem(const core::Fault& fault) {
    const int status = status_of(fault.code);
    auto problem = problem_head(code_name(fault.code), title_of(fault.code), status);
    problem["detail"] = sentence(fault.detail);
    if (!fault.errors.empty()) {
        json::array errors;
        for (const auto& error : fault.errors)
            errors.push_back(field_fault(error));
        problem["errors"] = std::move(errors);
    }
    auto reply = json(status, text::canonical(problem));
    reply.type = problem_type;
    if (fault.code == core::Code::busy || fault.code == core::Code::rate_limited)
        reply.retry_after_s = retry_after_default_s;
    return reply;
}

Reply Reply::broken(std::string_view id) {
    auto problem = problem_head("internal", "Lỗi của máy chủ (server error)", 500);
    const std::string shown{id};
    problem["id"] = shown;
    problem["detail"] = sentence({"Máy chủ gặp lỗi. Anh/chị vui lòng thử lại; nếu vẫn lỗi, xin báo "
                                  "mã " +
                                      shown + " cho người quản trị.",
                                  "The server failed. Please try again; if it persists, report the "
                                  "id " +
                                      shown + " to the administrator."});
    auto reply = json(500, text::canonical(problem));
    reply.type = problem_type;
    return reply;
}

std::string etag_of(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto digest = crypto::sha256(bytes);
    std::string etag = "\"";
    for (std::size_t i = 0; i < etag_digest_bytes; ++i) {
        etag.push_back(digits[digest.bytes[i] >> 4]);
        etag.push_back(digits[digest.bytes[i] & 15]);
    }
    return etag + "\"";
}

bool etag_matches(std::string_view field, std::string_view etag) {
    if (etag.empty()) return false;
    while (!field.empty()) {
        const auto comma = field.find(',');
        auto element = trim_blanks(field.substr(0, comma));
        field = comma == std::string_view::npos ? std::string_view{} : field.substr(comma + 1);
        if (element.starts_with("W/")) element.remove_prefix(2);
        if (element == "*" || element == etag) return true;
    }
    return false;
}

} // namespace thi::http
