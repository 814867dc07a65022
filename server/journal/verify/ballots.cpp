#include "journal/verify/ballots.h"

#include "core/marking/ballots.h"

namespace thi::journal {

Ballots::Box& Ballots::box(core::RoundId round, core::CandidateId candidate) {
    return boxes_[{round, candidate}];
}

void Ballots::issued(const core::BallotIssued& event, const std::string& where) {
    ++check_.examined;
    auto& own = box(event.round, event.candidate);
    if (!own.roll.insert(event.member).second)
        check_.fail(where, "Một thành viên được phát hai phiếu cho một thí sinh.",
                    "One member got two ballots for one candidate.");
    if (own.counted)
        check_.fail(where, "Phát phiếu sau khi đã kiểm phiếu.", "Issued after the count.");
}

void Ballots::cast(const core::BallotCast& event, const std::string& where) {
    ++check_.examined;
    auto& own = box(event.round, event.candidate);
    ++own.cast;
    if (!tokens_.insert(event.token_digest).second || !ids_.insert(event.ballot).second)
        check_.fail(where, "Một phiếu được tính hai lần.", "One ballot is there twice.");
    if (own.counted) check_.fail(where, "Bỏ phiếu sau khi đã kiểm phiếu.", "Cast after the count.");
    if (core::is_valid_score(plan_, event.score)) own.valid.push_back(*event.score);
}

void Ballots::counted(const core::BallotsCounted& event, const std::string& where) {
    ++check_.examined;
    auto& own = box(event.round, event.candidate);
    if (own.counted) check_.fail(where, "Kiểm phiếu hai lần.", "Counted twice.");
    own.counted = true;
    if (event.issued != std::ssize(own.roll))
        check_.fail(where, "Số phiếu phát ra không khớp danh sách phát phiếu.",
                    "Ballots issued are not as many as the roll names.");
    if (event.cast != own.cast || own.cast > std::ssize(own.roll))
        check_.fail(where, "Số phiếu bỏ không khớp các lá phiếu, hoặc nhiều hơn số phiếu phát.",
                    "Ballots cast are not as many as there are, or more than were issued.");
    if (event.invalid != own.cast - std::ssize(own.valid))
        check_.fail(where, "Số phiếu không hợp lệ tính lại không khớp.",
                    "Invalid ballots do not recount.");
    if (event.mark != core::panel_mark(plan_, own.valid))
        check_.fail(where, "Điểm của hội đồng tính lại không khớp.",
                    "The council's mark does not recompute.");
}

void Ballots::take(const core::Event& event, const std::string& where) {
    if (const auto* opened = std::get_if<core::ContestOpened>(&event)) plan_ = opened->plan;
    if (const auto* amended = std::get_if<core::PlanAmended>(&event)) plan_ = amended->plan;
    if (const auto* one = std::get_if<core::BallotIssued>(&event)) issued(*one, where);
    if (const auto* one = std::get_if<core::BallotCast>(&event)) cast(*one, where);
    if (const auto* one = std::get_if<core::BallotsCounted>(&event)) counted(*one, where);
}

void Ballots::finish(const Check& openings) {
    for (const auto& [key, own] : boxes_)
        if (own.cast > 0 && !own.counted)
            check_.fail("box " + key.first.str() + ", " + key.second.str(),
                        "Có phiếu trong nhật ký mà không có biên bản kiểm phiếu.",
                        "Ballots are in the log and no count is.");
    if (unopened_ == 0) return;
    check_.positions.clear();
    check_.sealed = openings.sealed;
    check_.erased = openings.erased;
    if (check_.sealed == 0)
        check_.skip("Thiếu phần mở của phiếu.", "Openings of ballots are missing.");
}

} // namespace thi::journal
