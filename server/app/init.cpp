// `thituyen init`: a new data folder and the one-time link of its first administrator.

#include "app/accounts.h"
#include "app/clock.h"
#include "app/site.h"
#include "app/subcommand.h"

#include <iostream>

namespace thi::app {

int run_init(const Words& words) {
    options::options_description described;
    described.add_options()("data", options::value<std::string>()->required(),
                            "thư mục dữ liệu / data folder")(
        "identifier", options::value<std::string>()->default_value("quan-tri"),
        "tên đăng nhập của quản trị viên / the administrator's identifier")(
        "name", options::value<std::string>()->default_value("Quản trị viên"), "họ tên / name")(
        "address", options::value<std::string>()->default_value("http://localhost:8080"),
        "địa chỉ của trang / the site's address, for the link")("again",
                                                                "in liên kết mới / a new link");
    const auto reading = read_words("init --data DIR [...]", words, described);
    if (reading.help) return done;

    const SystemClock clock;
    Site site({.folder = reading.values["data"].as<std::string>()}, clock);
    const auto identifier = reading.values["identifier"].as<std::string>();
    auto account =
        site.store().ask([&](const store::Reader& read) { return read.account_named(identifier); });
    if (account && !reading.values.contains("again")) {
        std::cout << "Đã có sẵn, không đổi gì / exists already: "
                  << site.folder().paths().root.string() << "\n";
        return done;
    }
    if (!account) {
        const NewPerson person{.identifier = identifier,
                               .full_name = reading.values["name"].as<std::string>(),
                               .password = "",
                               .administrator = true};
        const auto made = add_account(site, person);
        if (!made) {
            std::cerr << made.error().detail.vi << " / " << made.error().detail.en << "\n";
            return failed;
        }
        account = site.store().ask(
            [&](const store::Reader& read) { return read.account_named(identifier); });
    }
    const auto token = add_link(site, account->account, {.reusable = false, .lives = link_life});
    std::cout << "Thư mục dữ liệu / data folder: " << site.folder().paths().root.string()
              << "\nLiên kết quản trị, dùng một lần, 24 giờ / one-time link of the "
                 "administrator, 24 h:\n  "
              << reading.values["address"].as<std::string>() << "/dang-nhap#" << token << "\n";
    return done;
}

} // namespace thi::app
