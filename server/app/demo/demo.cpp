// `thituyen demo`: contests to look at and to play with, in a data folder of their own.

#include "app/banks.h"
#include "app/demo/exam.h"
#include "app/demo/people.h"
#include "app/demo/player.h"
#include "app/demo/stages.h"
#include "app/progress.h"
#include "app/site_command.h"
#include "journal/plan_json.h"

#include <iostream>
#include <memory>
#include <set>

namespace thi::app {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t candidates_count = 20;
constexpr std::size_t replay_count = 24;
constexpr std::string_view code_of_2017 = "BTCTW-2017";
constexpr std::string_view code_of_ministry = "BO-MAU";
constexpr std::string_view code_of_replay = "BO-MAU-DA-THI";
constexpr std::chrono::days before{200}; // A demo's clock begins so long ago.

options::options_description describe() {
    options::options_description described;
    auto add = described.add_options();
    add("data", options::value<std::string>()->required(), "thư mục dữ liệu / data folder");
    add("banks", options::value<std::string>(), "thư mục ngân hàng câu hỏi / question banks");
    add("replay", "chơi lại trọn một kỳ thi đến khi công bố / plays a whole contest");
    add("links", "chỉ in lại liên kết đăng nhập / only prints new links");
    add("address", options::value<std::string>()->default_value("http://localhost:8080"),
        "địa chỉ của trang, cho liên kết / the site's address, for the links");
    return described;
}

Reading read(const Words& words) {
    return read_words("demo --data DIR --banks DIR [--replay] | --data DIR --links", words,
                      describe());
}

// A site whose clock is the demo's: it stands in the past until it is set.
struct Stage {
    Stage(const std::filesystem::path& folder, core::Instant now)
        : clock(now - before), site({.folder = folder}, clock) {}
    SetClock clock;
    Site site;
};

// What is there already: the codes taken, and which demo contests still have their day to come.
struct Present {
    std::set<std::string> codes;
    bool of_2017 = false;
    bool of_ministry = false;
};

bool begins_with_code(const std::string& code, std::string_view base) {
    return code == base ||
           (code.starts_with(base) && code.size() > base.size() + 1 && code[base.size()] == '-' &&
            std::isdigit(static_cast<unsigned char>(code[base.size() + 1])) != 0);
}

Present present_in(Site& site, core::Instant now) {
    Present present;
    for (const auto& row :
         site.store().ask([](const store::Reader& read) { return read.contests(); })) {
        present.codes.insert(row.site.code);
        if (!row.site.demo) continue;
        const auto plan = journal::read_plan(row.plan);
        if (!plan) continue;
        if (begins_with_code(row.site.code, code_of_2017))
            present.of_2017 = present.of_2017 || *plan->intake.closes > now + 24h;
        // One that was broken off half-made is not taken up again.
        if (begins_with_code(row.site.code, code_of_ministry) &&
            row.stage >= core::Stage::preparing)
            present.of_ministry =
                present.of_ministry || plan->rounds->front().opens.value_or(now) > now + 1h;
    }
    return present;
}

// A code that no contest of the site has: A, A-2, A-3, ...
std::string free_code(const Present& present, std::string_view base) {
    std::string code{base};
    for (int n = 2; present.codes.contains(code); ++n)
        code = std::string{base} + "-" + std::to_string(n);
    return code;
}

void tell(const demo::Player& player, const char* vi, const char* en) {
    std::cout << "  " << *player.plan().contest.code.value << "  " << vi << " / " << en << "\n"
              << "      vkey " << player.vkey() << "\n";
}

void make_2017(const std::filesystem::path& folder, const std::string& code, core::Instant now) {
    Stage stage(folder, now);
    const auto cast = demo::cast(stage.site, 3);
    demo::Player player(stage.site, stage.clock, cast);
    const auto days = demo::days_of_2017(now);
    player.at(days.published_at);
    player.publish(demo::plan_of_2017(now, code));
    player.at(days.intake_opens);
    player.advance(core::Stage::intake);
    tell(player, "đang nhận hồ sơ", "open for registration");
}

void make_ministry(const std::filesystem::path& folder, const std::string& code, core::Instant now,
                   const std::vector<bank::Bank>& banks) {
    Stage stage(folder, now);
    const auto cast = demo::cast(stage.site, candidates_count);
    demo::Player player(stage.site, stage.clock, cast);
    const auto days = demo::days_until_tomorrow(now);
    player.at(days.published_at);
    player.publish(demo::plan_of_ministry(now, days, code, true));
    demo::hold_intake(player, days);
    demo::prepare(player, days, banks);
    demo::seal_practice(player, banks);
    tell(player, "làm thử ngay hôm nay, thi ngày mai 08:00", "practice now, examination tomorrow");
}

void replay(const std::filesystem::path& folder, core::Instant now,
            const std::vector<bank::Bank>& banks) {
    Stage stage(folder, now);
    const auto code = free_code(present_in(stage.site, now), code_of_replay);
    ProgressBar bar("chơi lại / replay");
    const auto cast = demo::cast(stage.site, replay_count);
    demo::Player player(stage.site, stage.clock, cast);
    const auto then = now - std::chrono::days{12};
    const auto days = demo::days_until_tomorrow(then);
    player.at(days.published_at);
    player.publish(demo::plan_of_ministry(then, days, code, false));
    bar.show(5, 100);
    demo::hold_intake(player, days);
    bar.show(25, 100);
    const auto official = demo::prepare(player, days, banks);
    demo::hold_examination(player, days, official, [&](int percent) { bar.show(percent, 100); });
    demo::publish_result(player);
    bar.end();
    tell(player, "đã thi xong và công bố kết quả", "finished, with its result");
}

SiteOutcome print_links(Site& site, const std::string& address) {
    SiteOutcome outcome;
    outcome.out = "Liên kết đăng nhập, 24 giờ, chỉ trên máy này; mật khẩu để phê duyệt: ";
    outcome.out += demo::password;
    outcome.out += "\n  Sign-in links, for 24 h, on this machine only; the password for approvals "
                   "is the same word.\n";
    for (const auto& link : demo::links(site)) {
        const auto& persona = *link.persona;
        outcome.out += "  " + address + "/dang-nhap#" + link.token + "\n      " +
                       std::string{persona.full_name} + " — " + std::string{persona.duty_vi} +
                       " / " + std::string{persona.duty_en} + " (" +
                       std::string{persona.identifier} + ")\n";
    }
    return outcome;
}

} // namespace

