// Applying, supplementing and withdrawing.

#include "core/intake/criteria.h"
#include "core/intake/decide.h"
#include "core/intake/standing.h"
#include "core/plan/duties.h"
#include "core/refusal.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace thi::core {
namespace {

constexpr std::size_t applications_max = 100'000;
constexpr std::size_t body_max_bytes = 600;

// The window is judged by when the application arrived in full. An intake that the calendar has
// opened, but that nobody has advanced to yet, is open.
Result<void> window_open(const Contest& contest, Instant received_at) {
    const auto closed = [] {
        return refuse(Code::deadline_passed, "Đã hết hạn nhận hồ sơ.", "Intake has closed.");
    };
    if (contest.stage > Stage::verification) return closed();
    if (contest.stage < Stage::published || !contest.intake_closes)
        return refuse(Code::wrong_state, "Kỳ thi chưa nhận hồ sơ.", "Intake is not open.");
    if (received_at < *contest.plan.intake.opens)
        return refuse(Code::too_early, "Chưa đến ngày nhận hồ sơ.", "Intake has not opened yet.");
    if (received_at > *contest.intake_closes) return closed();
    return {};
}

Result<void> source_complete(const Apply& command) {
    std::vector<FieldFault> faults;
    const bool named = command.introducing_body &&
                       command.introducing_body->find_first_not_of(' ') != std::string::npos;
    if (command.source != ApplicationSource::self && !named)
        faults.push_back(wrong("/introducing_body", "Cần tên cơ quan giới thiệu.",
                               "The introducing body must be named."));
    if (command.introducing_body && command.introducing_body->size() > body_max_bytes)
        faults.push_back(
            wrong("/introducing_body", "Tên quá dài.", "The name is too long.", Code::too_large));
    if (command.source != ApplicationSource::self && !command.letter_hash)
        faults.push_back(
            wrong("/letter", "Cần văn bản giới thiệu.", "The letter of introduction is needed."));
    if (faults.empty()) return {};
    return refuse(Code::invalid_field, "Thông tin giới thiệu chưa đầy đủ.",
                  "The introduction is incomplete.", std::move(faults));
}

Result<void> documents_complete(const Contest& contest, ApplicationSource source,
                                const Dossier& dossier) {
    const auto missing = missing_documents(contest.plan, source, dossier);
    if (missing.empty()) return {};
    std::vector<FieldFault> faults;
    for (const auto kind : missing)
        faults.push_back(
            wrong(std::string{"/documents/"} + boost::describe::enum_to_string(kind, "other"),
                  "Thiếu giấy tờ bắt buộc.", "A required document is missing.", Code::incomplete));
    return refuse(Code::incomplete, "Hồ sơ thiếu giấy tờ bắt buộc.",
                  "The dossier lacks required documents.", std::move(faults));
}

Result<void> posts_free(const Contest& contest, const Apply& command) {
    const auto& posts = *contest.plan.post.list;
    const bool known = std::any_of(posts.begin(), posts.end(),
                                   [&](const Post& post) { return post.post == command.post; });
    if (!known) return refuse(Code::not_found, "Không có chức danh này.", "There is no such post.");
    Whole held = 0;
    for (const auto& [id, other] : contest.applications) {
        if (other.candidate != command.candidate || other.withdrawn) continue;
        if (other.post == command.post)
            return refuse(Code::already_done, "Anh/chị đã nộp hồ sơ cho chức danh này.",
                          "You have applied for this post already.");
        ++held;
    }
    const auto& limit = contest.plan.post.max_posts_per_candidate;
    if (!limit.is_set() || held < *limit) return {};
    return refuse(Code::limit_reached, "Anh/chị đã đăng ký đủ số chức danh tối đa.",
                  "You have applied for as many posts as one candidate may.");
}

Result<void> dossiers_open(const Contest& contest) {
    if (contest.stage == Stage::intake || contest.stage == Stage::verification) return {};
    return refuse(Code::wrong_state, "Ở bước này không bổ sung hồ sơ.",
                  "Dossiers are not supplemented at this step.");
}

} // namespace

