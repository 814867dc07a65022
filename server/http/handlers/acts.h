// Acts: what a proposal may ask for (api/acts.h), and how each becomes a command. How many people
// an act needs is core's to say, when the command is tried.

#pragma once
#include "core/command.h"
#include "core/fault.h"
#include "store/batch.h"

#include <boost/asio/awaitable.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace thi::http {

class Exchange;

// Who asks for the act, and who has approved it so far.
struct ActContext {
    core::ContestId contest;
    core::PersonId by;
    core::Approvals approvals;
};

// An act ready to be tried. `also` goes into the same transaction.
struct PreparedAct {
    core::Command command;
    store::SiteWrite also{};
};

using PrepareAct = boost::asio::awaitable<core::Result<PreparedAct>> (*)(
    Exchange& exchange, const ActContext& context, const boost::json::value& body);

struct Act {
    std::string_view name; // "publish"
    PrepareAct prepare;
};

// Nothing where there is no act of that name.
const Act* find_act(std::string_view name);

} // namespace thi::http
