#include "journal/verify/report.h"

#include "text/described.h"

#include <algorithm>
#include <stdexcept>

namespace thi::journal {
namespace {

struct Title {
    std::string_view check;
    std::string_view vi;
    std::string_view en;
};

constexpr Title titles[] = {
    {"01.01", "Mọi tệp đúng mã băm trong danh mục", "Every file has the hash of the manifest"},
    {"01.02", "Đủ số lá của mốc niêm phong, lá đúng dạng",
     "As many leaves as the checkpoint says, each well formed"},
    {"01.03", "Lá mở đầu và lá kết thúc đúng chỗ",
     "The genesis first and once, nothing after the close"},
    {"01.04", "Lá nào cũng có phần mở, hoặc niêm phong, hoặc xóa đúng luật",
     "Every leaf has its opening, or is sealed, or was erased"},
    {"01.05", "Chuỗi lưu của từng lượt thi liền mạch", "The saves of every sitting are one chain"},
    {"01.06", "Thí sinh đủ điều kiện nào cũng có đúng một kết cục ở mỗi vòng",
     "Every eligible candidate has exactly one fate in each round"},
    {"01.07", "Mỗi bài đủ lượt chấm của những người khác nhau",
     "Every script has the marks that its rule demands, by different people"},
    {"01.08", "Biên nhận đã cấp nằm trong nhật ký", "Every receipt handed in is in the log"},
    {"02.01", "Khóa nhật ký đúng khóa đã công bố", "The log's key is the pinned one"},
    {"02.02", "Chữ ký của mọi mốc niêm phong", "Every checkpoint is signed by the log's key"},
    {"03.01", "Gốc tính lại từ các lá", "The root recomputed from the leaves"},
    {"03.02", "Mọi mốc niêm phong là phần đầu của nhau",
     "All checkpoints are prefixes of each other"},
    {"03.03", "Các nút đã lưu tính lại đúng", "Stored nodes recompute"},
    {"03.04", "Thời gian của lá không lùi", "The leaves' times do not go back"},
    {"03.05", "Bài lưu trong giờ, gia hạn trước khi hết giờ",
     "Saves within their window, extensions before the end"},
    {"03.06", "Mỗi sự kiện nối tiếp được các sự kiện trước",
     "Every event follows from those before it"},
    {"03.07", "Bảng dữ liệu khớp với nhật ký, hai chiều",
     "Tables and openings agree, in both directions"},
    {"04.01", "Phần mở khớp cam kết của lá", "Every opening recomputes its commitment"},
    {"04.02", "Nội dung ở dạng chuẩn tắc", "Payloads are canonical and of their type"},
    {"04.03", "Đề thi khớp cam kết", "Papers are those committed to"},
    {"04.05", "Đáp án đã cam kết trước khi hết giờ", "Keys are those committed to, in time"},
    {"04.06", "Số phách và nội dung bài tính lại đúng",
     "Blind codes and scripts' bodies recompute"},
    {"05.01", "Bốc thăm tính lại đúng", "Draws recompute"},
    {"05.02", "Chấm lại đúng điểm từng câu", "Items re-mark to the stored marks"},
    {"05.03", "Từ các lượt chấm đến điểm chính thức tính lại đúng",
     "From marks to the settled mark: sums, bands and rounding recompute"},
    {"05.04", "Phiếu kín: số phát, số bỏ, điểm hội đồng tính lại đúng",
     "Secret ballots: rolls, boxes and the council's marks recount"},
    {"05.05", "Tổng điểm, xếp hạng, kết quả công bố tính lại đúng",
     "Totals, ranks, ties and the published result recompute"},
    {"05.06", "Mọi thay đổi sau công bố theo quyết định của hai người",
     "Every change after the release follows from a decision of two people"},
};

std::string_view word(CheckState state) {
    switch (state) {
    case CheckState::pass:
        return "ĐẠT / PASS";
    case CheckState::fail:
        return "SAI / FAIL";
    case CheckState::sealed:
        return "NIÊM PHONG / SEALED";
    case CheckState::erased:
        return "ĐÃ XÓA / ERASED";
    case CheckState::not_run:
        return "CHƯA CHẠY / NOT_RUN";
    }
    throw std::logic_error("no such state of a check");
}

void append_sentence(std::string& text, const text::Sentence& says) {
    text += says.vi;
    text += " / ";
    text += says.en;
    text += '\n';
}

void append_check(std::string& text, const Check& check, std::size_t positions_max) {
    text += check.check;
    text += "  ";
    text += word(check.state);
    text += "  ";
    text += check.title.vi;
    text += " / ";
    text += check.title.en;
    text += " (" + std::to_string(check.examined);
    if (check.sealed > 0) text += ", sealed " + std::to_string(check.sealed);
    if (check.erased > 0) text += ", erased " + std::to_string(check.erased);
    text += ")\n";
    for (std::size_t i = 0; i < check.positions.size() && i < positions_max; ++i) {
        text += "       - " + check.positions[i].where + ": ";
        append_sentence(text, check.positions[i].says);
    }
    if (check.positions.size() > positions_max)
        text += "       - … +" + std::to_string(check.positions.size() - positions_max) + "\n";
    for (const auto& reason : check.reasons) {
        text += "       - ";
        append_sentence(text, reason);
    }
}

struct SentenceJson {
    std::string vi;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(SentenceJson, (), (vi, en))

struct PositionJson {
    std::string where;
    SentenceJson says;
};
BOOST_DESCRIBE_STRUCT(PositionJson, (), (where, says))

struct CheckJson {
    std::string check;
    SentenceJson title;
    CheckState state = CheckState::pass;
    std::uint64_t examined = 0;
    std::uint64_t sealed = 0;
    std::uint64_t erased = 0;
    bool asked = true;
    std::vector<PositionJson> positions;
    std::vector<SentenceJson> reasons;
};
BOOST_DESCRIBE_STRUCT(CheckJson, (),
                      (check, title, state, examined, sealed, erased, asked, positions, reasons))

struct ReportJson {
    std::string origin;
    std::uint64_t size = 0;
    Hash root;
    bool clean = false;
    int exit_code = 0;
    std::vector<CheckJson> checks;
};
BOOST_DESCRIBE_STRUCT(ReportJson, (), (origin, size, root, clean, exit_code, checks))

SentenceJson json_of(const text::Sentence& says) {
    return {says.vi, says.en};
}

CheckJson json_of(const Check& check) {
    CheckJson json{check.check,
                   json_of(check.title),
                   check.state,
                   check.examined,
                   check.sealed,
                   check.erased,
                   check.asked,
                   {},
                   {}};
    for (const auto& position : check.positions)
        json.positions.push_back({position.where, json_of(position.says)});
    for (const auto& reason : check.reasons)
        json.reasons.push_back(json_of(reason));
    return json;
}

} // namespace

void Check::fail(std::string where, std::string vi, std::string en) {
    positions.push_back({std::move(where), {std::move(vi), std::move(en)}});
}

void Check::skip(std::string vi, std::string en) {
    const auto said = [&](const text::Sentence& reason) {
        return reason.en == en;
    };
    if (std::any_of(reasons.begin(), reasons.end(), said)) return;
    reasons.push_back({std::move(vi), std::move(en)});
}

Report::Report() {
    for (const auto& title : titles) {
        auto& check = checks.emplace_back();
        check.check = title.check;
        check.title = {std::string{title.vi}, std::string{title.en}};
    }
}

Check& Report::operator[](std::string_view check) {
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [&](const Check& one) { return one.check == check; });
    if (found == checks.end()) throw std::logic_error("no such check");
    return *found;
}

const Check& Report::operator[](std::string_view check) const {
    return const_cast<Report&>(*this)[check];
}

void Report::conclude() {
    for (auto& check : checks) {
        if (!check.positions.empty())
            check.state = CheckState::fail;
        else if (!check.reasons.empty())
            check.state = CheckState::not_run;
        else if (check.sealed > 0)
            check.state = CheckState::sealed;
        else if (check.erased > 0)
            check.state = CheckState::erased;
        else
            check.state = CheckState::pass;
    }
}

int Report::exit_code() const {
    const auto any = [&](CheckState state) {
        return std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
            return check.state == state && (check.asked || state == CheckState::fail);
        });
    };
    if (any(CheckState::fail)) return 1;
    return any(CheckState::not_run) || any(CheckState::sealed) ? 2 : 0;
}

std::string print_report(const Report& report, std::size_t positions_max) {
    std::string text = report.origin + "  " + std::to_string(report.size) + " lá / leaves\n";
    for (const auto& check : report.checks)
        append_check(text, check, positions_max);
    constexpr std::string_view verdicts[] = {
        "KẾT LUẬN: mọi phép kiểm đều đạt. / VERDICT: every check passed.\n",
        "KẾT LUẬN: có phép kiểm không đạt. / VERDICT: a check failed.\n",
        "KẾT LUẬN: không phát hiện sai, nhưng chưa chạy được mọi phép kiểm. / "
        "VERDICT: nothing failed, but not all checks could run.\n"};
    text += verdicts[static_cast<std::size_t>(report.exit_code())];
    return text;
}

std::string report_json(const Report& report) {
    ReportJson json{report.origin,  report.size,        report.root,
                    report.clean(), report.exit_code(), {}};
    for (const auto& check : report.checks)
        json.checks.push_back(json_of(check));
    return text::to_text(json);
}

} // namespace thi::journal
