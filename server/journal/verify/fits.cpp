#include "journal/verify/fits.h"

#include "core/marking/ballots.h"
#include "core/marking/bands.h"
#include "core/marking/blinding.h"
#include "core/marking/hearing.h"
#include "core/marking/scripts.h"
#include "core/plan/parameters.h"
#include "core/sitting/lookup.h"
#include "core/sitting/paper_check.h"
#include "core/sitting/window.h"

#include <algorithm>
#include <set>

namespace thi::journal {
namespace {

using Why = std::optional<text::Sentence>;

constexpr core::Whole granted_ms_max = 100LL * 24 * 3600 * 1000;
constexpr std::size_t removals_max = 10'000;
constexpr core::Whole scores_max = 10'000; // Of one candidate.
constexpr std::size_t code_bytes_max = 64;
constexpr std::size_t anomalies_max = 1'000'000;
constexpr std::size_t assignments_max = 1'000;

Why because(const char* vi, const char* en) {
    return text::Sentence{vi, en};
}

Why no_round() {
    return because("Không có vòng thi này trong kế hoạch.", "The plan has no such round.");
}
Why no_sitting() {
    return because("Chưa có lượt thi này.", "There is no such sitting yet.");
}
Why no_application() {
    return because("Chưa có hồ sơ này.", "There is no such application yet.");
}
Why no_paper() {
    return because("Chưa có đề thi này.", "There is no such paper yet.");
}
Why no_draw() {
    return because("Chưa có lần bốc thăm này.", "There is no such draw yet.");
}
Why no_script() {
    return because("Chưa có bài mang số phách này.", "There is no script of this code yet.");
}
Why not_a_mark() {
    return because("Điểm ngoài giới hạn.", "A mark is out of range.");
}
Why known_already() {
    return because("Mã này đã được dùng.", "This id is taken already.");
}

struct Fit {
    const core::Contest& contest;
    const core::Record& record;

    bool has_round(core::RoundId round) const {
        return core::find_round(contest.plan, round) != nullptr;
    }

    // A plan that publishing or amending would have refused is not reckoned with.
    Why sound(const core::Plan& plan) const {
        if (const auto faults = core::check(plan); !faults.empty())
            return text::Sentence{
                "Kế hoạch sai ở " + faults.front().pointer + ": " + faults.front().detail.vi,
                "The plan is wrong at " + faults.front().pointer + ": " + faults.front().detail.en};
        for (const auto& [id, progress] : contest.rounds)
            if (core::find_round(plan, id) == nullptr)
                return because("Kế hoạch bỏ mất vòng thi đang dùng.",
                               "The plan drops a round in use.");
        return {};
    }

    Why lease_of(core::SittingId id, core::Whole lease, core::Whole seq) const {
        const auto* sitting = core::find_sitting(contest, id);
        if (sitting == nullptr) return no_sitting();
        if (lease < 1 || lease > std::ssize(sitting->leases))
            return because("Lượt thi không có lượt máy này.", "The sitting has no such lease.");
        const auto last = sitting->leases[static_cast<std::size_t>(lease - 1)].last_seq;
        if (seq != last + 1)
            return because("Số thứ tự không nối tiếp.", "The number does not follow.");
        return {};
    }

    Why operator()(const core::ContestOpened& event) const {
        if (record.index != 0) return because("Cuộc thi đã mở.", "The contest is open already.");
        if (!event.contest) return because("Thiếu mã cuộc thi.", "The contest has no id.");
        return sound(event.plan);
    }
    Why operator()(const core::PlanAmended& event) const { return sound(event.plan); }
    Why operator()(const core::PlanWaived& event) const {
        if (core::find_parameter(event.parameter) == nullptr)
            return because("Không có quy định này.", "There is no such parameter.");
        auto plan = contest.plan;
        core::waive(plan, event.parameter, {event.by.str(), event.reason});
        return sound(plan);
    }
    Why operator()(const core::Applied& event) const {
        if (contest.applications.contains(event.application)) return known_already();
        return {};
    }
    template <class OfApplication> Why of_application(const OfApplication& event) const {
        if (!contest.applications.contains(event.application)) return no_application();
        return {};
    }
    Why operator()(const core::Supplemented& event) const { return of_application(event); }
    Why operator()(const core::Withdrawn& event) const { return of_application(event); }
    Why operator()(const core::Found& event) const { return of_application(event); }
    Why operator()(const core::CriterionDecided& event) const { return of_application(event); }
    Why operator()(const core::EligibilityResulted& event) const { return of_application(event); }
    Why operator()(const core::PetitionFiled& event) const { return of_application(event); }

