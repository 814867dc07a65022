#include "http/exchange.h"

#include "http/ascii.h"

namespace thi::http {
namespace {

core::Code code_of(text::Kind kind) {
    switch (kind) {
    case text::Kind::syntax:
    case text::Kind::encoding:
    case text::Kind::duplicate:
        return core::Code::bad_json;
    case text::Kind::limit:
        return core::Code::too_large;
    case text::Kind::missing:
    case text::Kind::unknown:
    case text::Kind::type:
    case text::Kind::range:
    case text::Kind::format:
        return core::Code::invalid_field;
    }
    return core::Code::invalid_field;
}

core::FieldFault field_fault(const text::Mistake& mistake) {
    core::FieldFault fault{mistake.pointer,
                           std::nullopt,
                           code_of(mistake.kind),
                           {mistake.detail.vi, mistake.detail.en}};
    if (mistake.line > 0) fault.line = mistake.line;
    return fault;
}

} // namespace

core::Fault fault_of(const text::Mistake& mistake) {
    core::Fault fault{code_of(mistake.kind), {mistake.detail.vi, mistake.detail.en}, {}};
    fault.errors.push_back(field_fault(mistake));
    for (const auto& other : mistake.others)
        fault.errors.push_back(field_fault(other));
    return fault;
}

std::optional<std::string_view> Exchange::query(std::string_view name) const {
    for (const auto& [known, value] : query_)
        if (known == name) return value;
    return std::nullopt;
}

std::optional<core::Fault> Exchange::refuse_content_type() const {
    const auto type = header("content-type");
    const bool json = equal_ignoring_case(type, "application/json") ||
                      equal_ignoring_case(type, "application/json; charset=utf-8") ||
                      equal_ignoring_case(type, "application/json;charset=utf-8");
    const auto coding = header("content-encoding");
    if (json && (coding.empty() || equal_ignoring_case(coding, "identity"))) return std::nullopt;
    return core::Fault{core::Code::unsupported_type,
                       {"Nội dung phải là application/json, không nén.",
                        "The body must be application/json, not compressed."},
                       {}};
}

} // namespace thi::http
