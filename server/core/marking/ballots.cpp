#include "core/marking/ballots.h"

#include "core/marking/council.h"
#include "core/marking/defence_decide.h"
#include "core/marking/hearing.h"
#include "core/plan/duties.h"
#include "core/refusal.h"

#include <algorithm>
#include <set>

namespace thi::core {

namespace {

Result<void> is_scorer(const Contest& contest, RoundId round, CandidateId candidate,
                       PersonId member) {
    const auto all = scorers(contest, round, candidate);
    if (std::find(all.begin(), all.end(), member) != all.end()) return {};
    return refuse(Code::forbidden,
                  "Chỉ thành viên có mặt và không vướng quan hệ được chấm thí sinh này.",
                  "Only members who are present and not excluded score this candidate.");
}

Result<void> kind_is(const Contest& contest, BallotKind kind) {
    if (contest.plan.panel.ballot.value_or(BallotKind::secret) == kind) return {};
    if (kind == BallotKind::secret)
        return refuse(Code::wrong_state, "Hội đồng chấm công khai, không bỏ phiếu kín.",
                      "The council scores openly, not by secret ballot.");
    return refuse(Code::wrong_state, "Hội đồng bỏ phiếu kín, không chấm công khai.",
                  "The council votes by secret ballot, not openly.");
}

Result<void> box_is_sound(const Hearing& hearing, const std::vector<BoxedBallot>& box) {
    if (box.size() > hearing.roll.size())
        return refuse(Code::wrong_state, "Số phiếu trong hòm nhiều hơn số phiếu đã phát.",
                      "More ballots lie in the box than were issued.");
    std::set<BallotId> ids;
    std::set<crypto::Digest> tokens;
    for (const auto& ballot : box)
        if (!ids.insert(ballot.ballot).second || !tokens.insert(ballot.token_digest).second)
            return refuse(Code::invalid_field, "Hai phiếu trong hòm trùng nhau.",
                          "Two ballots in the box are one.");
    return {};
}

} // namespace

bool is_valid_score(const Plan& plan, std::optional<Points> score) {
    if (!score) return false;
    const auto& panel = plan.panel;
    const auto least = panel.score_min.value_or(Points{0});
    const auto step = panel.score_step.value_or(Points{1});
    if (*score < least || *score > panel.score_max.value_or(Points{10'000})) return false;
    return step.hundredths <= 0 || (score->hundredths - least.hundredths) % step.hundredths == 0;
}

Fraction panel_mark(const Plan& plan, std::vector<Points> scores) {
    if (scores.empty()) return {};
    std::sort(scores.begin(), scores.end());
    const auto aggregate = plan.panel.aggregate.value_or(Aggregate::mean);
    if (aggregate == Aggregate::median) {
        const auto half = scores.size() / 2;
        if (scores.size() % 2 == 1) return {scores[half].hundredths, 1};
        return {scores[half - 1].hundredths + scores[half].hundredths, 2};
    }
    const auto drop = static_cast<std::size_t>(plan.panel.drop_outliers.value_or(0));
    if (aggregate == Aggregate::trimmed_mean && scores.size() > 2 * drop) {
        scores.erase(scores.end() - static_cast<std::ptrdiff_t>(drop), scores.end());
        scores.erase(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(drop));
    }
    Points sum;
    for (const auto score : scores)
        sum += score;
    return {sum.hundredths, std::ssize(scores)};
}

Result<void> may_score(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto* hearing = find_hearing(contest, round, candidate);
    if (hearing == nullptr)
        return refuse(Code::not_found, "Chưa khai mạc bảo vệ đề án của thí sinh này.",
                      "This candidate's defence is not open.");
    if (contest.stage != Stage::defence || hearing->count)
        return refuse(Code::wrong_state, "Đã kiểm phiếu hoặc đã kết thúc giai đoạn bảo vệ.",
                      "The ballots are counted, or the stage of defences is over.");
    if (hearing->step == DefenceStep::absent)
        return refuse(Code::wrong_state, "Thí sinh vắng mặt.", "The candidate is absent.");
    const bool each = contest.plan.panel.ballot_timing.value_or(
                          BallotTiming::after_each_candidate) == BallotTiming::after_each_candidate;
    const bool due = each ? hearing->step >= DefenceStep::deliberation
                          : post_is_over(contest, round, hearing->post);
    if (hearing->step && due) return {};
    return refuse(Code::too_early,
                  each ? "Chỉ chấm sau phần hỏi đáp của thí sinh."
                       : "Chỉ chấm khi mọi thí sinh của chức danh đã bảo vệ xong.",
                  each ? "Scores are given after the candidate's questions."
                       : "Scores are given when every candidate of the post has been heard.");
}

Result<void> may_cast(const Contest& contest, RoundId round, CandidateId candidate) {
    if (auto kind = kind_is(contest, BallotKind::secret); !kind) return kind;
    if (auto may = may_score(contest, round, candidate); !may) return may;
    const auto* hearing = find_hearing(contest, round, candidate);
    const bool all = hearing->roll.size() == scorers(contest, round, candidate).size();
    if (all || (hearing->roll_closed && !hearing->roll.empty())) return {};
    return refuse(Code::too_early, "Chờ mọi thành viên có mặt nhận phiếu rồi mới bỏ phiếu.",
                  "Ballots are cast when every member present has got his.");
}

bool sheets_are_visible(const Contest& contest, RoundId round, CandidateId candidate) {
    const auto* hearing = find_hearing(contest, round, candidate);
    return hearing != nullptr &&
           hearing->sheets.size() == scorers(contest, round, candidate).size();
}

// Who has got a ballot gets the same one again: the token scheme makes it from the same secret.
Result<Events> decide_on(const Contest& contest, const IssueBallot& command, Instant) {
    if (auto kind = kind_is(contest, BallotKind::secret); !kind) return kind.error();
    if (auto may = may_score(contest, command.round, command.candidate); !may) return may.error();
    if (auto may = is_scorer(contest, command.round, command.candidate, command.member); !may)
        return may.error();
    const auto* hearing = find_hearing(contest, command.round, command.candidate);
    if (hearing->roll.contains(command.member)) return Events{};
    if (hearing->roll_closed)
        return refuse(Code::deadline_passed, "Đã chốt danh sách phát phiếu.",
                      "The roll is closed.");
    return Events{BallotIssued{
        .member = command.member, .round = command.round, .candidate = command.candidate}};
}

Result<Events> decide_on(const Contest& contest, const CountBallots& command, Instant now) {
    if (auto may =
            holds_role(contest, command.by, {Role::secretary, Role::chair, Role::vice_chair});
        !may)
        return may.error();
    if (auto may = may_cast(contest, command.round, command.candidate); !may) return may.error();
    const auto* hearing = find_hearing(contest, command.round, command.candidate);
    if (!post_is_over(contest, command.round, hearing->post))
        return refuse(Code::too_early,
                      "Chỉ kiểm phiếu khi mọi thí sinh của chức danh đã bảo vệ xong.",
                      "Ballots are counted when every candidate of the post has been heard.");
    if (auto sound = box_is_sound(*hearing, command.box); !sound) return sound.error();
    if (auto two = approved_by_two(
            contest, command.approvals,
            {Role::chair, Role::vice_chair, Role::secretary, Role::council_member}, now);
        !two)
        return two.error();

    auto box = command.box;
    std::sort(box.begin(), box.end(),
              [](const BoxedBallot& a, const BoxedBallot& b) { return a.ballot < b.ballot; });
    Events events;
    std::vector<Points> valid;
    for (const auto& ballot : box) {
        if (is_valid_score(contest.plan, ballot.score)) valid.push_back(*ballot.score);
        events.push_back(BallotCast{.round = command.round,
                                    .candidate = command.candidate,
                                    .ballot = ballot.ballot,
                                    .token_digest = ballot.token_digest,
                                    .score = ballot.score,
                                    .salt = ballot.salt});
    }
    const auto invalid = std::ssize(box) - std::ssize(valid);
    events.push_back(BallotsCounted{.by = command.by,
                                    .round = command.round,
                                    .candidate = command.candidate,
                                    .issued = std::ssize(hearing->roll),
                                    .cast = std::ssize(box),
                                    .invalid = invalid,
                                    .mark = panel_mark(contest.plan, std::move(valid)),
                                    .approvals = command.approvals});
    return events;
}

Result<Events> decide_on(const Contest& contest, const ScoreSheet& command, Instant) {
    if (auto kind = kind_is(contest, BallotKind::open); !kind) return kind.error();
    if (auto may = may_score(contest, command.round, command.candidate); !may) return may.error();
    if (auto may = is_scorer(contest, command.round, command.candidate, command.by); !may)
        return may.error();
    const auto* hearing = find_hearing(contest, command.round, command.candidate);
    if (hearing->sheets.contains(command.by))
        return refuse(Code::already_done, "Anh/chị đã chấm thí sinh này; phiếu không sửa được.",
                      "You have scored this candidate; a sheet is not edited.");
    auto rubric = contest.plan.panel.rubric.value_or({});
    const auto most = contest.plan.panel.score_max.value_or(Points{10'000});
    if (rubric.empty()) rubric.push_back({"", most});
    bool fits = rubric.size() == command.lines.size();
    Points total;
    for (std::size_t i = 0; fits && i < rubric.size(); ++i) {
        const auto& line = command.lines[i];
        fits = line.criterion == rubric[i].criterion && line.points >= Points{0} &&
               line.points <= rubric[i].max;
        total += line.points;
    }
    if (!fits || !is_valid_score(contest.plan, total))
        return refuse(Code::invalid_field, "Phiếu chấm không đúng tiêu chí hoặc thang điểm.",
                      "The sheet does not keep the criteria or the range of points.");
    return Events{SheetScored{.by = command.by,
                              .round = command.round,
                              .candidate = command.candidate,
                              .lines = command.lines,
                              .total = total}};
}

void apply_on(Contest& contest, const BallotIssued& event, const Record& record) {
    contest.defences.at(event.round)
        .hearings.at(event.candidate)
        .roll.emplace(event.member, record.index);
}

void apply_on(Contest& contest, const BallotCast& event, const Record&) {
    ++contest.defences.at(event.round).hearings.at(event.candidate).ballots;
}

void apply_on(Contest& contest, const BallotsCounted& event, const Record& record) {
    contest.defences.at(event.round).hearings.at(event.candidate).count =
        BallotCount{event.issued, event.cast, event.invalid, event.mark, record.index};
}

void apply_on(Contest& contest, const SheetScored& event, const Record& record) {
    contest.defences.at(event.round)
        .hearings.at(event.candidate)
        .sheets.emplace(event.by, Sheet{event.lines, event.total, record.index});
}

} // namespace thi::core
