// `thituyen user`: accounts from the command line.

#include "app/accounts.h"
#include "app/site.h"
#include "app/site_command.h"

#include <iostream>

namespace thi::app {

namespace {

constexpr std::size_t password_min = 12; // S-20
constexpr std::size_t password_max = 128;

options::options_description describe() {
    options::options_description described;
    auto add = described.add_options();
    add("what", options::value<std::string>()->required(), "add | password | list");
    add("data", options::value<std::string>()->required(), "thư mục dữ liệu / data folder");
    add("identifier", options::value<std::string>(), "tên đăng nhập");
    add("name", options::value<std::string>(), "họ tên / full name");
    add("administrator", "quản trị trang / administrator of the site");
    return described;
}

Reading read(const Words& words) {
    options::options_description described = describe();
    options::positional_options_description positional;
    positional.add("what", 1);
    return read_words("user add|password|list --data DIR [...]", words, described, positional);
}

std::string read_password() {
    std::string password;
    std::cerr << "Mật khẩu (12–128 ký tự) / password: ";
    std::getline(std::cin, password);
    if (password.size() < password_min || password.size() > password_max)
        throw options::error("mật khẩu phải dài 12–128 ký tự / 12 to 128 characters");
    return password;
}

SiteOutcome list(Site& site) {
    SiteOutcome outcome;
    for (const auto& one :
         site.store().ask([](const store::Reader& read) { return read.accounts(); }))
        outcome.out += one.account.str() + "\t" + one.names.identifier + "\t" +
                       one.names.full_name + (one.administrator ? "\tadministrator" : "") +
                       (one.disabled ? "\tdisabled" : "") + "\n";
    return outcome;
}

SiteOutcome refused(const core::Fault& fault) {
    return {failed, {}, fault.detail.vi + " / " + fault.detail.en + "\n"};
}

} // namespace

SiteOutcome user_on_site(Site& site, const SiteCall& call) {
    const auto reading = read(call.words);
    const auto& values = reading.values;
    const auto what = values["what"].as<std::string>();
    if (what == "list") return list(site);
    if (!values.contains("identifier")) throw options::error("--identifier");
    const auto identifier = values["identifier"].as<std::string>();
    if (what == "add") {
        const auto made = add_account(
            site,
            {.identifier = identifier,
             .full_name = values.contains("name") ? values["name"].as<std::string>() : identifier,
             .password = call.input,
             .administrator = values.contains("administrator")});
        if (!made) return refused(made.error());
        return {done, made->str() + "\n", {}};
    }
    if (what != "password") throw options::error("add | password | list");
    const auto known =
        site.store().ask([&](const store::Reader& read) { return read.account_named(identifier); });
    if (!known) return {failed, {}, "Không có tài khoản này / no such account\n"};
    const auto outcome = set_password(site, known->account, call.input, known->administrator);
    return outcome ? SiteOutcome{} : refused(outcome.error());
}

int run_user(const Words& words) {
    const auto reading = read(words);
    if (reading.help) return done;
    SiteCall call{"user", words, {}};
    if (reading.values["what"].as<std::string>() != "list") call.input = read_password();
    return on_site(reading.values["data"].as<std::string>(), call);
}

} // namespace thi::app
