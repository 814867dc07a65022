// Minutes of results: the ranking as published, and everything that people decided about it before.

#include "journal/bundle/folder.h"
#include "print/minutes_parts.h"

#include <algorithm>

namespace thi::print {
namespace {

std::string group_text(const Looked& looked, const std::vector<core::CandidateId>& group) {
    std::vector<std::string> names;
    for (const auto& candidate : group)
        names.push_back(looked.candidate(candidate));
    return joined(names);
}

// Only what stood in the log before the release.
void write_ties(Page& page, const Looked& looked, std::uint64_t before) {
    Page::Row items;
    looked.each<core::TieStepped>([&](const core::TieStepped& one, const Logged& entry) {
        if (entry.index > before) return;
        auto text = looked.post(one.post) + ", " + std::string{word(one.rung)} + ": ";
        for (std::size_t i = 0; i < one.order.size(); ++i)
            text += (i > 0 ? "; sau đó " : "") + group_text(looked, one.order[i]);
        if (!one.reason.empty()) text += ", lý do: " + one.reason;
        if (!one.approvals.empty()) text += ", người quyết định: " + looked.approved(one.approvals);
        items.push_back(text + " " + print::entry(entry.index));
    });
    if (items.empty())
        page.line("Không có trường hợp bằng điểm cần phân định.");
    else
        page.list(items);
}

void write_decisions(Page& page, const Looked& looked, std::uint64_t before) {
    Page::Row items;
    looked.each<core::RemedyApplied>([&](const core::RemedyApplied& one, const Logged& entry) {
        if (entry.index < before)
            items.push_back("Câu " + std::string{one.item.text()} + ": " +
                            std::string{word(one.kind)} + ", lý do: " + one.reason +
                            ", người duyệt: " + looked.approved(one.approvals) + " " +
                            print::entry(entry.index));
    });
    looked.each<core::RoundHeldAgain>([&](const core::RoundHeldAgain& one, const Logged& entry) {
        if (entry.index < before)
            items.push_back(looked.round(one.round) + ": tổ chức thi lại, giờ thi " +
                            looked.when(one.opens) + ", lý do: " + one.reason + ", người duyệt: " +
                            looked.approved(one.approvals) + " " + print::entry(entry.index));
    });
    looked.each<core::AppealDecided>([&](const core::AppealDecided& one, const Logged& entry) {
        if (entry.index > before) return;
        std::string what;
        looked.each<core::AppealFiled>([&](const core::AppealFiled& filed, const Logged&) {
            if (filed.appeal == one.appeal)
                what = looked.candidate(filed.candidate) + ", " + std::string{word(filed.track)};
        });
        items.push_back(what + ": " + (one.upheld ? "chấp nhận" : "không chấp nhận") +
                        ", lý do: " + one.reason + " " + print::entry(entry.index));
    });
    looked.each<core::MarkAmended>([&](const core::MarkAmended& one, const Logged& entry) {
        if (entry.index < before)
            items.push_back(looked.candidate(one.candidate) + ", " + looked.round(one.round) +
                            ": điểm sửa từ " + mark_text(one.old_mark) + " thành " +
                            mark_text(one.new_mark) + " " + print::entry(entry.index));
    });
    looked.each<core::InfractionRecorded>(
        [&](const core::InfractionRecorded& one, const Logged& entry) {
            if (entry.index < before)
                items.push_back(looked.candidate(one.candidate) + ", " + looked.round(one.round) +
                                ": vi phạm, " + std::string{word(one.level)} + " " +
                                print::entry(entry.index));
        });
    if (items.empty())
        page.line("Không có.");
    else
        page.list(items);
}

void write_ranking(Page& page, const Looked& looked, const std::vector<PublishedLine>& lines) {
    std::optional<core::PostId> post;
    std::vector<Page::Row> rows;
    const auto flush = [&] {
        if (post) {
            page.part(looked.post(*post));
            page.table({"#Hạng", "Thí sinh", "SBD", "#Tổng điểm", "Kết quả"}, rows);
        }
        rows.clear();
    };
    for (const auto& line : lines) {
        if (line.post != post) flush();
        post = line.post;
        rows.push_back({line.rank ? std::to_string(*line.rank) : "", line.who, line.roll_number,
                        line.shown, std::string{word(line.outcome)}});
    }
    flush();
}

// result.release and result.final say the same.
struct Release {
    crypto::Digest file_hash;
    crypto::Digest root;
    const core::Approvals* approvals = nullptr;
    bool final_result = false;
};

void write_result(Page& page, const Looked& looked, const Release& release, const Logged& entry) {
    page.section("I. Tính điểm");
    const Logged* computed = nullptr;
    looked.each<core::ScoreComputed>([&](const core::ScoreComputed&, const Logged& at) {
        if (at.index < entry.index) computed = &at;
    });
    if (computed != nullptr) {
        const auto& score = std::get<core::ScoreComputed>(computed->event);
        page.line("Điểm của " + std::to_string(score.candidates) + " thí sinh được tính lúc " +
                  looked.when(computed->at) + ", mã băm của toàn bộ diễn giải điểm: " +
                  journal::hex(score.hash) + " " + print::entry(computed->index) + ".");
    }
    page.section("II. Vi phạm, phúc khảo, khiếu nại, xử lý lỗi đề");
    write_decisions(page, looked, entry.index);
    page.section("III. Phân định bằng điểm");
    write_ties(page, looked, entry.index);
    page.section("IV. Kết quả");
    const auto lines = looked.facts().results.find(release.file_hash);
    if (lines != looked.facts().results.end()) write_ranking(page, looked, lines->second);
    page.section("V. Công bố");
    page.line(std::string{release.final_result ? "Kết quả chính thức" : "Kết quả"} +
              " được công bố lúc " + looked.when(entry.at) + ", người duyệt: " +
              looked.approved(*release.approvals) + " " + print::entry(entry.index) + ".");
    page.list({"Mã băm SHA-256 của tệp kết quả: " + journal::hex(release.file_hash),
               "Gốc của nhật ký mà kết quả dựa vào: " + journal::hex(release.root)});
}

Minutes minutes_of(const Looked& looked, const Release& release, const Logged& entry) {
    const std::string title = release.final_result ? "Kết quả chính thức" : "Công bố kết quả";
    return {{"result-" + std::to_string(entry.index), MinutesKind::result, title, entry.index},
            [&looked, release, &entry](Page& page) { write_result(page, looked, release, entry); },
            {core::Role::secretary, core::Role::supervisor, core::Role::chair},
            entry.at};
}

} // namespace

void add_results(const Looked& looked, std::vector<Minutes>& all) {
    looked.each<core::ResultReleased>([&](const core::ResultReleased& one, const Logged& entry) {
        all.push_back(minutes_of(looked, {one.file_hash, one.root, &one.approvals, false}, entry));
    });
    looked.each<core::ResultFinal>([&](const core::ResultFinal& one, const Logged& entry) {
        all.push_back(minutes_of(looked, {one.file_hash, one.root, &one.approvals, true}, entry));
    });
}

} // namespace thi::print
