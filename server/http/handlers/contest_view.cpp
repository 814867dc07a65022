#include "http/handlers/contest_view.h"

#include "core/plan/parameters.h"
#include "http/exchange.h"
#include "http/refusals.h"
#include "journal/note.h"
#include "journal/plan_json.h"
#include "store/error.h"
#include "store/store.h"

#include <algorithm>
#include <numeric>

namespace thi::http {
namespace {

template <class T> std::vector<T> listed(const core::Setting<std::vector<T>>& setting) {
    return setting.value.value_or(std::vector<T>{});
}

core::Whole minutes_of(const core::Plan& plan, const core::Round& round) {
    if (round.minutes > 0 || round.type != core::RoundType::objective) return round.minutes;
    const auto parts = listed(plan.round.objective.parts);
    return std::accumulate(
        parts.begin(), parts.end(), core::Whole{0},
        [](core::Whole sum, const core::RoundPart& part) { return sum + part.minutes; });
}

std::vector<api::RoundLine> round_lines(const core::Plan& plan) {
    std::vector<api::RoundLine> lines;
    for (const auto& round : listed(plan.rounds)) {
        api::RoundLine line;
        line.round = round.round;
        line.type = round.type;
        line.title = round.title;
        line.practice = round.practice;
        line.gate = round.gate;
        line.weight = round.weight;
        line.scale = round.scale;
        line.pass = round.pass;
        line.opens_at = round.opens;
        line.closes_at = round.closes;
        line.minutes = minutes_of(plan, round);
        line.clock = round.clock;
        line.held_again_as = round.held_again_as;
        lines.push_back(std::move(line));
    }
    return lines;
}

api::Parameter parameter_line(const core::Parameter& parameter) {
    api::Parameter line;
    line.name = parameter.name;
    line.title_vi = parameter.title.vi;
    line.title_en = parameter.title.en;
    line.unit = parameter.unit;
    line.waivable = parameter.waivable();
    if (line.waivable) line.waived_means = parameter.waived.vi + " / " + parameter.waived.en;
    if (parameter.effect == core::Effect::not_yet)
        line.not_supported_step = std::string{text::name_of(parameter.missing)};
    return line;
}

bool sees_drafts(const Exchange& exchange) {
    if (!exchange.signed_in()) return false;
    const auto& standing = exchange.any_standing();
    return exchange.session().administrator || (standing && !standing->roles.empty());
}

} // namespace

ContestSeen seen(store::ContestRow row) {
    auto plan = journal::read_plan(row.plan);
    if (!plan) throw store::StoreError("a stored plan does not read");
    return {std::move(row), std::move(*plan)};
}

core::Result<ContestSeen> visible_contest(Exchange& exchange) {
    const auto id = exchange.path<core::ContestId>("contest");
    auto row =
        exchange.store().ask([&](const store::Reader& reader) { return reader.contest(id); });
    if (!row) return no_such_thing();
    if (row->plan_version == 0 && !sees_drafts(exchange)) return no_such_thing();
    return seen(std::move(*row));
}

core::Result<ContestSeen> published_contest(Exchange& exchange) {
    auto contest = visible_contest(exchange);
    if (contest && contest->row.plan_version == 0) return no_such_thing();
    return contest;
}

api::ContestLine contest_line(const ContestSeen& contest) {
    const auto& plan = contest.plan;
    api::ContestLine line;
    line.contest = contest.row.site.contest;
    line.code = contest.row.site.code;
    line.title = plan.contest.title.value_or("");
    line.title_en = plan.contest.title_en.value;
    line.stage = contest.row.stage;
    line.authority = plan.contest.authority.value;
    line.intake_opens_at = plan.intake.opens.value;
    line.intake_closes_at =
        contest.row.intake_closes_at ? contest.row.intake_closes_at : plan.intake.closes.value;
    for (const auto& post : listed(plan.post.list)) {
        ++line.posts;
        line.seats += post.seats;
    }
    line.demo = contest.row.site.demo;
    return line;
}

api::Notice notice_of(const store::Reader& reader, const ContestSeen& contest, core::Instant now) {
    const auto& [row, plan] = contest;
    api::Notice notice;
    notice.contest = contest_line(contest);
    notice.legal_basis = listed(plan.contest.legal_basis);
    notice.posts = listed(plan.post.list);
    notice.rounds = round_lines(plan);
    if (const auto& required = plan.dossier.required_documents; required.is_set())
        notice.required_documents.assign(required->begin(), required->end());
    for (const auto& stage : reader.stages(row.site.contest))
        notice.stages.push_back({stage.to, stage.at});
    notice.petition_closes_at = row.petition_closes_at;
    if (row.plan_version > 0) {
        notice.plan_hash = crypto::sha256(row.plan);
        if (const auto key = journal::parse_vkey(row.log_vkey))
            notice.log = api::LogKey{key->name, row.log_vkey};
    }
    notice.server_now = now;
    return notice;
}

api::PlanView plan_view(const ContestSeen& contest) {
    api::PlanView view;
    const auto parsed = text::parse(contest.row.plan);
    if (!parsed) throw store::StoreError("a stored plan is not JSON");
    view.plan.value = *parsed;
    for (const auto& fault : journal::faults_of(contest.row.plan, contest.plan))
        view.faults.push_back({fault.pointer, fault.code, fault.detail.vi, fault.detail.en});
    for (const auto& parameter : core::parameters())
        view.parameters.push_back(parameter_line(parameter));
    view.hash = crypto::sha256(contest.row.plan);
    view.version = contest.row.plan_version;
    return view;
}

std::string post_title(const core::Plan& plan, core::PostId post) {
    for (const auto& each : listed(plan.post.list))
        if (each.post == post) return each.title;
    return {};
}

std::string person_name(const store::Reader& reader, core::PersonId person) {
    const auto account = reader.account_of(person);
    return account ? reader.names(*account).full_name : std::string{};
}

} // namespace thi::http
