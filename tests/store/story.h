// A contest played through the committer, step by step, with a clock that the test sets: one post,
// one objective round of four items, a few candidates. In the whole of it every event happens.

#pragma once
#include "core/plan/sample.h"
#include "core/result/tally.h"
#include "store/committer.h"
#include "store/site_folder.h"

#include <atomic>

namespace thi::store::test {

namespace who {
inline const auto setter = sample::id<core::PersonId>(7);
inline const auto head = sample::id<core::PersonId>(8); // Of invigilation.
inline const auto keeper = sample::id<core::PersonId>(9);
inline const auto spare = sample::id<core::PersonId>(10);
inline const auto panel_a = sample::id<core::PersonId>(11); // Of appeals.
inline const auto panel_b = sample::id<core::PersonId>(12);
inline const auto blinder = sample::id<core::PersonId>(13);
inline const auto head_of_marking = sample::id<core::PersonId>(14);
inline constexpr unsigned int markers = 7;
inline core::PersonId marker(unsigned int number) {
    return sample::id<core::PersonId>(30 + number);
}
} // namespace who

inline const auto story_contest = sample::id<core::ContestId>(1);
inline const auto official_paper = sample::id<core::PaperId>(1);
inline const auto backup_paper = sample::id<core::PaperId>(2);
inline const auto room_one = sample::id<core::RoomId>(1);
inline const auto room_two = sample::id<core::RoomId>(2);

core::Plan story_plan();

// A rule as the story wants it.
template <class T> void set(core::Setting<T>& setting, T value) {
    setting.value = std::move(value);
    setting.source = "story";
    setting.waived.reset();
}

class Story {
  public:
    Story(Store& store, const Keys& keys, const FolderPaths& paths, unsigned int candidates = 4,
          core::Plan plan = story_plan());

    Committer& committer() { return *committer_; }
    void resume();  // In a store that holds the story up to the bell: learns who sits where.
    void restart(); // Stops the committer and starts another one on the same store.

    void set_now(core::Instant now) { now_ = core::to_ms(now); }
    core::Instant now() const { return core::from_ms(now_); }

    core::Result<Committed> ask(core::Command command, SiteWrite also = {});
    Committed play(core::Command command, SiteWrite also = {}); // Throws where it is refused.
    core::Contest state();                                      // A copy.

    // The chapters, in order; each begins where the one before ended.
    void publish();
    void take_applications();
    void post_list(); // With a petition that is upheld.
    void prepare();   // Papers, rooms, seats.
    void begin();     // Everybody sits at his machine at the bell.
    void end();       // The server ends what is open.
    void score();
    void score_again(); // After what changed marks.
    void release();     // Also again.
    void finish();      // Final, and closed.

    core::SaveAnswer save(unsigned int candidate, unsigned int item, core::Value value);
    core::SubmitSitting submit(unsigned int candidate);
    void lease(unsigned int candidate, const std::string& key);
    core::SittingId sitting_of(unsigned int candidate) const {
        return seats_.at(candidate).sitting;
    }
    core::Approvals both(core::PersonId first = sample::chair,
                         core::PersonId second = sample::vice) const;
    void commit_and_reveal(const std::string& draw);
    void reveal_blinding(); // What prepare() committed.
    // Sends a save and remembers its place in the chain.
    core::Result<Committed> send(unsigned int candidate, unsigned int item, core::Value value);

    // What prepare() seals.
    core::Paper (*paper)(core::PaperId) = nullptr;
    core::AnswerKey (*key)(core::PaperId) = nullptr;

    std::string vkey;
    std::string fatal; // What the committer said when it gave up.

  private:
    struct Seat {
        core::SittingId sitting;
        core::Whole lease = 0;
        core::Whole seq = 0;
        crypto::Digest head;
    };

    void start();
    void apply_for(unsigned int candidate);
    void decide_about(unsigned int candidate, bool eligible);
    void seal(core::PaperId paper, core::Variant variant);
    void draw_seats();
    void commit_blinding();
    void draw_for(const core::OpenTie& tie);
    void step_ties();
    PublishedFile results();
    crypto::Digest scored_root();

    Store& store_;
    const Keys& keys_;
    FolderPaths paths_;
    unsigned int candidates_;
    core::Plan plan_;
    std::atomic<std::int64_t> now_{core::to_ms(test_start)};
    std::unique_ptr<Committer> committer_;
    std::map<unsigned int, Seat> seats_;
};

core::Paper story_paper(core::PaperId paper);
core::AnswerKey story_key(core::PaperId paper);

inline const core::Value option_a = std::vector<std::string>{"A"};
inline const core::Value option_b = std::vector<std::string>{"B"};

// Plays a whole contest, with a lost machine, a late answer, removed time, a repeat, a conflict.
void play_everything(Story& story);

// A plan with a defence instead of the exam, and its contest: projects, the day, ballots or sheets,
// results.
core::Plan defence_plan(core::BallotKind kind);
void play_defence(Story& story);

// A plan with essays instead, and its contest: blinding, marking, an appeal.
core::Plan written_plan();
void play_written(Story& story);

} // namespace thi::store::test
