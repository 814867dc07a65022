// The 2017 contest to test with: three posts with 5, 3 and 4 candidates, a council of twelve, one
// defence round of 100 points by secret ballot.

#pragma once
#include "core/marking/ballots.h"
#include "core/marking/hearing.h"
#include "core/sitting/exam.h"

namespace thi::core {

inline const RoundId defence = id<RoundId>(7);
inline PostId post_of_day(unsigned int number) {
    return id<PostId>(number);
}
// 1 the chair, 2 the vice chair, 3 to 12 members.
inline PersonId councillor(unsigned int number) {
    return id<PersonId>(20 + number);
}
inline CandidateId hearer(unsigned int number) {
    return id<CandidateId>(number);
}

template <class T> Setting<T> chosen(T value) {
    Setting<T> setting;
    setting.value = std::move(value);
    setting.source = "test";
    return setting;
}

class CouncilDay : public Exam {
  public:
    CouncilDay(); // At the stage `defence`, on the day, nothing drawn.

    const Round& round() const { return contest.plan.rounds->back(); }
    std::vector<PersonId> everybody() const;
    void draw_order(unsigned int post);
    // Draws and opens: all twelve are present.
    void open(unsigned int post);
    StepDefence step(CandidateId candidate, DefenceStep step, std::string reason = {}) const;
    // From the presentation to the deliberation, or to the end.
    void hear(CandidateId candidate, bool close = true);
    // The order of a post that was opened.
    std::vector<CandidateId> order(unsigned int post) const;
    void issue_all(CandidateId candidate);
    // Ballots with these scores; nothing stands for a blank one.
    CountBallots box(CandidateId candidate, const std::vector<std::optional<Whole>>& points);
    const Hearing& hearing(CandidateId candidate) const;

  private:
    unsigned int ballots_ = 0;
};

} // namespace thi::core