    Why operator()(const core::PaperSealed& event) const {
        if (contest.papers.contains(event.paper)) return known_already();
        if (!has_round(event.round)) return no_round();
        return {};
    }
    template <class OfPaper> Why of_paper(const OfPaper& event) const {
        if (!contest.papers.contains(event.paper)) return no_paper();
        return {};
    }
    Why operator()(const core::KeySealed& event) const { return of_paper(event); }
    Why operator()(const core::PaperOpened& event) const { return of_paper(event); }
    Why operator()(const core::PaperSwitched& event) const {
        if (!contest.rounds.contains(event.round)) return no_round();
        const auto to = contest.papers.find(event.to);
        if (to == contest.papers.end() || to->second.round != event.round) return no_paper();
        return {};
    }
    Why operator()(const core::DrawFrozen& event) const {
        const bool seats = event.purpose == core::DrawPurpose::seats;
        if ((seats || event.round) && (!event.round || !has_round(*event.round))) return no_round();
        return {};
    }
    template <class OfDraw> Why of_draw(const OfDraw& event) const {
        if (!contest.draws.contains(event.draw)) return no_draw();
        return {};
    }
    Why operator()(const core::DrawCommitted& event) const { return of_draw(event); }
    Why operator()(const core::DrawRevealed& event) const { return of_draw(event); }
    Why operator()(const core::DrawResolved& event) const {
        const auto draw = contest.draws.find(event.draw);
        if (draw == contest.draws.end()) return no_draw();
        if (event.seats.empty()) return {};
        if (!draw->second.round || !has_round(*draw->second.round)) return no_round();
        std::set<core::SittingId> fresh;
        for (const auto& seat : event.seats)
            if (contest.sittings.contains(seat.sitting) || !fresh.insert(seat.sitting).second)
                return known_already();
        return {};
    }
    Why operator()(const core::RoomsPlanned& event) const {
        if (!has_round(event.round)) return no_round();
        return {};
    }
    Why operator()(const core::TimeRemoved& event) const {
        if (!has_round(event.round)) return no_round();
        if (contest.removed.size() >= removals_max || event.from_at >= event.to_at ||
            event.from_at < core::Instant{} || event.to_at > core::never)
            return because("Khoảng thời gian dừng không hợp lệ.",
                           "Not an interval that can be removed.");
        return {};
    }
    Why operator()(const core::IncidentClosed& event) const {
        if (!contest.incidents.contains(event.incident))
            return because("Chưa có sự cố này.", "There is no such incident yet.");
        return {};
    }
    Why operator()(const core::SittingAdmitted& event) const {
        if (!has_round(event.round)) return no_round();
        const auto* sitting = core::find_sitting(contest, event.sitting);
        if (sitting != nullptr &&
            (sitting->candidate != event.candidate || sitting->round != event.round))
            return because("Lượt thi của người khác.", "The sitting is somebody else's.");
        return {};
    }
    Why operator()(const core::SittingLeased& event) const {
        const auto* sitting = core::find_sitting(contest, event.sitting);
        if (sitting == nullptr) return no_sitting();
        const auto paper = contest.papers.find(event.paper);
        if (paper == contest.papers.end() || paper->second.round != sitting->round)
            return no_paper();
        if (event.lease != std::ssize(sitting->leases) + 1)
            return because("Lượt máy không nối tiếp.", "The lease does not follow.");
        return {};
    }
    Why operator()(const core::AnswerSaved& event) const {
        return lease_of(event.client.sitting, event.client.lease, event.client.seq);
    }
    Why operator()(const core::AnswerLate& event) const {
        const auto& save = event.client;
        if (event.why != core::LateWhy::conflict)
            return lease_of(save.sitting, save.lease, save.seq);
        const auto* sitting = core::find_sitting(contest, save.sitting);
        if (sitting == nullptr) return no_sitting();
        if (save.lease < 1 || save.lease > std::ssize(sitting->leases))
            return because("Lượt thi không có lượt máy này.", "The sitting has no such lease.");
        return {};
    }
    Why operator()(const core::SittingSubmitted& event) const {
        return lease_of(event.client.sitting, event.client.lease, event.client.seq);
    }
    template <class OfSitting> Why of_sitting(const OfSitting& event) const {
        if (core::find_sitting(contest, event.sitting) == nullptr) return no_sitting();
        return {};
    }
    Why operator()(const core::LateDecided& event) const { return of_sitting(event); }
    Why operator()(const core::SittingEnded& event) const { return of_sitting(event); }
    Why operator()(const core::TimeGranted& event) const {
        const auto* sitting = core::find_sitting(contest, event.sitting);
        if (sitting == nullptr) return no_sitting();
        core::Whole all = 0;
        for (const auto& grant : sitting->grants)
            all += grant.added.count();
        if (event.ms < 0 || event.ms > granted_ms_max - all)
            return because("Thời gian thêm ngoài giới hạn.", "Time granted is out of range.");
        return {};
    }
    Why operator()(const core::ProjectFiled& event) const {
        if (!core::defence_round(contest, event.round)) return no_round();
        return {};
    }
    Why operator()(const core::DefenceOpened& event) const {
        if (!core::defence_round(contest, event.round)) return no_round();
        const auto defence = contest.defences.find(event.round);
        const bool open =
            defence != contest.defences.end() && defence->second.days.contains(event.post);
        std::set<core::CandidateId> heard;
        for (const auto& one : event.order)
            if (open || !heard.insert(one).second ||
                core::find_hearing(contest, event.round, one) != nullptr)
                return because("Chức danh hoặc thí sinh này đã khai mạc.",
                               "The post is open, or the candidate is heard, already.");
        return {};
    }
    template <class OfHearing> Why of_hearing(const OfHearing& event) const {
        if (core::find_hearing(contest, event.round, event.candidate) == nullptr)
            return because("Chưa khai mạc bảo vệ đề án của thí sinh này.",
                           "This candidate's defence is not open yet.");
        return {};
    }
    Why operator()(const core::DefenceStepped& event) const { return of_hearing(event); }
    Why operator()(const core::QuestionAsked& event) const { return of_hearing(event); }
    Why operator()(const core::BallotIssued& event) const { return of_hearing(event); }
    Why operator()(const core::BallotCast& event) const { return of_hearing(event); }
    Why operator()(const core::BallotsCounted& event) const {
        if (auto why = of_hearing(event)) return why;
        const auto most = contest.plan.panel.score_max.value_or(core::Points{10'000});
        const auto& mark = event.mark;
        if (mark.denominator < 1 || mark.denominator > scores_max || mark.numerator < 0 ||
            core::Fraction{most.hundredths, 1} < mark)
            return because("Điểm của hội đồng ngoài thang điểm.",
                           "The council's mark is beyond its range.");
        return {};
    }
    Why operator()(const core::SheetScored& event) const {
        if (auto why = of_hearing(event)) return why;
        const auto* hearing = core::find_hearing(contest, event.round, event.candidate);
        if (std::ssize(hearing->sheets) >= scores_max ||
            !core::is_valid_score(contest.plan, event.total))
            return because("Phiếu chấm ngoài thang điểm.", "The sheet is beyond the range.");
        return {};
    }
    const core::Marking* marking(core::RoundId round) const {
        const auto found = contest.markings.find(round);
        return found == contest.markings.end() ? nullptr : &found->second;
    }
    const core::Script* script(core::RoundId round, const std::string& code) const {
        const auto* own = marking(round);
        return own == nullptr ? nullptr : core::find_script(*own, code);
    }
    Why operator()(const core::ScriptBlinded& event) const {
        const auto* round = core::find_round(contest.plan, event.round);
        if (round == nullptr || round->type != core::RoundType::written) return no_round();
        if (event.code.empty() || event.code.size() > code_bytes_max) return no_script();
        if (script(event.round, event.code) != nullptr) return known_already();
        return {};
    }
    // Once codes were made of it, nothing enters the draw.
    Why operator()(const core::SeedRevealed& event) const {
        const auto draw = contest.draws.find(event.draw);
        if (draw == contest.draws.end() || !draw->second.round) return no_draw();
        if (core::is_blinded(contest, *draw->second.round))
            return because("Bài thi đã đánh phách.", "The scripts are blinded already.");
        return {};
    }
    Why operator()(const core::AnomalyNoted& event) const {
        if (script(event.round, event.code) == nullptr) return no_script();
        const auto& noted = marking(event.round)->anomalies;
        const auto count = std::ssize(noted);
        if (!event.outcome && event.anomaly == count + 1 && noted.size() < anomalies_max) return {};
        if (event.outcome && event.anomaly >= 1 && event.anomaly <= count &&
            noted[static_cast<std::size_t>(event.anomaly - 1)].code == event.code)
            return {};
        return because("Số thứ tự nghi vấn không nối tiếp.", "The anomaly's number does not fit.");
    }
    // Markers of other turns than the settled ones may come and go; what a code gets is bounded.
    Why operator()(const core::MarkAssigned& event) const {
        for (const auto& code : event.codes) {
            const auto* own = script(event.round, code);
            if (own == nullptr) return no_script();
            if (own->assignments.size() >= assignments_max)
                return because("Quá nhiều lượt chấm một bài.", "Too many turns of one script.");
        }
        return event.codes.empty() ? no_script() : Why{};
    }
    Why operator()(const core::MarkCommitted& event) const {
        const auto* own = script(event.round, event.code);
        if (own == nullptr) return no_script();
        if (core::find_assignment(*own, event.by, event.turn) == nullptr)
            return because("Bài không được giao cho người chấm này.",
                           "The script was not given to this marker.");
        const auto most = core::item_points_max;
        if (event.points < core::Points{} || event.points > most) return not_a_mark();
        return {};
    }
    Why operator()(const core::FurtherMarkingCalled& event) const {
        if (script(event.round, event.code) == nullptr) return no_script();
        if (!core::band_action(event.action))
            return because("Không có cách xử lý này.", "There is no such action.");
        return {};
    }
    Why operator()(const core::MarkSettled& event) const {
        if (script(event.round, event.code) == nullptr) return no_script();
        const auto most = core::paper_points_max.hundredths;
        if (event.mark.denominator != 1 || event.mark.numerator < 0 || event.mark.numerator > most)
            return not_a_mark();
        return {};
    }
    Why operator()(const core::MarkerStopped& event) const {
        if (marking(event.round) == nullptr) return no_round();
        for (const auto& one : event.requeued)
            if (script(event.round, one.code) == nullptr) return no_script();
        return {};
    }
    template <class OfMarking> Why of_marking(const OfMarking& event) const {
        return marking(event.round) == nullptr ? no_round() : Why{};
    }
    Why operator()(const core::MarkerQualified& event) const { return of_marking(event); }
    Why operator()(const core::ScriptsUnblinded& event) const { return of_marking(event); }
    Why of_round(core::RoundId round) const { return has_round(round) ? Why{} : no_round(); }
    Why operator()(const core::AppealFiled& event) const {
        if (contest.appeals.contains(event.appeal)) return known_already();
        return of_round(event.round);
    }
    // A mean of three at most, each a share of a paper's points.
    static bool on_scale(const core::Round& round, core::Fraction mark) {
        return mark.denominator >= 1 && mark.denominator <= 3 * core::paper_points_max.hundredths &&
               mark.numerator >= 0 && mark <= core::Fraction{round.scale.hundredths, 1};
    }
    Why operator()(const core::AppealDecided& event) const { return of_appeal(event); }
    Why operator()(const core::MarkAmended& event) const {
        const auto* round = core::find_round(contest.plan, event.round);
        const auto& mark = event.new_mark;
        if (round == nullptr || round->type != core::RoundType::written ||
            !on_scale(*round, mark) || !on_scale(*round, event.old_mark))
            return because("Điểm sau phúc khảo ngoài thang điểm.",
                           "The amended mark is beyond its range.");
        return of_appeal(event);
    }
    template <class OfAppeal> Why of_appeal(const OfAppeal& event) const {
        if (!contest.appeals.contains(event.appeal))
            return because("Chưa có đơn này.", "There is no such appeal yet.");
        return {};
    }
    Why operator()(const core::RemedyApplied& event) const {
        if (auto why = of_paper(event)) return why;
        for (const auto& key : event.keys)
            if (key.empty()) return because("Đáp án trống.", "An empty key.");
        return {};
    }
    Why operator()(const core::RoundHeldAgain& event) const {
        if (!event.again || has_round(event.again)) return known_already();
        return of_round(event.round);
    }
    Why operator()(const core::InfractionRecorded& event) const { return of_round(event.round); }
    // The others change nothing that anything relies on.
    template <class Other> Why operator()(const Other&) const { return {}; }
};

} // namespace

std::optional<text::Sentence> unfit(const core::Contest& contest, const core::Event& event,
                                    const core::Record& record) {
    if (record.index > 0 && !contest.contest)
        return because("Chưa có lá mở đầu.", "There is no genesis before it.");
    if (record.at > core::never)
        return because("Thời gian ngoài lịch.", "The time is beyond the calendar.");
    return std::visit(Fit{contest, record}, static_cast<const core::AnyEvent&>(event));
}

} // namespace thi::journal
