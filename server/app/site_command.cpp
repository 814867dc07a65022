#include "app/site_command.h"

#include "app/clock.h"
#include "app/line_socket.h"
#include "app/site.h"
#include "text/described.h"

#include <cstdint>
#include <exception>
#include <iostream>

namespace thi::app {

namespace {

// The outcome on the wire.
struct Said {
    std::int64_t code = 0;
    std::string err;
    std::string out;
};
BOOST_DESCRIBE_STRUCT(Said, (), (code, err, out))

SiteOutcome work_on(Site& site, const SiteCall& call) {
    if (call.subcommand == "user") return user_on_site(site, call);
    if (call.subcommand == "contest") return contest_on_site(site, call);
    if (call.subcommand == "demo") return demo_on_site(site, call);
    return {misused, {}, "no such work on a site: " + call.subcommand + "\n"};
}

std::string answered(Site& site, std::string_view line) {
    Said said;
    try {
        const auto call = text::from_text<SiteCall>(line);
        if (!call) {
            said = {misused, describe(call.error()) + "\n", {}};
        } else {
            auto outcome = work_on(site, *call);
            said = {outcome.code, std::move(outcome.err), std::move(outcome.out)};
        }
    } catch (const options::error& wrong) {
        said = {misused, std::string{wrong.what()} + "\n", {}};
    } catch (const std::exception& broke) {
        said = {broken, std::string{broke.what()} + "\n", {}};
    }
    return text::to_text(said) + "\n";
}

SiteOutcome asked_of_server(const std::filesystem::path& socket, const SiteCall& call) {
    const auto said = text::from_text<Said>(ask_line(socket.string(), text::to_text(call)));
    if (!said) throw std::runtime_error("the server's answer: " + describe(said.error()));
    return {static_cast<int>(said->code), said->out, said->err};
}

} // namespace

int on_site(const std::filesystem::path& folder, const SiteCall& call) {
    SiteOutcome outcome;
    try {
        const SystemClock clock;
        Site site({.folder = folder}, clock);
        outcome = work_on(site, call);
    } catch (const store::FolderHeld&) {
        outcome = asked_of_server(store::FolderPaths{folder}.control(), call);
    }
    std::cout << outcome.out;
    std::cerr << outcome.err;
    return outcome.code;
}

std::unique_ptr<LineSocket> answer_calls(Site& site) {
    return std::make_unique<LineSocket>(
        site.folder().paths().control().string(),
        [&site](std::string_view line) { return answered(site, line); });
}

} // namespace thi::app
