#include "http/api/minutes.h"
#include "http/api/result.h"
#include "http/handlers/printed.h"
#include "http/handlers/results.h"
#include "http/routes.h"
#include "text/schema.h"

namespace thi::http {

Rows result_routes() {
    using namespace handlers;
    using core::Role;
    const auto scoring = Access::official(Role::secretary, Role::chair, Role::vice_chair);
    const auto previewing =
        Access::official(Role::chair, Role::vice_chair, Role::secretary, Role::auditor);
    const auto recording = Access::official(Role::chair, Role::vice_chair, Role::secretary,
                                            Role::supervisor, Role::auditor);
    return {
        {Verb::post, "/api/contests/{contest}/scores", scoring,
         schema<Nothing, api::ResultPreview>(), compute_scores},
        {Verb::get, "/api/contests/{contest}/scores", previewing,
         schema<Nothing, api::ResultPreview>(), score_preview},
        {Verb::get, "/api/contests/{contest}/scores/{candidate}",
         Access::participant(Role::auditor, Role::chair), schema<Nothing, api::ScoreTrace>(),
         score_trace, Limits{}, "", Watched::sealed_read},
        {Verb::get, "/api/contests/{contest}/results", Access::public_,
         schema<Nothing, api::ResultView>(), results},
        {Verb::get, "/api/contests/{contest}/results.json", Access::public_,
         schema<Nothing, Bytes>(), results_bytes},
        {Verb::get, "/api/contests/{contest}/minutes", recording,
         schema<Nothing, api::MinutesList>(), minutes_list},
        {Verb::get, "/api/contests/{contest}/minutes/{name}", recording, schema<Nothing, Bytes>(),
         minutes_page},
        {Verb::get, "/api/contests/{contest}/candidate-file", Access::candidate,
         schema<Nothing, Bytes>(), candidate_file, Limits{}, "", Watched::sealed_read},
    };
}

} // namespace thi::http
