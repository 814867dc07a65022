#include "bank/json.h"

#include "bank/check.h"
#include "bank/key_json.h"
#include "text/unicode.h"

namespace thi::bank {
namespace {

core::Code code_of(text::Kind kind) {
    switch (kind) {
    case text::Kind::syntax:
    case text::Kind::encoding:
        return core::Code::bad_json;
    case text::Kind::limit:
        return core::Code::too_large;
    default:
        return core::Code::invalid_field;
    }
}

core::FieldFault field_fault(const text::Mistake& mistake) {
    core::FieldFault fault;
    fault.pointer = mistake.pointer;
    if (mistake.line > 0) fault.line = mistake.line;
    fault.code = code_of(mistake.kind);
    fault.detail = {mistake.detail.vi, mistake.detail.en};
    return fault;
}

core::Fault refusal(const text::Mistake& mistake) {
    core::Fault fault;
    fault.code = code_of(mistake.kind);
    fault.errors.push_back(field_fault(mistake));
    for (const auto& other : mistake.others)
        fault.errors.push_back(field_fault(other));
    const auto count = std::to_string(fault.errors.size());
    fault.detail = {"Ngân hàng câu hỏi có " + count + " lỗi.",
                    "The question bank has " + count + " mistake(s)."};
    return fault;
}

constexpr text::Limits limits{
    .bytes_max = bank_bytes_max, .depth_max = 16, .members_max = items_max};
constexpr int indent = 2;
constexpr std::size_t line_max = 100; // A value that fits here stays on one line.

void write_lines(const boost::json::value& value, std::size_t margin, std::string& out);

template <class Rows, class Row>
void write_block(char open, char close, const Rows& rows, std::size_t margin, std::string& out,
                 const Row& row) {
    out += open;
    bool first = true;
    for (const auto& each : rows) {
        out += first ? "\n" : ",\n";
        out.append(margin + indent, ' ');
        row(each);
        first = false;
    }
    out += '\n';
    out.append(margin, ' ');
    out += close;
}

// Plain JSON on one line, members in the order of the struct. Depth is limited by the format.
std::string one_line(const boost::json::value& value) {
    std::string out;
    const char* between = "";
    if (const auto* const object = value.if_object()) {
        for (const auto& member : *object) {
            out += between + text::canonical(std::string_view{member.key()}) + ": ";
            out += one_line(member.value());
            between = ", ";
        }
        return "{" + out + "}";
    }
    if (const auto* const array = value.if_array()) {
        for (const auto& element : *array) {
            out += between + one_line(element);
            between = ", ";
        }
        return "[" + out + "]";
    }
    return text::canonical(value);
}

void write_lines(const boost::json::value& value, std::size_t margin, std::string& out) {
    const auto line = one_line(value);
    const auto* const object = value.if_object();
    const auto* const array = value.if_array();
    const bool plain = object == nullptr && array == nullptr;
    if (plain || margin + text::length(line) <= line_max) {
        out += line;
    } else if (object != nullptr) {
        write_block('{', '}', *object, margin, out, [&](const auto& member) {
            out += text::canonical(std::string_view{member.key()}) + ": ";
            write_lines(member.value(), margin + indent, out);
        });
    } else {
        write_block('[', ']', *array, margin, out,
                    [&](const auto& element) { write_lines(element, margin + indent, out); });
    }
}

} // namespace

core::Result<Bank> read(std::string_view json) {
    const auto parsed = text::parse_with_lines(json, limits);
    if (!parsed) return refusal(parsed.error());
    auto bank = text::from_json<Bank>(parsed->value);
    if (!bank) return refusal(parsed->lines.placed(bank.error()));
    const auto found = check(*bank);
    if (!found.clean()) return refusal(parsed->lines.placed(found.mistake()));
    return *std::move(bank);
}

std::string write(const Bank& bank) {
    return text::to_text(bank);
}

std::string write_readable(const Bank& bank) {
    std::string out;
    write_lines(text::to_json(bank), 0, out);
    return out + "\n";
}

} // namespace thi::bank