SiteOutcome demo_on_site(Site& site, const SiteCall& call) {
    return print_links(site, read(call.words).values["address"].as<std::string>());
}

int run_demo(const Words& words) {
    const auto reading = read(words);
    if (reading.help) return done;
    const auto& values = reading.values;
    const std::filesystem::path folder{values["data"].as<std::string>()};
    const SiteCall links{"demo", words, {}};
    if (values.contains("links")) return on_site(folder, links);
    if (!values.contains("banks")) throw options::error("--banks");
    const auto banks = load_banks(values["banks"].as<std::string>());
    const auto now = SystemClock().now();
    std::cout << "Kỳ thi mẫu / demo contests:\n";
    try {
        auto present = std::make_unique<Stage>(folder, now);
        const auto found = present_in(present->site, now);
        present.reset();
        if (!found.of_2017) make_2017(folder, free_code(found, code_of_2017), now);
        if (!found.of_ministry)
            make_ministry(folder, free_code(found, code_of_ministry), now, banks);
        if (values.contains("replay")) replay(folder, now, banks);
        if (found.of_2017 && found.of_ministry && !values.contains("replay"))
            std::cout << "  đã có, giữ nguyên / there already, kept as they are\n";
    } catch (const store::FolderHeld& held) {
        std::cerr << "Hãy dừng máy chủ đang giữ thư mục dữ liệu / stop the server that holds the "
                     "data folder: "
                  << held.what() << "\n";
        return failed;
    }
    return on_site(folder, links);
}

} // namespace thi::app
