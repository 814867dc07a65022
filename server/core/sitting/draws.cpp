// The rules of draws: a frozen pool, commitments by several people, their reveals, the outcome.

#include "core/marking/blinding.h"
#include "core/marking/hearing.h"
#include "core/plan/duties.h"
#include "core/refusal.h"
#include "core/result/ladder.h"
#include "core/result/tally.h"
#include "core/sitting/decide.h"
#include "core/sitting/draw.h"
#include "core/sitting/lookup.h"
#include "core/sitting/pool.h"
#include "core/sitting/seats.h"

#include <algorithm>

namespace thi::core {

namespace {

constexpr std::size_t commitments_max = 20;

Result<const Draw*> open_draw(const Contest& contest, const std::string& name) {
    const auto found = contest.draws.find(name);
    if (found == contest.draws.end())
        return refuse(Code::not_found, "Không có lần bốc thăm này.", "There is no such draw.");
    if (found->second.order)
        return refuse(Code::already_done, "Đã bốc thăm xong.", "The draw is resolved.");
    return &found->second;
}

// A draw that cannot be finished (a reveal is withheld) is frozen anew; not once two reveals are
// known, or somebody could try until he likes the outcome.
Result<void> may_freeze(const Contest& contest, const std::string& name) {
    const auto found = contest.draws.find(name);
    if (found == contest.draws.end()) return {};
    if (found->second.order || found->second.reveals.size() >= commitments_min)
        return refuse(Code::already_done, "Lần bốc thăm này đã chốt.", "This draw is settled.");
    return {};
}

Result<std::vector<CandidateId>> seats_pool(const Contest& contest, const FreezeDraw& command) {
    const Round* round = command.round ? find_round(contest.plan, *command.round) : nullptr;
    if (round == nullptr || !stands(*round) || command.draw != "seats/" + round->round.str())
        return refuse(Code::invalid_field, "Bốc thăm chỗ ngồi phải nêu đúng vòng thi.",
                      "A draw of seats names its round.");
    if (!command.pool.empty())
        return refuse(Code::invalid_field, "Danh sách bốc thăm chỗ ngồi do hệ thống lập.",
                      "The pool of a draw of seats is not given by hand.");
    if (contest.stage != Stage::preparing && contest.stage != Stage::sitting)
        return refuse(Code::wrong_state, "Chưa đến giai đoạn bốc thăm chỗ ngồi.",
                      "The contest is not at the stage of drawing seats.");
    return who_may_sit(contest, *round);
}

// Fixed before anybody has written a word.
Result<std::vector<CandidateId>> blinding_pool(const Contest& contest, const FreezeDraw& command,
                                               Instant now) {
    const Round* round = command.round ? find_round(contest.plan, *command.round) : nullptr;
    if (round == nullptr || !stands(*round) || round->type != RoundType::written ||
        command.draw != blinding_draw_name(round->round))
        return refuse(Code::invalid_field, "Bốc thăm số phách phải nêu đúng vòng thi viết.",
                      "A blinding draw names its written round.");
    if (!command.pool.empty())
        return refuse(Code::invalid_field, "Danh sách bốc thăm số phách do hệ thống lập.",
                      "The pool of a blinding draw is not given by hand.");
    if (contest.stage != Stage::preparing && contest.stage != Stage::sitting)
        return refuse(Code::wrong_state, "Chưa đến giai đoạn bốc thăm số phách.",
                      "The contest is not at the stage of the blinding draw.");
    if (now >= round->opens.value_or(Instant::max()))
        return refuse(Code::deadline_passed, "Số phách phải được bốc thăm trước giờ thi.",
                      "The blinding draw is fixed before the bell.");
    return who_may_sit(contest, *round);
}

Result<void> may_commit(const Contest& contest, const Draw& draw, Instant now) {
    if (draw.purpose != DrawPurpose::blinding || !draw.round) return {};
    const Round* round = find_round(contest.plan, *draw.round);
    if (round != nullptr && now < round->opens.value_or(Instant::max())) return {};
    return refuse(Code::deadline_passed, "Đã đến giờ thi, không còn cam kết số phách được nữa.",
                  "The bell has gone; nobody commits to the blinding draw any more.");
}

// A blinding draw opens to the server alone (script.seed), and its outcome is never written.
Result<void> is_public(const Draw& draw) {
    if (draw.purpose != DrawPurpose::blinding) return {};
    return refuse(Code::wrong_state, "Lần bốc thăm số phách không được mở công khai.",
                  "A blinding draw is not opened to everybody.");
}

Result<std::vector<CandidateId>> tie_pool(const Contest& contest, const FreezeDraw& command) {
    std::vector<CandidateId> pool = command.pool;
    std::sort(pool.begin(), pool.end());
    const bool here = contest.stage == Stage::scored || contest.stage == Stage::released;
    if (!here || !contest.trace_hash || contest.final_hash)
        return refuse(Code::wrong_state, "Chưa có kết quả để bốc thăm.",
                      "There are no scores to draw on.");
    for (const auto& tie : tally(contest).open_ties) {
        auto equals = tie.candidates;
        std::sort(equals.begin(), equals.end());
        if (tie.next == TieRung::public_draw && equals == pool &&
            command.draw == tie_draw_name(contest, tie))
            return pool;
    }
    return refuse(Code::invalid_field, "Danh sách không khớp nhóm bằng điểm nào cần bốc thăm.",
                  "The pool is no group of equals whose next rung is a draw.");
}

// Drawn at the opening or before it: who is heard for the post, and the draw's name says for which.
Result<std::vector<CandidateId>> order_pool(const Contest& contest, const FreezeDraw& command) {
    const Round* round = command.round ? find_round(contest.plan, *command.round) : nullptr;
    if (round == nullptr || round->type != RoundType::defence || !command.pool.empty())
        return refuse(
            Code::invalid_field, "Bốc thăm thứ tự phải nêu đúng vòng bảo vệ đề án.",
            "A draw of order names its defence round, and its pool is not given by hand.");
    if (contest.stage != Stage::preparing && contest.stage != Stage::defence)
        return refuse(Code::wrong_state, "Chưa đến giai đoạn bốc thăm thứ tự trình bày.",
                      "The contest is not at the stage of drawing the order.");
    if (contest.plan.defence.order.value_or(OrderRule::public_draw) != OrderRule::public_draw)
        return refuse(Code::wrong_state, "Kế hoạch xếp thứ tự theo số báo danh, không bốc thăm.",
                      "The plan orders by roll number, without a draw.");
    for (const auto& post : *contest.plan.post.list)
        if (command.draw == order_draw_name(round->round, post.post))
            return who_is_heard(contest, *round, post.post);
    return refuse(Code::invalid_field, "Bốc thăm thứ tự phải nêu đúng chức danh.",
                  "A draw of order names its post.");
}

// Nobody gets a seat in a written round before its codes are out of everybody's hands.
Result<void> blinding_ready(const Contest& contest, RoundId id) {
    const Round* round = find_round(contest.plan, id);
    if (round == nullptr || round->type != RoundType::written || round->practice) return {};
    const auto draw = contest.draws.find(blinding_draw_name(id));
    if (draw != contest.draws.end() && draw->second.commitments.size() >= commitments_min)
        return {};
    return refuse(Code::incomplete, "Chưa có hai người cam kết bốc thăm số phách của vòng thi này.",
                  "Two people have not committed to the round's blinding draw.");
}

Result<std::vector<CandidateId>> pool_of(const Contest& contest, const FreezeDraw& command,
                                         Instant now) {
    switch (command.purpose) {
    case DrawPurpose::seats:
        return seats_pool(contest, command);
    case DrawPurpose::tie:
        return tie_pool(contest, command);
    case DrawPurpose::order:
        return order_pool(contest, command);
    case DrawPurpose::blinding:
        return blinding_pool(contest, command, now);
    }
    return refuse(Code::not_supported_yet, "Chưa hỗ trợ.", "Not supported yet.");
}

} // namespace

Result<Events> decide_on(const Contest& contest, const FreezeDraw& command, Instant now) {
    const bool blinds = command.purpose == DrawPurpose::blinding &&
                        holds_role(contest, command.by, {Role::blinder});
    if (auto may =
            holds_role(contest, command.by, {Role::chair, Role::vice_chair, Role::secretary});
        !may && !blinds)
        return may.error();
    if (auto may = may_freeze(contest, command.draw); !may) return may.error();
    const auto pool = pool_of(contest, command, now);
    if (!pool) return pool.error();
    if (pool->empty())
        return refuse(Code::incomplete, "Không có ai trong danh sách bốc thăm.",
                      "The pool is empty.");
    return Events{DrawFrozen{.by = command.by,
                             .draw = command.draw,
                             .purpose = command.purpose,
                             .round = command.round,
                             .pool = *pool}};
}

// Everybody with a role may take part: the more, the harder to rig.
Result<Events> decide_on(const Contest& contest, const CommitDraw& command, Instant now) {
    const auto draw = open_draw(contest, command.draw);
    if (!draw) return draw.error();
    if (auto may = may_commit(contest, **draw, now); !may) return may.error();
    const auto person = contest.officials.find(command.by);
    if (person == contest.officials.end() || person->second.roles.empty())
        return refuse(Code::forbidden, "Chỉ người có nhiệm vụ trong cuộc thi được tham gia.",
                      "Only officials of the contest take part.");
    if (!(*draw)->reveals.empty())
        return refuse(Code::deadline_passed, "Đã bắt đầu mở cam kết.",
                      "Commitments are being revealed already.");
    for (const auto& [by, commitment] : (*draw)->commitments) {
        if (by == command.by)
            return refuse(Code::already_done, "Anh/chị đã cam kết.", "You have committed already.");
        if (commitment == command.commitment)
            return refuse(Code::invalid_field, "Cam kết trùng với của người khác.",
                          "Somebody else has this commitment.");
    }
    if ((*draw)->commitments.size() >= commitments_max)
        return refuse(Code::limit_reached, "Đã đủ 20 người cam kết.",
                      "Twenty people have committed.");
    return Events{
        DrawCommitted{.by = command.by, .draw = command.draw, .commitment = command.commitment}};
}

Result<Events> decide_on(const Contest& contest, const RevealDraw& command, Instant) {
    const auto draw = open_draw(contest, command.draw);
    if (!draw) return draw.error();
    if (auto open = is_public(**draw); !open) return open.error();
    if (auto may = may_reveal(**draw, command.by, command.nonce); !may) return may.error();
    return Events{DrawRevealed{.by = command.by, .draw = command.draw, .nonce = command.nonce}};
}

Result<Events> decide_on(const Contest& contest, const ResolveDraw& command, Instant) {
    if (auto may =
            holds_role(contest, command.by, {Role::chair, Role::vice_chair, Role::secretary});
        !may)
        return may.error();
    const auto draw = open_draw(contest, command.draw);
    if (!draw) return draw.error();
    if (auto open = is_public(**draw); !open) return open.error();
    if ((*draw)->reveals.size() < commitments_min)
        return refuse(Code::incomplete, "Cần ít nhất hai người mở cam kết.",
                      "At least two people reveal.");
    if ((*draw)->reveals.size() < (*draw)->commitments.size() &&
        !holds_role(contest, command.by, leading_roles))
        return refuse(Code::forbidden, "Bỏ qua người không mở cam kết: Chủ tịch quyết định.",
                      "Leaving out a missing reveal is the chair's decision.");
    DrawResolved resolved{.draw = command.draw, .seed = seed_of(**draw), .order = {}, .seats = {}};
    resolved.order = drawn_order(resolved.seed, command.draw, (*draw)->pool);
    if ((*draw)->purpose == DrawPurpose::seats) {
        if (auto ready = blinding_ready(contest, *(*draw)->round); !ready) return ready.error();
        auto seats = seats_for(contest, *(*draw)->round, resolved.order, command.sittings);
        if (!seats) return seats.error();
        resolved.seats = std::move(*seats);
    }
    return Events{std::move(resolved)};
}

void apply_on(Contest& contest, const DrawFrozen& event, const Record& record) {
    contest.draws[event.draw] = {.purpose = event.purpose,
                                 .round = event.round,
                                 .pool = event.pool,
                                 .root = record.root,
                                 .commitments = {},
                                 .reveals = {},
                                 .order = {}};
}

void apply_on(Contest& contest, const DrawCommitted& event, const Record&) {
    contest.draws.at(event.draw).commitments.emplace_back(event.by, event.commitment);
}

void apply_on(Contest& contest, const DrawRevealed& event, const Record&) {
    contest.draws.at(event.draw).reveals.emplace(event.by, event.nonce);
}

void apply_on(Contest& contest, const DrawResolved& event, const Record&) {
    auto& draw = contest.draws.at(event.draw);
    draw.order = event.order;
    for (const auto& seat : event.seats) {
        Sitting sitting;
        sitting.sitting = seat.sitting;
        sitting.candidate = seat.candidate;
        sitting.round = *draw.round;
        sitting.room = seat.room;
        sitting.seat = seat.seat;
        sitting.roll_number = seat.roll_number;
        contest.sittings.emplace(seat.sitting, std::move(sitting));
        auto& progress = contest.rounds[*draw.round];
        progress.sittings.push_back(seat.sitting);
        progress.latest[seat.candidate] = seat.sitting;
    }
}

} // namespace thi::core
