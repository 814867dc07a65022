#include "journal/verify/rules.h"

#include "core/marking/ballots.h"
#include "core/marking/hearing.h"
#include "core/marking/recount.h"
#include "core/plan/life.h"
#include "core/result/appeal_window.h"
#include "core/result/recount.h"
#include "core/sitting/lookup.h"
#include "core/sitting/sanctions.h"
#include "core/sitting/window.h"
#include "journal/script.h"

#include <algorithm>

namespace thi::journal {
namespace {

// Two clocks, one of a thread that received and one of the writer, may differ by so much.
constexpr core::Duration skew_max{1000};

struct Rules {
    const core::Contest& contest;
    const core::Record& record;
    const std::string& where;
    Report& report;

    void late(const char* vi, const char* en) const { report["03.05"].fail(where, vi, en); }
    void wrong(const char* vi, const char* en) const { report["03.06"].fail(where, vi, en); }

    const core::Sitting& sitting(core::SittingId id) const { return contest.sittings.at(id); }

    // Where the instant at which something was received lies in the sitting's window.
    core::Phase phase_of(core::SittingId id, core::Instant received_at) const {
        ++report["03.05"].examined;
        if (received_at > record.at + skew_max)
            late("Nhận sau khi đã ghi vào nhật ký.", "Received after it was logged.");
        return core::phase(core::window(contest, sitting(id)), received_at);
    }

    void held_back(const core::Sitting& one) const {
        if (one.ended == core::EndReason::suspended || one.ended == core::EndReason::withdrawn)
            wrong("Lượt thi đã bị đình chỉ hoặc đã rút.", "The sitting is suspended or withdrawn.");
    }