Result<Events> decide_on(const Contest& contest, const Apply& command, Instant) {
    if (auto open = window_open(contest, command.received_at); !open) return open.error();
    if (contest.applications.count(command.application) > 0)
        return refuse(Code::already_done, "Hồ sơ này đã được nhận.",
                      "This application was received already.");
    if (contest.applications.size() >= applications_max)
        return refuse(Code::limit_reached, "Sổ đăng ký đã đầy.", "The register is full.");
    if (auto free = posts_free(contest, command); !free) return free.error();
    if (auto complete = source_complete(command); !complete) return complete.error();
    auto complete = documents_complete(contest, command.source, command.dossier);
    if (!complete) return complete.error();
    Events events;
    if (contest.stage == Stage::published)
        events.push_back(StageChanged{.by = {},
                                      .from = Stage::published,
                                      .to = Stage::intake,
                                      .reason = {},
                                      .approvals = {}});
    events.push_back(Applied{.application = command.application,
                             .candidate = command.candidate,
                             .post = command.post,
                             .number = static_cast<Whole>(contest.applications.size()) + 1,
                             .dossier_hash = command.dossier_hash,
                             .source = command.source,
                             .introducing_body = command.introducing_body,
                             .letter_hash = command.letter_hash,
                             .consent_hash = command.consent_hash,
                             .received_at = command.received_at});
    return events;
}

Result<Events> decide_on(const Contest& contest, const RequestSupplement& command, Instant) {
    auto held = holds_role(contest, command.by, {Role::secretary, Role::verifier});
    if (!held) return held.error();
    const auto application = find_application(contest, command.application);
    if (!application) return application.error();
    if (auto open = dossiers_open(contest); !open) return open.error();
    if (auto in = still_in(**application); !in) return in.error();
    auto apart = keeps_distance(contest, command.by, (*application)->candidate);
    if (!apart) return apart.error();
    Supplemented requested{.by = command.by,
                           .application = command.application,
                           .request_hash = command.request_hash,
                           .dossier_hash = {}};
    return Events{std::move(requested)};
}

Result<Events> decide_on(const Contest& contest, const Supplement& command, Instant now) {
    const auto application = own_application(contest, command.application, command.candidate);
    if (!application) return application.error();
    if (auto open = dossiers_open(contest); !open) return open.error();
    if (auto in = still_in(**application); !in) return in.error();
    const bool intake_open = contest.intake_closes && now <= *contest.intake_closes;
    if (!(*application)->supplement_requested && (!intake_open || (*application)->eligible))
        return refuse(Code::deadline_passed, "Đã hết hạn nhận hồ sơ và không có yêu cầu bổ sung.",
                      "Intake has closed and no supplement was asked for.");
    if ((*application)->dossier_hash == command.dossier_hash) return Events{};
    Supplemented supplied{.by = {},
                          .application = command.application,
                          .request_hash = {},
                          .dossier_hash = command.dossier_hash};
    return Events{std::move(supplied)};
}

Result<Events> decide_on(const Contest& contest, const Withdraw& command, Instant) {
    const auto application = own_application(contest, command.application, command.candidate);
    if (!application) return application.error();
    if ((*application)->withdrawn) return Events{};
    if (contest.stage >= Stage::sitting || drawn(contest, command.candidate))
        return refuse(Code::deadline_passed, "Chỉ được rút hồ sơ trước khi bốc thăm.",
                      "An application can be withdrawn only until the draw.");
    Withdrawn withdrawn{.application = command.application, .candidate = command.candidate};
    return Events{std::move(withdrawn)};
}

void apply_on(Contest& contest, const Applied& event, const Record&) {
    contest.applications[event.application] =
        Application{.application = event.application,
                    .candidate = event.candidate,
                    .post = event.post,
                    .number = event.number,
                    .dossier_hash = event.dossier_hash,
                    .source = event.source,
                    .consent_given = event.consent_hash.has_value(),
                    .received_at = event.received_at,
                    .supplement_requested = false,
                    .withdrawn = false,
                    .findings = {},
                    .decisions = {},
                    .eligible = {},
                    .grounds = {},
                    .petition = {}};
}

// A new dossier is judged anew: what was found and decided of the old one is gone from the state,
// and stays in the log. So does a request, which opens the application again.
void apply_on(Contest& contest, const Supplemented& event, const Record&) {
    auto& application = contest.applications[event.application];
    application.eligible.reset();
    application.grounds.clear();
    if (!event.dossier_hash) {
        application.supplement_requested = true;
        return;
    }
    application.supplement_requested = false;
    application.dossier_hash = *event.dossier_hash;
    application.findings.clear();
    application.decisions.clear();
}

void apply_on(Contest& contest, const Withdrawn& event, const Record&) {
    contest.applications[event.application].withdrawn = true;
}

} // namespace thi::core
