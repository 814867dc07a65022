// A subcommand's work on a site: done here where no server holds the data folder, else by the
// server that does, asked over DIR/control.sock. Either way the same words give the same output.

#pragma once
#include "app/subcommand.h"

#include <boost/describe/class.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace thi::app {

class LineSocket;
class Site;

struct SiteCall {
    std::string subcommand;
    Words words;
    std::string input; // What was typed, or a file's content: the server reads no files for others.
};
BOOST_DESCRIBE_STRUCT(SiteCall, (), (subcommand, words, input))

struct SiteOutcome {
    int code = done;
    std::string out;
    std::string err;
};

// The work of a subcommand that needs a site. Throws as run functions do.
using SiteWork = SiteOutcome (*)(Site& site, const SiteCall& call);

// Does the call in the site of `folder`, prints what it says, and returns its exit code.
int on_site(const std::filesystem::path& folder, const SiteCall& call);

// The server's side: answers calls on DIR/control.sock as long as it lives.
std::unique_ptr<LineSocket> answer_calls(Site& site);

SiteOutcome user_on_site(Site& site, const SiteCall& call);
SiteOutcome demo_on_site(Site& site, const SiteCall& call);
SiteOutcome contest_on_site(Site& site, const SiteCall& call);

} // namespace thi::app
