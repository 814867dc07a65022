// Minutes of a defence day: who was present, what was asked, and the count of the ballots.

#include "print/minutes_parts.h"

#include <algorithm>

namespace thi::print {
namespace {

bool of_round(const auto& event, const core::DefenceOpened& day) {
    return event.round == day.round;
}

// The entry that ended a candidate's part: the count, `absent`, or with open sheets the close.
const Logged* ended(const Looked& looked, const core::DefenceOpened& day,
                    core::CandidateId candidate) {
    const Logged* last = nullptr;
    const Logged* sheet = nullptr;
    const Logged* closed = nullptr;
    looked.each<core::BallotsCounted>([&](const core::BallotsCounted& one, const Logged& entry) {
        if (of_round(one, day) && one.candidate == candidate) last = &entry;
    });
    looked.each<core::SheetScored>([&](const core::SheetScored& one, const Logged& entry) {
        if (of_round(one, day) && one.candidate == candidate) sheet = &entry;
    });
    looked.each<core::DefenceStepped>([&](const core::DefenceStepped& one, const Logged& entry) {
        if (!of_round(one, day) || one.candidate != candidate) return;
        if (one.step == core::DefenceStep::absent) last = &entry;
        if (one.step == core::DefenceStep::closed) closed = &entry;
    });
    if (last != nullptr || sheet == nullptr || closed == nullptr) return last;
    return sheet->index > closed->index ? sheet : closed;
}

// The last of them; null while a candidate has none.
const Logged* ended(const Looked& looked, const core::DefenceOpened& day) {
    const Logged* last = nullptr;
    for (const auto& candidate : day.order) {
        const auto* own = ended(looked, day, candidate);
        if (own == nullptr) return nullptr;
        if (last == nullptr || own->index > last->index) last = own;
    }
    return last;
}

void write_day(Page& page, const Looked& looked, const core::DefenceOpened& day,
               const Logged& entry) {
    page.line("Khai mạc lúc " + looked.when(entry.at) + ", người thực hiện: " +
              looked.official(day.by) + " " + print::entry(entry.index) + ".");
    page.line("Thành viên Hội đồng có mặt, được cho điểm: " + std::to_string(day.present.size()) +
              " người.");
    Page::Row names;
    for (const auto& person : day.present)
        names.push_back(looked.official(person));
    page.list(names);
    for (const auto& one : day.excluded)
        page.line(looked.official(one.member) + " không hỏi và không cho điểm " +
                  looked.candidate(one.candidate) + " vì có quan hệ đã khai.");
    page.line("Thứ tự bảo vệ:");
    std::vector<Page::Row> rows;
    for (std::size_t i = 0; i < day.order.size(); ++i)
        rows.push_back({std::to_string(i + 1), looked.candidate(day.order[i])});
    page.table({"#Thứ tự", "Thí sinh"}, rows);
}

void write_steps(Page& page, const Looked& looked, const core::DefenceOpened& day,
                 core::CandidateId candidate) {
    Page::Row items;
    looked.each<core::DefenceStepped>([&](const core::DefenceStepped& one, const Logged& entry) {
        if (!of_round(one, day) || one.candidate != candidate) return;
        items.push_back(looked.when(entry.at) + ": " + std::string{word(one.step)} +
                        (one.by ? "" : " (máy chủ, hết thời gian theo kế hoạch)") +
                        (one.reason.empty() ? "" : ", lý do: " + one.reason) + " " +
                        print::entry(entry.index));
    });
    looked.each<core::QuestionAsked>([&](const core::QuestionAsked& one, const Logged& entry) {
        if (of_round(one, day) && one.candidate == candidate)
            items.push_back("Câu hỏi " + std::to_string(one.number) + " của " +
                            looked.official(one.member) + ": " + one.text + " " +
                            print::entry(entry.index));
    });
    page.list(items);
}

void write_ballots(Page& page, const Looked& looked, const core::DefenceOpened& day,
                   core::CandidateId candidate) {
    looked.each<core::BallotsCounted>([&](const core::BallotsCounted& count, const Logged& entry) {
        if (!of_round(count, day) || count.candidate != candidate) return;
        std::vector<Page::Row> rows;
        looked.each<core::BallotCast>([&](const core::BallotCast& one, const Logged& at) {
            if (of_round(one, day) && one.candidate == candidate)
                rows.push_back({std::string{one.ballot.text()},
                                one.score ? points_text(*one.score) : "phiếu trắng",
                                print::entry(at.index)});
        });
        page.line("Số phiếu phát ra: " + std::to_string(count.issued) +
                  "; thu vào: " + std::to_string(count.cast) +
                  "; hợp lệ: " + std::to_string(count.cast - count.invalid) +
                  "; không hợp lệ: " + std::to_string(count.invalid) + ".");
        page.table({"Mã phiếu", "#Điểm", "#Mục"}, rows);
        page.line("Kết quả: " + mark_text(count.mark) + " điểm. Kiểm phiếu lúc " +
                  looked.when(entry.at) + ", người kiểm: " + looked.approved(count.approvals) +
                  " " + print::entry(entry.index) + ".");
    });
    std::vector<Page::Row> sheets;
    looked.each<core::SheetScored>([&](const core::SheetScored& one, const Logged& entry) {
        if (of_round(one, day) && one.candidate == candidate)
            sheets.push_back(
                {looked.official(one.by), points_text(one.total), print::entry(entry.index)});
    });
    if (!sheets.empty()) page.table({"Thành viên", "#Điểm", "#Mục"}, sheets);
}

void write_count(Page& page, const Looked& looked, const core::DefenceOpened& day,
                 const Logged& entry) {
    page.section("I. Khai mạc");
    write_day(page, looked, day, entry);
    page.section("II. Phần bảo vệ và kết quả của từng thí sinh");
    for (const auto& candidate : day.order) {
        page.part(looked.candidate(candidate));
        write_steps(page, looked, day, candidate);
        write_ballots(page, looked, day, candidate);
    }
}

} // namespace

void add_counts(const Looked& looked, std::vector<Minutes>& all) {
    looked.each<core::DefenceOpened>([&](const core::DefenceOpened& day, const Logged& entry) {
        const auto* last = ended(looked, day);
        if (last == nullptr) return;
        const auto key = std::string{day.round.text()} + "-" + std::string{day.post.text()};
        all.push_back(
            {{"count-" + key, MinutesKind::count,
              "Bảo vệ đề án và kiểm phiếu, " + looked.post(day.post), last->index},
             [&looked, &day, &entry](Page& page) { write_count(page, looked, day, entry); },
             {core::Role::secretary, core::Role::supervisor, core::Role::chair},
             last->at});
    });
}

} // namespace thi::print
