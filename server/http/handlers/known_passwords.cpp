#include "http/handlers/known_passwords.h"

#include "text/unicode.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace thi::http {
namespace {

// Without marks, case or spaces. Longer words first where one holds another.
constexpr std::string_view known[] = {
    "correcthorsebatterystaple",
    "administrator",
    "nguyentatthanh",
    "hoidongthi",
    "bonoivu",
    "thituyen",
    "kythi",
    "lanhdao",
    "vutruong",
    "chuyenvien",
    "congchuc",
    "vienchuc",
    "nhanuoc",
    "quochoi",
    "chinhphu",
    "bantochuc",
    "trunguong",
    "vietnamvodich",
    "vietnam",
    "hanoi",
    "saigon",
    "hochiminh",
    "danang",
    "matkhau",
    "khongbiet",
    "khongco",
    "anhyeuem",
    "emyeuanh",
    "yeuemnhieulam",
    "yeuanhnhieulam",
    "iloveyou",
    "anhyeu",
    "emyeu",
    "tinhyeu",
    "conyeu",
    "boconyeu",
    "giadinh",
    "hanhphuc",
    "chungtoi",
    "banbe",
    "xinchao",
    "dangnhap",
    "taikhoan",
    "nguyen",
    "password",
    "passw0rd",
    "p@ssw0rd",
    "p@ssword",
    "passwort",
    "motdepasse",
    "contrasena",
    "letmein",
    "welcome",
    "qwertyuiop",
    "qwerty",
    "azerty",
    "asdfghjkl",
    "asdfgh",
    "zxcvbnm",
    "zxcvbn",
    "1q2w3e4r5t",
    "1q2w3e4r",
    "1q2w3e",
    "q1w2e3r4",
    "1qaz2wsx3edc",
    "1qaz2wsx",
    "zaq12wsx",
    "qazwsx",
    "abcdef",
    "abc123",
    "a123456",
    "123456a",
    "monkey",
    "dragon",
    "master",
    "superman",
    "batman",
    "sunshine",
    "princess",
    "football",
    "baseball",
    "shadow",
    "michael",
    "jennifer",
    "jordan",
    "hunter",
    "trustno1",
    "starwars",
    "whatever",
    "freedom",
    "charlie",
    "donald",
    "mustang",
    "secret",
    "login",
    "admin",
    "root",
    "guest",
    "user",
    "test",
    "demo",
    "hello",
    "google",
    "facebook",
    "zalo",
    "computer",
    "internet",
    "samsung",
    "iphone",
    "liverpool",
    "chelsea",
    "arsenal",
    "manchester",
    "barcelona",
    "ronaldo",
    "pokemon",
    "naruto",
    "mother",
    "lovely",
    "flower",
    "banana",
    "cookie",
    "summer",
    "winter",
    "spring",
    "autumn",
    "monday",
    "friday",
    "sunday",
    "january",
    "december",
    "thangmuoi",
    "19may1890",
    "02091945",
    "30041975",
    "123456789",
    "987654321",
    "12345678",
    "1234567",
    "123456",
    "123123",
    "654321",
    "112233",
    "121212",
    "147258369",
    "147258",
    "159753",
    "789456123",
    "741852963",
    "102030",
    "101010",
    "131313",
    "123321",
    "888888",
    "686868",
    "777777",
    "999999",
    "666666",
    "555555",
    "111111",
    "000000",
    "0123456789",
    "0987654321",
    "0909090909",
    "2023",
    "2024",
    "2025",
    "2026",
};

constexpr std::string_view runs[] = {
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
    "012345678901234567890123456789",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
};

std::string without_spaces(std::string_view text) {
    std::string plain = text::search_form(text);
    std::erase(plain, ' ');
    return plain;
}

// "abcabcabcabc": one piece of at most a half, again and again, the last time perhaps cut short.
bool repeats(std::string_view text) {
    for (std::size_t period = 1; period <= text.size() / 2 && period < own_length_min + 3; ++period)
        if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(period), text.end(),
                       text.begin()))
            return true;
    return false;
}

bool runs_along(std::string_view text) {
    const std::string back{text.rbegin(), text.rend()};
    return std::any_of(std::begin(runs), std::end(runs), [&](std::string_view run) {
        return run.find(text) != std::string_view::npos || run.find(back) != std::string_view::npos;
    });
}

// What is left of a password when every common word is taken out of it.
std::string own_part(std::string text) {
    for (const auto word : known)
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word))
            text.erase(at, word.size());
    return text;
}

} // namespace

bool is_known_password(std::string_view password) {
    const auto plain = without_spaces(password);
    if (repeats(plain) || runs_along(plain)) return true;
    const auto own = own_part(plain);
    return own.size() != plain.size() && own.size() < own_length_min;
}

} // namespace thi::http
