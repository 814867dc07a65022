// The eligible list and petitions against it.

#include "core/intake/decide.h"
#include "core/intake/list.h"
#include "core/intake/standing.h"
#include "core/plan/calendar.h"
#include "core/plan/duties.h"
#include "core/plan/life.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {
namespace {

Result<void> may_post(const Contest& contest, Instant now) {
    if (contest.list_posted_at)
        return refuse(Code::already_done, "Danh sách đã được công bố.",
                      "The list is posted already.");
    if (contest.stage != Stage::verification)
        return refuse(Code::wrong_state, "Chưa đến bước công bố danh sách.",
                      "The contest is not at the step of posting the list.");
    if (!contest.intake_closes || now <= *contest.intake_closes)
        return refuse(Code::too_early, "Chưa hết hạn nhận hồ sơ.", "Intake has not closed yet.");
    if (const auto last = verification_deadline(contest); last && now > *last)
        return refuse(Code::deadline_passed,
                      "Đã quá hạn thẩm định; cần gia hạn có lý do trước khi công bố.",
                      "Verification is overdue: its deadline must be extended, with a reason, "
                      "first.");
    const bool open = std::any_of(
        contest.applications.begin(), contest.applications.end(),
        [](const auto& entry) { return !entry.second.withdrawn && !entry.second.eligible; });
    if (open)
        return refuse(Code::incomplete, "Còn hồ sơ chưa có kết luận.",
                      "An application has no result yet.");
    return {};
}

// Posts with too few candidates stop the list until intake is extended, or leave the contest, or go
// on by two people's approval: as the plan says.
Result<void> few_candidates(const Contest& contest, const PostList& command, Instant now) {
    if (short_posts(contest).empty()) return {};
    switch (contest.plan.elig.below_min_action.value_or(BelowMinAction::extend)) {
    case BelowMinAction::extend:
        return refuse(Code::incomplete,
                      "Có chức danh chưa đủ số người dự thi tối thiểu; cần gia hạn nhận hồ sơ.",
                      "A post has too few candidates: intake must be extended.");
    case BelowMinAction::cancel:
        return {};
    case BelowMinAction::proceed_with_approval:
        return approved_by_two(contest, command.approvals, leading_roles, now);
    }
    return {};
}

const Application* with_petition(const Contest& contest, PetitionId id) {
    for (const auto& [key, application] : contest.applications)
        if (application.petition && application.petition->petition == id) return &application;
    return nullptr;
}

Result<void> all_keep_distance(const Contest& contest, const DecidePetition& command,
                               CandidateId candidate) {
    if (auto apart = keeps_distance(contest, command.by, candidate); !apart) return apart;
    for (const auto& approval : command.approvals)
        if (auto apart = keeps_distance(contest, approval.person, candidate); !apart) return apart;
    return {};
}

} // namespace

Result<Events> decide_on(const Contest& contest, const PostList& command, Instant now) {
    if (auto held = holds_role(contest, command.by, office_roles); !held) return held.error();
    if (auto possible = may_post(contest, now); !possible) return possible.error();
    if (auto enough = few_candidates(contest, command, now); !enough) return enough.error();
    Events events;
    for (auto& refusal : posts_leaving(contest))
        events.push_back(std::move(refusal));
    auto list = eligible_list(contest);
    events.push_back(ListPosted{.by = command.by,
                                .hash = command.hash,
                                .eligible = std::ssize(list.eligible),
                                .refused = list.refused,
                                .refused_by_ground = std::move(list.refused_by_ground),
                                .approvals = command.approvals});
    events.push_back(StageChanged{.by = command.by,
                                  .from = Stage::verification,
                                  .to = Stage::listed,
                                  .reason = {},
                                  .approvals = command.approvals});
    return events;
}

Result<Events> decide_on(const Contest& contest, const FilePetition& command, Instant) {
    const auto found = own_application(contest, command.application, command.candidate);
    if (!found) return found.error();
    const auto& application = **found;
    if (contest.stage < Stage::listed || !contest.petition_closes)
        return refuse(Code::wrong_state,
                      "Chưa công bố danh sách, hoặc kế hoạch không nhận kiến nghị.",
                      "The list is not posted, or the plan takes no petitions.");
    if (contest.stage != Stage::listed || command.filed_at > *contest.petition_closes)
        return refuse(Code::deadline_passed, "Đã hết thời hạn kiến nghị.",
                      "The petition window has closed.");
    if (auto in = still_in(application); !in) return in.error();
    if (may_sit(application))
        return refuse(Code::wrong_state, "Hồ sơ đã đủ điều kiện dự thi.",
                      "The application was found eligible.");
    if (application.petition)
        return refuse(Code::already_done, "Hồ sơ đã có kiến nghị.",
                      "A petition was filed already.");
    PetitionFiled filed{.petition = command.petition,
                        .application = command.application,
                        .text_hash = command.text_hash,
                        .filed_at = command.filed_at};
    return Events{std::move(filed)};
}

Result<Events> decide_on(const Contest& contest, const DecidePetition& command, Instant now) {
    if (auto held = holds_role(contest, command.by, office_roles); !held) return held.error();
    const auto* application = with_petition(contest, command.petition);
    if (application == nullptr)
        return refuse(Code::not_found, "Không tìm thấy kiến nghị.", "There is no such petition.");
    if (application->petition->upheld)
        return refuse(Code::already_done, "Kiến nghị đã được giải quyết.",
                      "The petition was decided already.");
    if (contest.stage != Stage::listed)
        return refuse(Code::wrong_state, "Ở bước này không giải quyết kiến nghị.",
                      "Petitions are not decided at this step.");
    if (auto why = reasoned(command.reason); !why) return why.error();
    if (auto apart = all_keep_distance(contest, command, application->candidate); !apart)
        return apart.error();
    auto approved = approved_by_two(contest, command.approvals,
                                    {Role::chair, Role::vice_chair, Role::council_member}, now);
    if (!approved) return approved.error();
    Events events;
    events.push_back(PetitionDecided{.by = command.by,
                                     .petition = command.petition,
                                     .upheld = command.upheld,
                                     .reason = command.reason,
                                     .approvals = command.approvals});
    if (!command.upheld || application->withdrawn) return events;
    EligibilityResulted result{
        .application = application->application, .eligible = true, .grounds = {}, .deciders = {}};
    for (const auto& approval : command.approvals)
        result.deciders.push_back(approval.person);
    events.push_back(std::move(result));
    return events;
}

void apply_on(Contest& contest, const ListPosted&, const Record& record) {
    contest.list_posted_at = record.at;
    const auto& window = contest.plan.petition.window;
    if (!window.is_set()) return;
    const Calendar calendar{contest.plan.calendar};
    contest.petition_closes =
        calendar.end_of(calendar.working_days_after(calendar.date_of(record.at), *window));
}

void apply_on(Contest& contest, const PetitionFiled& event, const Record&) {
    contest.applications[event.application].petition =
        Petition{.petition = event.petition, .filed_at = event.filed_at, .upheld = {}};
}

void apply_on(Contest& contest, const PetitionDecided& event, const Record&) {
    for (auto& [id, application] : contest.applications)
        if (application.petition && application.petition->petition == event.petition)
            application.petition->upheld = event.upheld;
}

} // namespace thi::core
