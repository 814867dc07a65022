// Accounts: who may be registered, under which identifier, with which password (S-20).
//
// Pure rules over what was typed; nothing here asks a store or hashes.

#pragma once
#include "core/fault.h"
#include "http/api/session.h"

#include <string>
#include <string_view>
#include <vector>

namespace thi::http {

constexpr std::size_t identifier_bytes_max = 254;
constexpr std::size_t password_length_min = 12; // Code points.
constexpr std::size_t password_length_max = 128;
constexpr std::size_t name_length_max = 120;

// The identifier by which an account is found: a phone number without its separators and with 0 for
// +84, anything else without outer space. Case is the store's business.
std::string normal_identifier(std::string_view typed);

// An e-mail address or a phone number, in normal form.
bool is_identifier(std::string_view normal);

// What is wrong with a password for that account; empty where nothing is.
std::vector<core::FieldFault> password_faults(std::string_view pointer, std::string_view password,
                                              std::string_view identifier,
                                              std::string_view full_name);

// The account as it will be kept: names NFC with single spaces, identifier normal. Refused
// (`invalid_field`) with every wrong field.
core::Result<api::NewAccount> checked(api::NewAccount account);

} // namespace thi::http
