// Minutes of opening a sealed paper, and of public draws.

#include "journal/bundle/folder.h"
#include "print/minutes_parts.h"

#include <algorithm>

namespace thi::print {
namespace {

bool is_practice(const core::Plan& plan, core::RoundId round) {
    const auto& rounds = plan.rounds.value;
    return rounds && std::any_of(rounds->begin(), rounds->end(), [&](const core::Round& one) {
               return one.round == round && one.practice;
           });
}

// What was sealed before, in the order of the log.
void write_seals(Page& page, const Looked& looked, core::PaperId paper) {
    looked.each<core::PaperSealed>([&](const core::PaperSealed& sealed, const Logged& entry) {
        if (sealed.paper != paper) return;
        page.line("Đề thi " + std::string{paper.text()} + " (" + looked.round(sealed.round) + ", " +
                  (sealed.variant == core::Variant::official ? "đề chính thức" : "đề dự phòng") +
                  ") được niêm phong lúc " + looked.when(entry.at) +
                  ", người lập: " + looked.official(sealed.by) + ", người duyệt: " +
                  looked.approved(sealed.approvals) + " " + print::entry(entry.index) + ".");
        page.list({"Mã băm của bản niêm phong: " + journal::hex(sealed.ciphertext_hash),
                   "Cam kết nội dung đề: " + journal::hex(sealed.plaintext_commitment)});
    });
    looked.each<core::KeySealed>([&](const core::KeySealed& sealed, const Logged& entry) {
        if (sealed.paper == paper)
            page.line("Đáp án niêm phong lúc " + looked.when(entry.at) + ", cam kết " +
                      journal::hex(sealed.commitment) + " " + print::entry(entry.index) + ".");
    });
    looked.each<core::PaperSwitched>([&](const core::PaperSwitched& switched, const Logged& entry) {
        if (switched.to == paper)
            page.line("Dùng đề này thay cho đề " + std::string{switched.from.text()} + " lúc " +
                      looked.when(entry.at) + ", lý do: " + switched.reason + ", người duyệt: " +
                      looked.approved(switched.approvals) + " " + print::entry(entry.index) + ".");
    });
}

void write_opening(Page& page, const Looked& looked, const core::PaperOpened& opened,
                   const Logged& entry) {
    page.section("I. Tình trạng niêm phong trước khi mở");
    write_seals(page, looked, opened.paper);
    page.section("II. Mở đề");
    auto text = "Đề được mở lúc " + looked.when(entry.at) + " " + print::entry(entry.index);
    if (opened.approvals.empty())
        text += ", tự động khi đến giờ theo kế hoạch";
    else
        text += ", người duyệt: " + looked.approved(opened.approvals);
    if (opened.reason) text += ", lý do: " + *opened.reason;
    page.line(text + ".");
    page.line("Nội dung mở ra khớp với mã băm đã niêm phong: máy chủ chỉ mở được đúng bản đã ghi; "
              "người kiểm tra tính lại bằng lệnh thituyen verify, mục kiểm 04.03.");
}

void write_parties(Page& page, const Looked& looked, const std::string& draw) {
    std::vector<Page::Row> rows;
    looked.each<core::DrawCommitted>([&](const core::DrawCommitted& one, const Logged& entry) {
        if (one.draw == draw)
            rows.push_back({"Cam kết", looked.official(one.by), journal::hex(one.commitment),
                            print::entry(entry.index)});
    });
    looked.each<core::DrawRevealed>([&](const core::DrawRevealed& one, const Logged& entry) {
        if (one.draw == draw)
            rows.push_back({"Mở số", looked.official(one.by), journal::hex(one.nonce),
                            print::entry(entry.index)});
    });
    page.table({"Việc", "Người thực hiện", "Số", "#Mục"}, rows);
}

void write_order(Page& page, const Looked& looked, const core::DrawResolved& resolved) {
    std::vector<Page::Row> rows;
    for (std::size_t i = 0; i < resolved.order.size(); ++i) {
        Page::Row row{std::to_string(i + 1), looked.candidate(resolved.order[i])};
        for (const auto& seat : resolved.seats)
            if (seat.candidate == resolved.order[i]) row.push_back("Chỗ " + seat.seat);
        row.resize(resolved.seats.empty() ? 2 : 3);
        rows.push_back(std::move(row));
    }
    Page::Row heads{"#Thứ tự", "Thí sinh"};
    if (!resolved.seats.empty()) heads.emplace_back("Chỗ ngồi");
    page.table(heads, rows);
}

void write_draw(Page& page, const Looked& looked, const core::DrawResolved& resolved,
                const Logged& entry) {
    page.section("I. Danh sách bốc thăm");
    looked.each<core::DrawFrozen>([&](const core::DrawFrozen& frozen, const Logged& at) {
        if (frozen.draw == resolved.draw)
            page.line("Chốt lúc " + looked.when(at.at) + ", gồm " +
                      std::to_string(frozen.pool.size()) + " thí sinh, người thực hiện: " +
                      looked.official(frozen.by) + " " + print::entry(at.index) + ".");
    });
    page.section("II. Cam kết và mở số bí mật");
    page.line("Mỗi người tham gia cam kết một số bí mật trước khi biết số của người khác, sau đó "
              "mới mở số; kết quả bốc thăm tính từ tất cả các số và từ nhật ký.");
    write_parties(page, looked, resolved.draw);
    page.section("III. Kết quả");
    page.line("Số sinh kết quả: " + journal::hex(resolved.seed) + " " + print::entry(entry.index) +
              ".");
    write_order(page, looked, resolved);
}

} // namespace

void add_openings(const Looked& looked, std::vector<Minutes>& all) {
    looked.each<core::PaperOpened>([&](const core::PaperOpened& opened, const Logged& entry) {
        std::optional<core::RoundId> round;
        looked.each<core::PaperSealed>([&](const core::PaperSealed& sealed, const Logged&) {
            if (sealed.paper == opened.paper) round = sealed.round;
        });
        if (!round || is_practice(looked.facts().plan, *round)) return;
        all.push_back(
            {{"opening-" + std::string{opened.paper.text()}, MinutesKind::opening,
              "Mở đề thi, " + looked.round(*round), entry.index},
             [&looked, &opened, &entry](Page& page) { write_opening(page, looked, opened, entry); },
             {core::Role::secretary, core::Role::supervisor, core::Role::chair},
             entry.at});
    });
}

void add_draws(const Looked& looked, std::vector<Minutes>& all) {
    looked.each<core::DrawResolved>([&](const core::DrawResolved& resolved, const Logged& entry) {
        std::string title;
        looked.each<core::DrawFrozen>([&](const core::DrawFrozen& frozen, const Logged&) {
            if (frozen.draw != resolved.draw) return;
            title = word(frozen.purpose);
            if (frozen.round) title += ", " + looked.round(*frozen.round);
        });
        // The draw's own name has slashes; its entry's number names it as well.
        all.push_back(
            {{"draw-" + std::to_string(entry.index), MinutesKind::draw, title, entry.index},
             [&looked, &resolved, &entry](Page& page) {
                 write_draw(page, looked, resolved, entry);
             },
             {core::Role::secretary, core::Role::supervisor, core::Role::chair},
             entry.at});
    });
}

} // namespace thi::print
