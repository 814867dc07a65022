// The route table of the server: the one list of what can be asked (docs/api-routes.md).
//
// Each stage of a contest has a file of rows, routes_<stage>.cpp, beside handlers/.

#pragma once
#include "http/route.h"

#include <span>
#include <vector>

namespace thi::http {

using Rows = std::vector<Route>;

Rows site_routes();    // Liveness, time, the API's own description.
Rows session_routes(); // Accounts, sessions, messages.
Rows plan_routes();    // Contests, plans, officials, proposals.
Rows intake_routes();  // Dossiers, applications, eligibility.
Rows sitting_routes(); // Papers, rooms, draws, sittings.
Rows marking_routes(); // Defences, ballots, projects.
Rows result_routes();  // Scores and results.
Rows log_routes();     // The log, its tiles and proofs, verify.

// All of them, in this order, for as long as the program runs.
std::span<const Route> routes();

} // namespace thi::http
