// Minutes of a written round's blind marking: codes, packets, marks, differences, unblinding.

#include "journal/bundle/folder.h"
#include "print/minutes_parts.h"

#include <algorithm>

namespace thi::print {
namespace {

std::string draw_of(const Looked& looked, core::RoundId round) {
    std::string name;
    looked.each<core::DrawFrozen>([&](const core::DrawFrozen& frozen, const Logged&) {
        if (frozen.purpose == core::DrawPurpose::blinding && frozen.round == round)
            name = frozen.draw;
    });
    return name;
}

void write_blinding(Page& page, const Looked& looked, core::RoundId round) {
    const auto draw = draw_of(looked, round);
    Page::Row items;
    looked.each<core::DrawCommitted>([&](const core::DrawCommitted& one, const Logged& entry) {
        if (one.draw == draw)
            items.push_back(looked.official(one.by) + " cam kết số bí mật " +
                            journal::hex(one.commitment) + " " + print::entry(entry.index));
    });
    page.line("Số phách sinh từ các số bí mật đã cam kết trước khi thu bài:");
    page.list(items);
    core::Whole scripts = 0;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    looked.each<core::ScriptBlinded>([&](const core::ScriptBlinded& one, const Logged& entry) {
        if (one.round != round) return;
        if (scripts++ == 0) first = entry.index;
        last = entry.index;
    });
    page.line("Đã đánh phách " + std::to_string(scripts) + " bài, các mục từ " +
              std::to_string(first) + " đến " + std::to_string(last) + " của nhật ký.");
}

void write_packets(Page& page, const Looked& looked, core::RoundId round) {
    std::vector<Page::Row> rows;
    looked.each<core::MarkAssigned>([&](const core::MarkAssigned& one, const Logged& entry) {
        if (one.round == round)
            rows.push_back({looked.official(one.marker), std::string{word(one.turn)},
                            std::to_string(one.codes.size()), print::entry(entry.index)});
    });
    page.table({"Người chấm", "Lần chấm", "#Số bài", "#Mục"}, rows);
    Page::Row items;
    looked.each<core::MarkerQualified>([&](const core::MarkerQualified& one, const Logged& entry) {
        if (one.round == round)
            items.push_back("Chấm thử: " + looked.official(one.marker) + ", " +
                            std::to_string(one.within) + "/" + std::to_string(one.of) +
                            " bài trong sai số, " + (one.qualified ? "được chấm" : "không chấm") +
                            (one.reason.empty() ? "" : ", lý do: " + one.reason) + " " +
                            print::entry(entry.index));
    });
    looked.each<core::MarkerStopped>([&](const core::MarkerStopped& one, const Logged& entry) {
        if (one.round == round)
            items.push_back("Dừng người chấm " + looked.official(one.marker) +
                            ", lý do: " + one.reason + "; " + std::to_string(one.requeued.size()) +
                            " bài giao lại cho người khác " + print::entry(entry.index));
    });
    page.list(items);
}

void write_anomalies(Page& page, const Looked& looked, core::RoundId round) {
    Page::Row items;
    looked.each<core::AnomalyNoted>([&](const core::AnomalyNoted& one, const Logged& entry) {
        if (one.round != round) return;
        auto text = "Phách " + one.code + ", " + std::string{word(one.kind)} + ", ";
        if (one.outcome)
            text += std::string{word(*one.outcome)} + ", lý do: " + one.text;
        else
            text += (one.by ? "người chấm báo: " : "máy báo: ") + one.text;
        items.push_back(text + " " + print::entry(entry.index));
    });
    if (items.empty())
        page.line("Không có dấu hiệu nào được ghi.");
    else
        page.list(items);
}

void write_differences(Page& page, const Looked& looked, core::RoundId round) {
    bool any = false;
    looked.each<core::FurtherMarkingCalled>(
        [&](const core::FurtherMarkingCalled& one, const Logged& entry) {
            any = any || one.round == round;
            if (one.round == round)
                page.line("Phách " + one.code + ": " + std::string{band_word(one.action)} + " " +
                          print::entry(entry.index) + ".");
        });
    looked.each<core::MarkSettled>([&](const core::MarkSettled& one, const Logged& entry) {
        if (one.round != round || one.minutes.empty()) return;
        any = true;
        page.part("Phách " + one.code + ": " + std::string{band_word(one.action)} + ", " +
                  mark_text(one.mark) + " điểm " + print::entry(entry.index));
        page.quote(one.minutes);
        if (!one.approvals.empty())
            page.line("Người quyết định: " + looked.approved(one.approvals) + ".");
    });
    if (!any) page.line("Không có bài nào phải chấm thêm hoặc thống nhất điểm.");
}

void write_marks(Page& page, const Looked& looked, core::RoundId round) {
    std::vector<Page::Row> rows;
    looked.each<core::MarkSettled>([&](const core::MarkSettled& one, const Logged& entry) {
        if (one.round == round)
            rows.push_back({one.code, std::string{band_word(one.action)}, mark_text(one.mark),
                            print::entry(entry.index)});
    });
    std::sort(rows.begin(), rows.end());
    page.table({"Phách", "Cách chốt điểm", "#Điểm", "#Mục"}, rows);
}

void write_marking(Page& page, const Looked& looked, const core::ScriptsUnblinded& unblinded,
                   const Logged& entry) {
    page.section("I. Đánh phách");
    write_blinding(page, looked, unblinded.round);
    page.section("II. Giao bài, chấm thử, dừng người chấm");
    write_packets(page, looked, unblinded.round);
    page.section("III. Dấu hiệu đánh dấu bài");
    write_anomalies(page, looked, unblinded.round);
    page.section("IV. Chấm thêm và thống nhất điểm");
    write_differences(page, looked, unblinded.round);
    page.section("V. Điểm theo phách");
    write_marks(page, looked, unblinded.round);
    page.section("VI. Ghép phách");
    page.line("Sau khi mọi bài đã chốt điểm, phách được ghép lúc " + looked.when(entry.at) +
              ", người duyệt: " + looked.approved(unblinded.approvals) + " " +
              print::entry(entry.index) + ".");
}

} // namespace

void add_markings(const Looked& looked, std::vector<Minutes>& all) {
    looked.each<core::ScriptsUnblinded>(
        [&](const core::ScriptsUnblinded& one, const Logged& entry) {
            all.push_back(
                {{"marking-" + std::string{one.round.text()}, MinutesKind::marking,
                  "Chấm thi và ghép phách, " + looked.round(one.round), entry.index},
                 [&looked, &one, &entry](Page& page) { write_marking(page, looked, one, entry); },
                 {core::Role::blinder, core::Role::head_of_marking, core::Role::supervisor,
                  core::Role::chair},
                 entry.at});
        });
}

} // namespace thi::print
