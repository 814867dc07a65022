#include "http/handlers/accounts.h"

#include "core/refusal.h"
#include "http/handlers/known_passwords.h"
#include "text/unicode.h"

#include <algorithm>

namespace thi::http {
namespace {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_separator(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
}

bool is_phone(std::string_view normal) {
    const auto digits = normal.starts_with('+') ? normal.substr(1) : normal;
    return digits.size() >= 9 && digits.size() <= 15 &&
           std::all_of(digits.begin(), digits.end(), is_digit);
}

bool is_email(std::string_view normal) {
    const auto at = normal.find('@');
    if (at == std::string_view::npos || at == 0 || normal.rfind('@') != at) return false;
    const auto domain = normal.substr(at + 1);
    const auto dot = domain.find('.');
    const bool graphic =
        std::all_of(normal.begin(), normal.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return graphic && dot != std::string_view::npos && dot > 0 && domain.back() != '.' &&
           domain.find("..") == std::string_view::npos;
}

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
}

// The given name is one of the words of the full name, or several that stand together.
bool within_name(std::string_view given, std::string_view full) {
    const auto padded = " " + std::string{full} + " ";
    return !given.empty() && padded.find(" " + std::string{given} + " ") != std::string::npos;
}

bool contains(std::string_view text, std::string_view part) {
    return part.size() >= 4 && text.find(part) != std::string_view::npos;
}

} // namespace

std::string normal_identifier(std::string_view typed) {
    auto text = text::squeezed(typed);
    std::string phone;
    for (const char c : text)
        if (!is_separator(c)) phone += c;
    if (!is_phone(phone)) return text;
    if (phone.starts_with("+84")) return "0" + phone.substr(3);
    return phone;
}

bool is_identifier(std::string_view normal) {
    if (normal.empty() || normal.size() > identifier_bytes_max) return false;
    return is_phone(normal) || is_email(normal);
}

std::vector<core::FieldFault> password_faults(std::string_view pointer, std::string_view password,
                                              std::string_view identifier,
                                              std::string_view full_name) {
    const std::string at{pointer};
    const auto length = text::length(password);
    if (length < password_length_min || length > password_length_max)
        return {core::wrong(at, "Mật khẩu cần từ 12 đến 128 ký tự.",
                            "A password has 12 to 128 characters.")};
    if (is_known_password(password))
        return {core::wrong(at, "Mật khẩu này quá phổ biến, dễ bị đoán.",
                            "This password is too common, others would guess it.")};
    const auto plain = text::search_form(password);
    const auto name = text::search_form(full_name);
    const auto local = text::search_form(identifier.substr(0, identifier.find('@')));
    if (contains(plain, local) || contains(plain, name))
        return {core::wrong(at, "Mật khẩu không được chứa tên hoặc tên đăng nhập.",
                            "A password must not contain the name or the identifier.")};
    return {};
}

core::Result<api::NewAccount> checked(api::NewAccount account) {
    account.identifier = normal_identifier(account.identifier);
    account.full_name = text::squeezed(text::nfc(account.full_name));
    account.given_name = text::squeezed(text::nfc(account.given_name));
    std::vector<core::FieldFault> faults;
    if (!is_identifier(account.identifier))
        faults.push_back(core::wrong("/identifier",
                                     "Cần một địa chỉ thư điện tử hoặc số điện thoại.",
                                     "An e-mail address or a phone number is needed."));
    const auto length = text::length(account.full_name);
    if (length < 2 || length > name_length_max || has_control(account.full_name))
        faults.push_back(core::wrong("/full_name", "Cần họ và tên đầy đủ, nhiều nhất 120 ký tự.",
                                     "The full name is needed, at most 120 characters."));
    else if (!within_name(account.given_name, account.full_name))
        faults.push_back(core::wrong("/given_name", "Tên phải là một phần của họ và tên.",
                                     "The given name must be part of the full name."));
    for (auto& fault :
         password_faults("/password", account.password, account.identifier, account.full_name))
        faults.push_back(std::move(fault));
    if (faults.empty()) return account;
    return core::refuse(core::Code::invalid_field, "Thông tin đăng ký chưa hợp lệ.",
                        "The registration is not valid.", std::move(faults));
}

} // namespace thi::http
