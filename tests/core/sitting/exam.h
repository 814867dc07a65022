// An exam to test with: a contest with officials, eligible candidates and one sealed objective
// paper, and the log's part played by a counter.

#pragma once
#include "core/contest.h"
#include "core/decide.h"

#include <chrono>
#include <optional>
#include <string>

namespace thi::core {

using namespace std::chrono_literals;

// Midnight UTC of the day of the exam.
inline constexpr Instant day{std::chrono::sys_days{std::chrono::year{2026} / 3 / 15}};

// The id of its kind with this number.
template <class Id> Id id(unsigned int number) {
    std::array<std::uint8_t, 10> bytes{};
    bytes[8] = static_cast<std::uint8_t>(number >> 8);
    bytes[9] = static_cast<std::uint8_t>(number);
    return Id::from_bytes(bytes);
}

namespace who {
inline const PersonId chair = id<PersonId>(1);
inline const PersonId secretary = id<PersonId>(2);
inline const PersonId setter = id<PersonId>(3);
inline const PersonId head = id<PersonId>(4); // Of invigilation.
inline const PersonId invigilator = id<PersonId>(5);
inline const PersonId invigilator2 = id<PersonId>(6);
inline const PersonId stranger = id<PersonId>(99);
} // namespace who

inline const RoundId exam_round = id<RoundId>(1);
inline const RoundId practice_round = id<RoundId>(2);
inline const PaperId official_paper = id<PaperId>(1);
inline const PaperId backup_paper = id<PaperId>(2);
inline const PostId post_one = id<PostId>(1);
inline const RoomId room_one = id<RoomId>(1);
inline const RoomId room_two = id<RoomId>(2);

class Exam {
  public:
    // 10:00 to 11:00, an invigilated objective round of two parts; nothing sealed yet.
    explicit Exam(unsigned int candidates);

    Contest contest;
    Instant now = day;

    Result<Events> ask(const Command& command) const { return decide(contest, command, now); }
    // Asks and applies; the test fails where it is refused.
    Events play(const Command& command);
    // The code with which it is refused; the test fails where it is not.
    Code refused(const Command& command) const;
    // Adds an event to the log.
    void happens(const Event& event);

    Approvals both(PersonId first, PersonId second) const;

    void seal(PaperId paper = official_paper, Variant variant = Variant::official);
    void draw_seats();
    // Papers, rooms and seats; the contest stands at the stage `sitting`.
    void prepare();
    SittingId sitting_of(unsigned int candidate) const;
    void admit(unsigned int candidate);
    void lease(unsigned int candidate, const std::string& key = "key");
    // prepare(), and everybody sits at his machine at 10:00.
    void begin();

    SaveAnswer save(unsigned int candidate, unsigned int item, Value value) const;
    SubmitSitting submit(unsigned int candidate) const;
    const Sitting& sitting(unsigned int candidate) const;

  private:
    std::uint64_t leaves_ = 0;
};

inline const Value option_a = std::vector<std::string>{"A"};
inline const Value option_b = std::vector<std::string>{"B"};

// Items 1 to 4 with four options each, two in part "general" and two in "language"; A is right.
Paper small_paper(PaperId paper);
AnswerKey small_key(PaperId paper);

} // namespace thi::core
