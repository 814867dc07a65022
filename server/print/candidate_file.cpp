#include "print/candidate_file.h"

#include "print/page.h"
#include "print/words.h"
#include "text/described.h"

namespace thi::print {
namespace {

// The form of the machine's part.
struct ReceiptEntry {
    std::uint64_t index = 0;
    std::string receipt;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(ReceiptEntry, (), (index, receipt, type))

struct MachinePart {
    core::CandidateId candidate;
    core::ContestId contest;
    std::vector<ReceiptEntry> entries;
    std::string format{candidate_file_format};
    std::string vkey;
};
BOOST_DESCRIBE_STRUCT(MachinePart, (), (candidate, contest, entries, format, vkey))

std::string post_of(const core::Plan& plan, core::PostId post) {
    if (plan.post.list.value)
        for (const auto& one : *plan.post.list)
            if (one.post == post) return one.title;
    return std::string{post.text()};
}

std::string maybe_entry(std::optional<core::Whole> index) {
    return index ? entry(static_cast<std::uint64_t>(*index)) : std::string{};
}

void write_result(Page& page, const CandidateFile& file) {
    page.section("I. Kết quả");
    page.table({"Chức danh", "SBD", "#Tổng điểm", "#Hạng", "Kết quả"},
               {{post_of(file.plan, file.score.post), file.score.roll_number, file.score.shown,
                 file.score.rank ? std::to_string(*file.score.rank) : "",
                 std::string{word(file.score.outcome)}}});
    page.line("Tổng điểm chính xác: " + mark_text(file.score.total) +
              ". Tệp kết quả đã công bố có mã băm SHA-256 " + file.file_hash + ".");
    page.part("Từng bước tính điểm");
    std::vector<Page::Row> rows;
    for (const auto& step : file.score.steps)
        rows.push_back(
            {std::string{rule_word(step.rule)}, step.rule, step.says, maybe_entry(step.index)});
    page.table({"Bước", "Tham số của kế hoạch", "Tính", "#Mục"}, rows);
    page.small("Trong cột Tính, điểm viết bằng phần trăm của điểm: 8440 là 84,40 điểm.");
}

void write_marks(Page& page, const FileAnswer& answer) {
    for (const auto& mark : answer.marks) {
        page.part("Chấm " + mark.turn + ": " + points_text(mark.points) + " điểm " +
                  entry(static_cast<std::uint64_t>(mark.index)));
        page.list(mark.lines);
    }
}

void write_essays(Page& page, const FileRound& round) {
    for (std::size_t i = 0; i < round.answers.size(); ++i) {
        const auto& one = round.answers[i];
        if (one.score.verdict != core::Verdict::unmarked) continue;
        page.part("Câu " + std::to_string(i + 1) + " " + maybe_entry(one.score.index));
        page.quote(one.question);
        page.line("Bài làm:");
        page.quote(one.answer.empty() ? "(bỏ trống)" : one.answer);
        write_marks(page, one);
    }
}

void write_keyed(Page& page, const FileRound& round) {
    std::vector<Page::Row> rows;
    for (std::size_t i = 0; i < round.answers.size(); ++i) {
        const auto& one = round.answers[i];
        if (one.score.verdict == core::Verdict::unmarked) continue;
        rows.push_back({std::to_string(i + 1), one.question,
                        one.answer.empty() ? "(bỏ trống)" : one.answer, one.key,
                        std::string{word(one.score.verdict)},
                        points_text(one.score.points) + "/" + points_text(one.score.max),
                        maybe_entry(one.score.index)});
    }
    if (!rows.empty())
        page.table({"#Câu", "Nội dung", "Trả lời", "Đáp án", "Kết luận", "#Điểm", "#Mục"}, rows);
}

void write_round(Page& page, const FileRound& round) {
    page.section(round.title);
    page.line("Vòng này: " + std::string{word(round.score.fate)} + "; điểm: " +
              mark_text(round.score.mark) + (round.score.passed ? "; đạt." : "; không đạt."));
    write_keyed(page, round);
    write_essays(page, round);
    if (round.ballots.empty()) return;
    page.part("Phiếu của Hội đồng");
    page.list(round.ballots);
}

void write_timeline(Page& page, const CandidateFile& file, const core::Calendar& calendar) {
    page.section("Diễn biến: các mục của nhật ký về riêng thí sinh này");
    std::vector<Page::Row> rows;
    for (const auto& one : file.entries)
        rows.push_back({clock_text(one.at, calendar), std::string{leaf_word(one.type)}, one.type,
                        std::to_string(one.index), one.receipt.empty() ? "đã xoá" : "có"});
    page.table({"Lúc", "Việc", "Loại", "#Mục", "Biên nhận"}, rows);
}

std::string receipts_text(const CandidateFile& file) {
    MachinePart part;
    part.contest = file.contest;
    part.candidate = file.score.candidate;
    part.vkey = file.vkey;
    for (const auto& one : file.entries)
        if (!one.receipt.empty()) part.entries.push_back({one.index, one.receipt, one.type});
    return text::to_text(part);
}

} // namespace

std::string candidate_file(const CandidateFile& file) {
    const core::Calendar calendar{file.plan.calendar};
    Page page{"Hồ sơ dự thi của " + file.name};
    page.letterhead({file.plan.contest.authority.value_or(""), "Hội đồng thi tuyển"},
                    {file.plan.contest.title.value_or(""), file.plan.contest.code.value_or("")});
    page.title("Hồ sơ dự thi", file.name);
    write_result(page, file);
    for (const auto& round : file.rounds)
        write_round(page, round);
    write_timeline(page, file, calendar);
    page.small("Tệp này chứa biên nhận của từng mục, kiểm tra được mà không cần máy chủ, với khoá "
               "công khai của nhật ký in trên giấy báo dự thi. Khoá mà máy chủ nêu khi lập tệp: " +
               file.vkey);
    page.data("receipts", receipts_text(file));
    return page.html();
}

} // namespace thi::print
