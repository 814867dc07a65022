// The whole story: what a contest goes through on a bad day.

#include "journal/client.h"
#include "store/story.h"

namespace thi::store::test {

using namespace core;

namespace {

// An item turns out to have two right answers: an appeal against the paper, and what it does to
// everybody.
void mend_paper(Story& story) {
    const auto one = sample::id<AppealId>(1);
    const auto item = sample::id<ItemId>(1);
    story.play(FileAppeal{one, sample::id<CandidateId>(1), AppealTrack::procedure, sample::round,
                          item, crypto::sha256("đơn"), story.now()});
    story.play(DecideAppeal{who::panel_a, one, true, "Câu có hai đáp án đúng",
                            story.both(who::panel_a, who::panel_b)});
    story.play(ApplyRemedy{sample::secretary,
                           backup_paper,
                           item,
                           RemedyKind::several_keys,
                           {{"B"}},
                           "Câu có hai đáp án đúng",
                           one,
                           story.both()});
}

void record_infraction(Story& story) {
    story.play(RecordInfraction{who::keeper,
                                sample::id<InfractionId>(1),
                                sample::id<CandidateId>(3),
                                sample::round,
                                InfractionLevel::reprimand,
                                "Nhìn bài người bên cạnh",
                                story.now(),
                                {},
                                true,
                                false,
                                "Tôi không nhìn",
                                {},
                                story.now()});
}

} // namespace

void play_everything(Story& story) {
    story.publish();
    story.take_applications();
    story.post_list();
    story.prepare();
    story.begin();
    const auto must = [](const Result<Committed>& outcome) {
        if (!outcome) throw std::runtime_error(outcome.error().detail.en);
    };
    for (unsigned int candidate = 1; candidate <= 3; ++candidate)
        for (unsigned int item = 1; item <= 4; ++item)
            must(story.send(candidate, item, item <= candidate + 1 ? option_a : option_b));
    const auto chair = sample::chair;
    const auto both = [&] {
        return sample::approvals(story.now());
    };
    // Candidate 1 loses the machine and goes on at another one; the old one's journal comes late.
    const auto old = story.save(1, 1, option_b);
    story.lease(1, "another key");
    must(story.ask(old));
    must(story.send(1, 2, option_b));
    must(story.send(1, 2, Value{}));
    // Other bytes under a number that is taken: kept as an incident.
    auto conflict = story.save(2, 1, option_b);
    conflict.client.seq -= 1;
    conflict.client.text = journal::client_text(conflict.client);
    conflict.text_hash = crypto::sha256(conflict.client.text);
    must(story.ask(conflict));
    story.play(OpenIncident{who::keeper,
                            sample::id<IncidentId>(1),
                            IncidentKind::technical,
                            sample::round,
                            room_one,
                            {},
                            "Mất điện phòng 1"});
    record_infraction(story);
    story.set_now(sample::at("2026-05-16 08:20"));
    story.play(RemoveTime{chair, sample::round, room_one, sample::at("2026-05-16 08:05"),
                          sample::at("2026-05-16 08:15"), "Mất điện", both()});
    story.play(CloseIncident{who::keeper, sample::id<IncidentId>(1), "Đã có điện lại"});
    story.play(GrantTime{chair, story.sitting_of(3), 300'000, "Máy chậm", both()});
    story.play(SwitchPaper{chair, sample::round, backup_paper, "Nghi lộ đề", both()});
    story.set_now(sample::at("2026-05-16 08:55"));
    must(story.ask(story.submit(2)));
    story.set_now(sample::at("2026-05-16 09:05"));
    for (unsigned int candidate = 1; candidate <= 3; candidate += 2)
        must(story.send(candidate, 4, option_a));
    story.play(RestoreTime{chair, 1, "Phòng không mất điện", both()});
    story.set_now(sample::at("2026-05-16 09:20"));
    must(story.send(3, 3, option_b));
    story.play(DecideLate{chair, story.sitting_of(3), 1, 1, 100, true, "Lỗi mạng", both()});
    story.end();
    story.score();
    story.release();
    mend_paper(story);
    story.score_again();
    story.release();
    story.finish();
}

} // namespace thi::store::test
