// Passwords that everybody tries first (S-20): a short list of the commonest ones and of words of
// our own field. docs/adr/0007 says why it is short.

#pragma once
#include <string_view>

namespace thi::http {

// Whether a password is a common one, one repeated, a run along the alphabet or the keyboard, or a
// common word with fewer than `own_length_min` characters besides. Case and marks do not count.
// Requires valid UTF-8.
constexpr std::size_t own_length_min = 6;
bool is_known_password(std::string_view password);

} // namespace thi::http
