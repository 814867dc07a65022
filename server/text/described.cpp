#include "text/described.h"

#include "text/base64.h"

namespace thi::text {

namespace json = boost::json;

json::value write_struct(const void* object, std::span<const Member> members) {
    json::object out;
    out.reserve(members.size());
    for (const auto& member : members)
        if (member.present == nullptr || member.present(object))
            out.emplace(member.name, member.write(object));
    return out;
}

namespace {

bool names_member(std::span<const Member> members, std::string_view name) {
    return std::any_of(members.begin(), members.end(),
                       [name](const Member& member) { return member.name == name; });
}

void refuse_unknown(const json::object& object, std::span<const Member> members, Reading& reading) {
    for (const auto& member : object) {
        if (names_member(members, member.key())) continue;
        reading.enter(std::string_view{member.key()});
        reading.refuse(Kind::unknown, "Không có thành phần nào mang tên này.",
                       "There is no member of this name.");
        reading.leave();
    }
}

} // namespace

void read_struct(void* object, std::span<const Member> members, const json::value& from,
                 Reading& reading) {
    const auto* const source = read_object(from, reading);
    if (source == nullptr) return;
    std::size_t found = 0;
    for (const auto& member : members) {
        const auto* const value = source->if_contains(member.name);
        if (value == nullptr && member.may_be_absent) continue;
        reading.enter(member.name);
        if (value != nullptr) {
            ++found;
            member.read(object, *value, reading);
        } else {
            reading.refuse(Kind::missing, "Thiếu thành phần này.", "This member is missing.");
        }
        reading.leave();
    }
    if (found < source->size()) refuse_unknown(*source, members, reading);
}

std::optional<bool> read_bool(const json::value& from, Reading& reading) {
    if (const auto* const truth = from.if_bool()) return *truth;
    reading.expected("true hoặc false", "true or false");
    return std::nullopt;
}

std::optional<std::int64_t> read_integer(const json::value& from, std::int64_t least,
                                         std::int64_t most, Reading& reading) {
    std::optional<std::int64_t> number;
    if (const auto* const signed_number = from.if_int64())
        number = *signed_number;
    else if (const auto* const large = from.if_uint64();
             large != nullptr && *large <= static_cast<std::uint64_t>(integer_max))
        number = static_cast<std::int64_t>(*large);
    if (!number) {
        reading.expected("số nguyên", "an integer");
        return std::nullopt;
    }
    if (*number >= least && *number <= most) return number;
    const auto bounds = std::to_string(least) + " … " + std::to_string(most);
    reading.refuse(Kind::range, "Số nằm ngoài khoảng " + bounds + ".",
                   "The number is outside of " + bounds + ".");
    return std::nullopt;
}

std::optional<std::string_view> read_string(const json::value& from, Reading& reading) {
    if (const auto* const text = from.if_string()) return std::string_view{*text};
    reading.expected("chuỗi ký tự", "a string");
    return std::nullopt;
}

const json::array* read_array(const json::value& from, Reading& reading) {
    const auto* const array = from.if_array();
    if (array == nullptr) reading.expected("danh sách", "an array");
    return array;
}

const json::object* read_object(const json::value& from, Reading& reading) {
    const auto* const object = from.if_object();
    if (object == nullptr) reading.expected("đối tượng JSON", "an object");
    return object;
}

std::int64_t read_name(const json::value& from, std::span<const Name> names, Reading& reading) {
    const auto first = names.empty() ? 0 : names.front().value;
    const auto text = read_string(from, reading);
    if (!text) return first;
    if (const auto value = value_of(names, *text)) return *value;
    std::string list;
    for (const auto& name : names) {
        if (!list.empty()) list += ", ";
        list += name.text;
    }
    reading.refuse(Kind::format, "Phải là một trong: " + list + ".",
                   "Must be one of: " + list + ".");
    return first;
}

std::string read_bytes(const json::value& from, std::size_t size, Reading& reading) {
    const auto text = read_string(from, reading);
    if (!text) return {};
    auto bytes = decode_base64(*text);
    if (bytes && bytes->size() == size) return *std::move(bytes);
    const auto count = std::to_string(size);
    reading.refuse(Kind::format, "Phải là base64 của đúng " + count + " byte.",
                   "Must be base64 of exactly " + count + " bytes.");
    return {};
}

json::value write_bytes(std::string_view bytes) {
    return json::value(json::string(encode_base64(bytes)));
}

json::value write_name(std::span<const Name> names, std::int64_t value) {
    const auto text = text_of(names, value);
    if (text.empty()) throw_unwritable("an enumerator without a name");
    return json::value(json::string(text));
}

std::optional<Shape> shape_of(const json::value& from) {
    if (from.is_null()) return Shape::null;
    if (from.is_array()) return Shape::array;
    if (from.is_string()) return Shape::string;
    if (from.is_object()) return Shape::object;
    return std::nullopt;
}

void refuse_shape(Reading& reading) {
    reading.refuse(Kind::type, "Giá trị thuộc kiểu không được nhận ở đây.",
                   "A value of this type is not taken here.");
}

std::optional<SourcedForm> read_sourced(const json::value& from, Reading& reading) {
    const auto* const object = read_object(from, reading);
    if (object == nullptr) return std::nullopt;
    if (object->size() == 2 && object->contains("value") && object->contains("source"))
        return SourcedForm::value;
    if (object->size() == 1 && object->contains("waived")) return SourcedForm::waived;
    if (const auto* const unset = object->if_contains("unset");
        object->size() == 1 && unset != nullptr && *unset == json::value(true))
        return SourcedForm::unset;
    reading.refuse(
        Kind::format,
        "Tham số phải có dạng {\"value\", \"source\"}, {\"unset\": true} hoặc {\"waived\"}.",
        "A parameter is {\"value\", \"source\"}, {\"unset\": true} or {\"waived\"}.");
    return std::nullopt;
}

void refuse_form(Reading& reading) {
    reading.refuse(Kind::format, "Giá trị không đúng dạng quy định.",
                   "The value does not have the required form.");
}

void refuse_repetition(Reading& reading) {
    reading.refuse(Kind::duplicate, "Phần tử này đã có trong danh sách.",
                   "This element is already in the list.");
}

void throw_unwritable(const char* why) {
    throw std::logic_error(std::string{"cannot be written as JSON: "} + why);
}

} // namespace thi::text
