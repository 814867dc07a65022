#include "http/handlers/application_view.h"

#include "http/handlers/contest_view.h"
#include "journal/merkle.h"
#include "text/crockford.h"

namespace thi::http {
namespace {

// Why a criterion was failed: in the words of who failed it, else in the machine's.
std::string reason_of(const std::vector<store::DecisionRow>& decisions,
                      const std::vector<store::FindingRow>& findings,
                      const std::string& criterion) {
    std::string reason;
    for (const auto& row : findings)
        if (row.finding.criterion == criterion) reason = row.finding.reason;
    for (const auto& row : decisions)
        if (row.criterion == criterion && row.verdict == core::DecisionVerdict::fail &&
            !row.reason.empty())
            reason = row.reason;
    return reason.empty() ? criterion : reason;
}

std::vector<api::Ground> grounds_of(const store::Reader& reader, const store::ApplicationRow& row) {
    std::vector<api::Ground> grounds;
    const auto decisions = reader.decisions(row.application);
    const auto findings = reader.findings(row.application);
    for (const auto& criterion : row.grounds)
        grounds.push_back({criterion, reason_of(decisions, findings, criterion)});
    return grounds;
}

} // namespace

api::ApplicationState state_of(const store::ApplicationRow& row) {
    using api::ApplicationState;
    if (row.withdrawn) return ApplicationState::withdrawn;
    if (row.supplement_requested) return ApplicationState::supplement_requested;
    if (!row.eligible) return ApplicationState::submitted;
    return *row.eligible ? ApplicationState::eligible : ApplicationState::refused;
}

std::optional<std::string> open_request(const store::Reader& reader,
                                        const store::ApplicationRow& row) {
    if (!row.supplement_requested) return std::nullopt;
    std::optional<std::string> text;
    for (const auto& each : reader.supplements(row.application))
        if (each.request_hash) text = reader.private_text(row.contest, *each.request_hash);
    return text;
}

std::optional<api::PetitionView> petition_view(const store::Reader& reader,
                                               const store::ApplicationRow& row) {
    const auto petition = reader.petition_of(row.application);
    if (!petition) return std::nullopt;
    return api::PetitionView{petition->petition, petition->filed_at,
                             reader.private_text(row.contest, petition->text_hash).value_or(""),
                             petition->upheld, petition->reason};
}

api::MyApplication own_view(const store::Reader& reader, const store::ApplicationRow& row) {
    api::MyApplication view;
    view.application = row.application;
    view.contest = row.contest;
    view.candidate = row.candidate;
    view.post = row.post;
    view.number = row.number;
    view.received_at = row.received_at;
    view.source = row.source;
    view.roll_number = row.roll_number;
    if (auto contest = reader.contest(row.contest)) {
        const auto shown = seen(std::move(*contest));
        view.contest_title = shown.plan.contest.title.value_or("");
        view.post_title = post_title(shown.plan, row.post);
        view.stage = shown.row.stage;
        view.petition_closes_at = shown.row.petition_closes_at;
    }
    auto told = row;
    const bool posted = reader.eligible_list(row.contest).has_value();
    if (!posted) told.eligible.reset();
    view.state = state_of(told);
    if (posted) view.grounds = grounds_of(reader, row);
    view.supplement_request = open_request(reader, row);
    view.petition = petition_view(reader, row);
    if (const auto entry = reader.entry(row.contest, row.index))
        view.code = text::receipt_code(journal::leaf_hash(entry->leaf));
    return view;
}

api::RegisterLine register_line(const store::ApplicationRow& row) {
    api::RegisterLine line;
    line.application = row.application;
    line.candidate = row.candidate;
    line.number = row.number;
    line.post = row.post;
    line.full_name = row.names.full_name;
    line.given_name = row.names.given_name;
    line.state = state_of(row);
    line.source = row.source;
    line.introducing_body = row.introducing_body;
    line.received_at = row.received_at;
    line.roll_number = row.roll_number;
    return line;
}

} // namespace thi::http