    void operator()(const core::AnswerSaved& event) const {
        const auto phase = phase_of(event.client.sitting, event.received_at);
        if (phase != core::Phase::open && phase != core::Phase::grace)
            late("Lưu ngoài thời gian làm bài mà vẫn tính.",
                 "Saved outside of the sitting's window, and counted.");
        const auto& own = sitting(event.client.sitting);
        held_back(own);
        if (event.client.lease != std::ssize(own.leases))
            wrong("Máy cũ lưu mà vẫn tính.", "An older lease's save, and counted.");
    }
    void operator()(const core::AnswerLate& event) const {
        const auto phase = phase_of(event.client.sitting, event.received_at);
        if (phase == core::Phase::before || phase == core::Phase::closed)
            late("Nhận ngoài thời gian tiếp nhận.", "Received when nothing was taken any more.");
        if (event.why == core::LateWhy::late && phase != core::Phase::late)
            late("Ghi là muộn mà còn trong giờ.", "Called late, and received in time.");
        if (event.why == core::LateWhy::superseded &&
            event.client.lease == std::ssize(sitting(event.client.sitting).leases))
            wrong("Ghi là máy cũ mà là máy hiện tại.", "Called superseded, and of the last lease.");
    }
    void operator()(const core::SittingSubmitted& event) const {
        const auto phase = phase_of(event.client.sitting, event.received_at);
        if (phase != core::Phase::open && phase != core::Phase::grace)
            late("Nộp bài ngoài thời gian làm bài.", "Handed in outside of the sitting's window.");
        held_back(sitting(event.client.sitting));
    }
    void operator()(const core::SittingEnded& event) const {
        ++report["03.05"].examined;
        const auto window = core::window(contest, sitting(event.sitting));
        if (event.reason == core::EndReason::deadline && record.at <= window.grace_ends)
            late("Kết thúc do hết giờ mà chưa hết giờ.", "Ended by the deadline before it.");
        if (event.reason == core::EndReason::submitted && !sitting(event.sitting).submitted_at)
            wrong("Kết thúc do nộp bài mà chưa nộp.", "Ended as handed in, and was not.");
        if (event.reason == core::EndReason::suspended &&
            !core::is_suspended(contest, sitting(event.sitting).candidate))
            wrong("Đình chỉ mà không có biên bản.", "Suspended without an infraction.");
    }
    void operator()(const core::TimeGranted& event) const {
        ++report["03.05"].examined;
        if (record.at > core::window(contest, sitting(event.sitting)).ends)
            late("Thêm giờ sau khi đã hết giờ.", "Time was granted after the end.");
        two_people(event.approvals);
    }
    void operator()(const core::TimeRemoved& event) const { two_people(event.approvals); }
    void operator()(const core::DeadlineExtended& event) const {
        ++report["03.05"].examined;
        if (event.new_at <= event.old_at || event.new_at <= record.at)
            late("Hạn mới không muộn hơn hạn cũ.", "The new deadline is not later.");
        const bool intake = event.deadline == core::Deadline::intake_closes;
        const bool petitions = event.deadline == core::Deadline::petition_window;
        const bool appeals = event.deadline == core::Deadline::appeal_window;
        if ((intake && event.old_at != contest.intake_closes) ||
            (petitions && event.old_at != contest.petition_closes) ||
            (appeals && event.old_at != core::appeals_close(contest)))
            late("Hạn cũ không đúng.", "The old deadline is not the one in force.");
        if (appeals && event.new_at > core::appeals_close_at_most(contest))
            late("Vượt số ngày được gia hạn theo kế hoạch.",
                 "Beyond the days by which the plan lets appeals be extended.");
        two_people(event.approvals);
    }
    void operator()(const core::StageChanged& event) const {
        const auto next = core::next_stages(contest);
        if (event.from != contest.stage ||
            std::find(next.begin(), next.end(), event.to) == next.end())
            wrong("Bước này không theo trình tự của cuộc thi.",
                  "Not a step that the contest can take from here.");
    }
    void operator()(const core::ScoreComputed&) const {
        const bool again = contest.stage == core::Stage::released && !contest.trace_hash;
        if ((contest.stage < core::Stage::sitting || contest.stage > core::Stage::scored) && !again)
            wrong("Chưa đến hoặc đã qua giai đoạn tính điểm.",
                  "Not at the stage of computing scores.");
        for (const auto& [id, one] : contest.sittings) {
            const auto* round = core::find_round(contest.plan, one.round);
            if (!one.ended && round != nullptr && !round->practice) {
                wrong("Tính điểm khi còn lượt thi chưa kết thúc.",
                      "Scores were computed while a sitting went on.");
                return;
            }
        }
    }
    template <class OfHearing> void in_its_time(const OfHearing& event) const {
        if (!core::may_score(contest, event.round, event.candidate))
            wrong("Chấm khi chưa đến hoặc đã qua lúc chấm thí sinh này.",
                  "Scored before or after the time for this candidate.");
    }
    void operator()(const core::BallotIssued& event) const { in_its_time(event); }
    void operator()(const core::SheetScored& event) const { in_its_time(event); }
    void operator()(const core::BallotsCounted& event) const {
        in_its_time(event);
        const auto* hearing = core::find_hearing(contest, event.round, event.candidate);
        if (!core::post_is_over(contest, event.round, hearing->post))
            wrong("Kiểm phiếu khi còn thí sinh của chức danh chưa bảo vệ.",
                  "Counted while a candidate of the post was still to be heard.");
        two_people(event.approvals);
    }
    void operator()(const core::ResultReleased& event) const {
        const bool again = contest.stage == core::Stage::released;
        if (!contest.trace_hash || (contest.stage != core::Stage::scored && !again) ||
            (contest.released_hash && contest.released_score == contest.score_index))
            wrong("Công bố khi điểm chưa tính hoặc đã công bố rồi.",
                  "Released without scores in force, or twice.");
        two_people(event.approvals);
    }
    void operator()(const core::ResultFinal& event) const {
        if (!contest.released_hash || contest.final_hash)
            wrong("Kết quả chính thức khi chưa công bố, hoặc hai lần.",
                  "Final before it was released, or twice.");
        if (const auto over = core::appeals_over(contest, record.at); !over)
            report["03.06"].fail(where, over.error().detail.vi, over.error().detail.en);
        two_people(event.approvals);
    }
    void operator()(const core::InfractionRecorded& event) const {
        recounted("03.06", core::contradiction(contest, event, record.at));
    }
    template <class OfAppeal> void carried_out(const OfAppeal& event) const {
        recounted("05.06", core::contradiction(contest, event, record.at));
        two_people(event.approvals);
    }
    void operator()(const core::AppealFiled& event) const {
        recounted("05.06", core::contradiction(contest, event, record.at));
    }
    void operator()(const core::AppealDecided& event) const { carried_out(event); }
    void operator()(const core::MarkAmended& event) const { carried_out(event); }
    void operator()(const core::RemedyApplied& event) const { carried_out(event); }
    void operator()(const core::RoundHeldAgain& event) const { carried_out(event); }
    void operator()(const core::PlanAmended& event) const { two_people(event.approvals); }
    void operator()(const core::PaperSealed& event) const { two_people(event.approvals); }

    void recounted(const char* check, const std::optional<core::Sentence>& why) const {
        ++report[check].examined;
        if (why) report[check].fail(where, why->vi, why->en);
    }
    void operator()(const core::ScriptBlinded& event) const {
        recounted("04.06", core::contradiction(contest, event, script_hash));
    }
    void operator()(const core::MarkAssigned& event) const {
        recounted("01.07", core::contradiction(contest, event));
    }
    void operator()(const core::MarkCommitted& event) const {
        recounted("05.03", core::contradiction(contest, event, record.at));
    }
    void operator()(const core::FurtherMarkingCalled& event) const {
        recounted("05.03", core::contradiction(contest, event));
    }
    void operator()(const core::MarkSettled& event) const {
        recounted("05.03", core::contradiction(contest, event, record.at));
    }
    void operator()(const core::ScriptsUnblinded& event) const {
        recounted("01.07", core::contradiction(contest, event, record.at));
    }

    void two_people(const core::Approvals& approvals) const {
        if (approvals.size() < 2 || approvals[0].person == approvals[1].person)
            wrong("Thiếu hai người phê duyệt khác nhau.", "Not approved by two different people.");
    }
    template <class Other> void operator()(const Other&) const {}
};

} // namespace

void check_rules(const core::Contest& contest, const core::Event& event, const core::Record& record,
                 const std::string& where, Report& report) {
    ++report["03.06"].examined;
    std::visit(Rules{contest, record, where, report}, static_cast<const core::AnyEvent&>(event));
}

} // namespace thi::journal
