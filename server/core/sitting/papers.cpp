// The rules of papers: sealed by two people, opened at the bell, switched to the backup.

#include "core/marking/blinding.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"
#include "core/result/sum_limits.h"
#include "core/sitting/decide.h"
#include "core/sitting/lookup.h"
#include "core/sitting/paper_check.h"

#include <algorithm>

namespace thi::core {

namespace {

Result<const Round*> the_round(const Contest& contest, RoundId round) {
    if (const Round* found = find_round(contest.plan, round)) return found;
    return refuse(Code::not_found, "Không có vòng thi này.", "There is no such round.");
}

Result<const SealedPaper*> the_paper(const Contest& contest, PaperId paper) {
    if (const auto found = contest.papers.find(paper); found != contest.papers.end())
        return &found->second;
    return refuse(Code::not_found, "Không có đề thi này.", "There is no such paper.");
}

// Papers of a round that counts are sealed before its bell; practice papers at any time.
Result<void> may_seal(const Contest& contest, const Round& round, Instant now) {
    const bool living = contest.stage != Stage::draft && before_scored(contest.stage);
    if (!living)
        return refuse(Code::wrong_state, "Cuộc thi không ở giai đoạn ra đề.",
                      "The contest is not at a stage for papers.");
    if (round.type == RoundType::defence)
        return refuse(Code::wrong_state, "Vòng bảo vệ đề án không có đề thi.",
                      "A defence round has no paper.");
    if (!round.practice && round.opens && now >= *round.opens)
        return refuse(Code::deadline_passed, "Vòng thi đã mở.", "The round has opened.");
    return {};
}

Result<void> one_more(const Contest& contest, const Round& round, Variant variant) {
    const auto& rules = contest.plan.paper;
    const Whole limit = variant == Variant::backup ? rules.backup_count.value_or(0)
                        : round.practice           ? 1
                                                   : rules.official_count.value_or(1);
    const auto sealed =
        std::count_if(contest.papers.begin(), contest.papers.end(), [&](const auto& entry) {
            return entry.second.round == round.round && entry.second.variant == variant;
        });
    if (sealed < limit) return {};
    return refuse(Code::limit_reached, "Vòng thi đã đủ số đề loại này.",
                  "The round has all its papers of this kind.");
}

Result<void> check_content(const Contest& contest, const Round& round, const SealPaper& command) {
    auto faults = check_paper(command.paper, command.key);
    for (auto& fault : check_parts(contest.plan, round, command.paper))
        faults.push_back(std::move(fault));
    if (!faults.empty())
        return refuse(Code::invalid_field, "Đề thi hoặc đáp án chưa đúng quy cách.",
                      "The paper or its key is not well formed.", std::move(faults));
    const Points total = marked_total(round, command.paper, command.key);
    if (round.type == RoundType::objective && total == Points{})
        return refuse(Code::incomplete, "Đề trắc nghiệm không có câu nào chấm bằng máy.",
                      "An objective paper has nothing that the computer marks.");
    if (!round.practice && !sums_fit(contest, std::pair{round.round, total}))
        return refuse(Code::limit_reached,
                      "Điểm, thang điểm và hệ số của các vòng quá lớn để cộng chính xác.",
                      "Points, scales and weights of the rounds are too large to add exactly.");
    return {};
}

// One of the two must lead the contest: setters alone do not seal their own paper.
Result<void> approved_with_chair(const Contest& contest, const Approvals& approvals,
                                 std::initializer_list<Role> roles, Instant now) {
    if (auto two = approved_by_two(contest, approvals, roles, now); !two) return two;
    const bool led = std::any_of(approvals.begin(), approvals.end(), [&](const Approval& one) {
        return holds_role(contest, one.person, leading_roles).has_value();
    });
    if (led) return {};
    return refuse(Code::needs_approval, "Cần Chủ tịch hoặc Phó Chủ tịch Hội đồng phê duyệt.",
                  "The chair or vice chair must be one of the two.");
}

} // namespace

Result<Events> decide_on(const Contest& contest, const SealPaper& command, Instant now) {
    if (auto may = holds_role(contest, command.by, {Role::setter, Role::chair, Role::vice_chair});
        !may)
        return may.error();
    const auto round = the_round(contest, command.round);
    if (!round) return round.error();
    if (auto open = may_seal(contest, **round, now); !open) return open.error();
    if (!command.paper.paper)
        return refuse(Code::invalid_field, "Đề thi chưa có mã.", "The paper has no id.");
    if (contest.papers.contains(command.paper.paper))
        return refuse(Code::already_done, "Đề thi này đã được niêm phong.",
                      "This paper is sealed already.");
    if (auto room = one_more(contest, **round, command.variant); !room) return room.error();
    if (auto fine = check_content(contest, **round, command); !fine) return fine.error();
    if (auto two = approved_with_chair(contest, command.approvals,
                                       {Role::chair, Role::vice_chair, Role::setter}, now);
        !two)
        return two.error();
    return Events{PaperSealed{.by = command.by,
                              .paper = command.paper.paper,
                              .round = command.round,
                              .variant = command.variant,
                              .ciphertext_hash = command.ciphertext_hash,
                              .plaintext_commitment = command.plaintext_commitment,
                              .holders = {},
                              .approvals = command.approvals},
                  KeySealed{.by = command.by,
                            .paper = command.paper.paper,
                            .commitment = command.key_commitment}};
}

Result<Events> decide_on(const Contest& contest, const OpenPaper& command, Instant now) {
    const auto paper = the_paper(contest, command.paper);
    if (!paper) return paper.error();
    if ((*paper)->opened_at)
        return refuse(Code::already_done, "Đề thi đã được mở.", "The paper is open already.");
    const Round* round = find_round(contest.plan, (*paper)->round);
    if (round == nullptr || !may_be_held(contest, *round))
        return refuse(Code::wrong_state, "Cuộc thi không ở giai đoạn thi.",
                      "The contest is not holding its rounds.");
    if (now < round->opens.value_or(Instant::max()))
        return refuse(Code::too_early, "Chưa đến giờ mở đề.",
                      "The hour at which the paper opens has not come.");
    if (auto two = approved_with_chair(
            contest, command.approvals,
            {Role::chair, Role::vice_chair, Role::setter, Role::head_of_invigilation}, now);
        !two)
        return two.error();
    return Events{PaperOpened{
        .paper = command.paper, .approvals = command.approvals, .reason = command.reason}};
}

Result<Events> decide_on(const Contest& contest, const OpenDuePapers&, Instant now) {
    Events events;
    for (const auto& [id, progress] : contest.rounds) {
        const Round* round = find_round(contest.plan, id);
        if (round == nullptr || !progress.paper || !may_be_held(contest, *round)) continue;
        if (now < round->opens.value_or(Instant::max())) continue;
        if (contest.papers.at(*progress.paper).opened_at) continue;
        events.push_back(PaperOpened{.paper = *progress.paper, .approvals = {}, .reason = {}});
    }
    return events;
}

Result<Events> decide_on(const Contest& contest, const SwitchPaper& command, Instant now) {
    const auto round = the_round(contest, command.round);
    if (!round) return round.error();
    const auto to = the_paper(contest, command.to);
    if (!to || (*to)->round != command.round)
        return refuse(Code::not_found, "Vòng thi không có đề này.", "The round has no such paper.");
    if (!before_scored(contest.stage) || contest.stage == Stage::draft)
        return refuse(Code::wrong_state, "Không còn đổi đề được nữa.",
                      "The paper can no longer be switched.");
    if (auto open = not_blinded_yet(contest, command.round); !open) return open.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    const auto progress = contest.rounds.find(command.round);
    if (progress == contest.rounds.end() || !progress->second.paper)
        return refuse(Code::incomplete, "Vòng thi chưa có đề chính thức.",
                      "The round has no paper in use.");
    if (*progress->second.paper == command.to)
        return refuse(Code::already_done, "Đề này đang được dùng.", "This paper is in use.");
    for (const auto& id : progress->second.sittings)
        if (contest.sittings.at(id).submitted_at)
            return refuse(Code::wrong_state, "Đã có thí sinh nộp bài theo đề cũ.",
                          "A candidate has handed in on the old paper.");
    if (auto two = approved_with_chair(
            contest, command.approvals,
            {Role::chair, Role::vice_chair, Role::setter, Role::head_of_invigilation}, now);
        !two)
        return two.error();
    return Events{PaperSwitched{.by = command.by,
                                .round = command.round,
                                .from = *progress->second.paper,
                                .to = command.to,
                                .reason = command.reason,
                                .approvals = command.approvals}};
}

void apply_on(Contest& contest, const PaperSealed& event, const Record&) {
    contest.papers[event.paper] = {.paper = event.paper,
                                   .round = event.round,
                                   .variant = event.variant,
                                   .ciphertext_hash = event.ciphertext_hash,
                                   .plaintext_commitment = event.plaintext_commitment,
                                   .key_commitment = {},
                                   .opened_at = {},
                                   .content = {},
                                   .key = {}};
    auto& in_use = contest.rounds[event.round].paper;
    if (event.variant == Variant::official && !in_use) in_use = event.paper;
}

void apply_on(Contest& contest, const KeySealed& event, const Record&) {
    contest.papers.at(event.paper).key_commitment = event.commitment;
}

void apply_on(Contest& contest, const PaperOpened& event, const Record& record) {
    contest.papers.at(event.paper).opened_at = record.at;
}

// Sittings that have begun go on with the new paper. Answers to items that both papers have stay.
void apply_on(Contest& contest, const PaperSwitched& event, const Record&) {
    auto& progress = contest.rounds.at(event.round);
    progress.paper = event.to;
    for (const auto& id : progress.sittings) {
        auto& sitting = contest.sittings.at(id);
        if (sitting.paper == event.from) sitting.paper = event.to;
    }
}

} // namespace thi::core
