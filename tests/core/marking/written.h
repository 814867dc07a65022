// A written round to test with: an exam whose candidates write two essays, with a blinder, a head
// of marking and markers.

#pragma once
#include "core/marking/blinding.h"
#include "core/marking/scripts.h"
#include "core/sitting/exam.h"

#include <map>
#include <string>
#include <vector>

namespace thi::core {

namespace who {
inline const PersonId blinder = id<PersonId>(20);
inline const PersonId head_of_marking = id<PersonId>(21);
inline PersonId marker(unsigned int number) {
    return id<PersonId>(30 + number);
}
} // namespace who

inline const std::string blinding = blinding_draw_name(exam_round);
inline const ItemId essay_one = id<ItemId>(1); // 60 points: "content" 40 and "form" 20.
inline const ItemId essay_two = id<ItemId>(2); // 40 points, without a rubric.

class Written : public Exam {
  public:
    // 100 points, two markers a script, AVG_10; the bell at 10:00 as of Exam.
    Written(unsigned int candidates, unsigned int markers);

    static crypto::Digest nonce(int number);
    FreezeDraw freezing() const;
    void commit_blinding();
    void seal_essays();
    void plan_rooms();
    // Papers, rooms, codes and seats.
    void prepare();
    // Up to the end: everybody but `absent` sits and writes.
    void hold(const std::vector<unsigned int>& absent = {});
    void open_seeds();
    BlindScripts blinding_of() const;
    void blind();
    // hold(), open_seeds(), blind().
    void begin_marking(const std::vector<unsigned int>& absent = {});
    void assign() { play(AssignMarkers{who::head_of_marking, exam_round}); }

    Marking& marking() { return contest.markings.at(exam_round); }
    const Marking& marking() const { return contest.markings.at(exam_round); }
    const Script& script(const std::string& code) const { return marking().scripts.at(code); }
    std::vector<std::string> codes() const;
    // Who has this turn of this script; the test fails where nobody has.
    PersonId marker_of(const std::string& code, Turn turn) const;

    // Both items so that they come to `hundredths`, with comments.
    CommitMark sheet(PersonId by, const std::string& code, Turn turn, ItemId item,
                     Whole hundredths) const;
    Events mark(PersonId by, const std::string& code, Turn turn, Whole hundredths);
    // By whoever has this turn.
    Events mark(const std::string& code, Turn turn, Whole hundredths);
    void mark_all(Whole hundredths);
    void set_bands(std::vector<Band> bands);

    SettleMark settling(PersonId by, const std::string& code, Whole hundredths,
                        Approvals approvals) const;
    Approvals one(PersonId person) const;
};

// What these tests take for the hash of a script's body.
crypto::Digest hash_of(const Paper& paper, std::span<const std::pair<ItemId, Value>> answers);

Paper essay_paper();
AnswerKey essay_key();

std::vector<Band> avg_10();
std::vector<Band> edu_10_15_25();
std::vector<Band> third_20();

} // namespace thi::core
