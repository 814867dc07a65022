#include "print/words.h"

#include "core/marking/bands.h"
#include "core/result/sums.h"

#include <boost/describe/enum_to_string.hpp>

#include <array>
#include <utility>

namespace thi::print {
namespace {

struct Named {
    std::string_view name;
    std::string_view says;
};

template <std::size_t N>
std::string_view find(const std::array<Named, N>& table, std::string_view name) {
    for (const auto& one : table)
        if (one.name == name) return one.says;
    return name;
}

template <class E, std::size_t N> std::string_view of(E value, const std::array<Named, N>& table) {
    return find(table, boost::describe::enum_to_string(value, "?"));
}

struct Local {
    std::chrono::year_month_day day{};
    std::chrono::hh_mm_ss<std::chrono::seconds> time{};
};

Local local(core::Instant at, const core::Calendar& calendar) {
    using namespace std::chrono;
    const auto date = calendar.date_of(at);
    return {year_month_day{date}, hh_mm_ss{floor<seconds>(at - calendar.start_of(date))}};
}

std::string two(long long number) {
    auto digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
}

std::string two(std::chrono::day day) {
    return two(static_cast<long long>(static_cast<unsigned int>(day)));
}

std::string two(std::chrono::month month) {
    return two(static_cast<long long>(static_cast<unsigned int>(month)));
}

constexpr core::Whole paper_decimals = 2;

constexpr std::array<Named, 71> leaf_words{{
    {"contest.genesis", "Công bố kỳ thi"},
    {"contest.state", "Chuyển giai đoạn"},
    {"plan.amend", "Sửa kế hoạch"},
    {"plan.waive", "Không áp dụng quy định"},
    {"calendar.extend", "Gia hạn"},
    {"person.grant", "Giao nhiệm vụ"},
    {"person.revoke", "Thôi nhiệm vụ"},
    {"person.conflict", "Khai quan hệ"},
    {"intake.apply", "Nộp hồ sơ"},
    {"intake.supplement", "Bổ sung hồ sơ"},
    {"intake.withdraw", "Rút hồ sơ"},
    {"intake.find", "Máy đối chiếu điều kiện"},
    {"intake.decide", "Quyết định về điều kiện"},
    {"intake.result", "Kết quả xét hồ sơ"},
    {"intake.list", "Niêm yết danh sách"},
    {"petition.file", "Gửi kiến nghị"},
    {"petition.decide", "Trả lời kiến nghị"},
    {"paper.seal", "Niêm phong đề thi"},
    {"paper.open", "Mở đề thi"},
    {"paper.switch", "Chuyển sang đề dự phòng"},
    {"key.seal", "Niêm phong đáp án"},
    {"draw.freeze", "Chốt danh sách bốc thăm"},
    {"draw.commit", "Cam kết số bí mật"},
    {"draw.reveal", "Mở số bí mật"},
    {"draw.result", "Kết quả bốc thăm"},
    {"room.plan", "Xếp phòng thi"},
    {"time.remove", "Trừ khoảng gián đoạn"},
    {"time.restore", "Tính lại khoảng gián đoạn"},
    {"time.grant", "Bù giờ"},
    {"incident.open", "Ghi sự cố"},
    {"incident.close", "Đóng sự cố"},
    {"sitting.admit", "Cho vào phòng thi"},
    {"sitting.lease", "Mở bài trên một máy"},
    {"answer.save", "Lưu câu trả lời"},
    {"answer.late", "Câu trả lời đến muộn"},
    {"late.decide", "Quyết định về bài đến muộn"},
    {"sitting.submit", "Nộp bài"},
    {"sitting.end", "Kết thúc phần thi"},
    {"infraction.record", "Ghi vi phạm"},
    {"script.blind", "Đánh phách"},
    {"script.seed", "Số bí mật đánh phách"},
    {"mark.anomaly", "Dấu hiệu đánh dấu bài"},
    {"mark.assign", "Giao bài chấm"},
    {"mark.commit", "Chấm bài"},
    {"mark.third", "Yêu cầu chấm thêm"},
    {"mark.settle", "Chốt điểm bài"},
    {"marker.stop", "Dừng người chấm"},
    {"marker.qualify", "Kết quả chấm thử"},
    {"script.unblind", "Ghép phách"},
    {"project.file", "Nộp đề án"},
    {"defence.open", "Khai mạc bảo vệ đề án"},
    {"defence.step", "Bước của buổi bảo vệ"},
    {"defence.question", "Câu hỏi của Hội đồng"},
    {"ballot.issue", "Phát phiếu"},
    {"ballot.cast", "Phiếu trong hòm"},
    {"ballot.count", "Kiểm phiếu"},
    {"sheet.score", "Phiếu chấm công khai"},
    {"score.compute", "Tính điểm"},
    {"tie.step", "Phân định bằng điểm"},
    {"result.release", "Công bố kết quả"},
    {"result.final", "Kết quả chính thức"},
    {"appeal.file", "Gửi phúc khảo, khiếu nại"},
    {"appeal.decide", "Quyết định phúc khảo, khiếu nại"},
    {"mark.amend", "Sửa điểm sau phúc khảo"},
    {"remedy.apply", "Xử lý lỗi đề thi"},
    {"round.resit", "Tổ chức thi lại"},
    {"clock.beat", "Nhịp đồng hồ"},
    {"sec.digest", "Tóm tắt nhật ký an ninh"},
    {"record.erase", "Xoá dữ liệu cá nhân"},
    {"log.close", "Đóng nhật ký"},
    {"log.succeed", "Nhật ký nối tiếp"},
}};

} // namespace

std::string entry(std::uint64_t index) {
    return "[mục " + std::to_string(index) + "]";
}

std::string clock_text(core::Instant at, const core::Calendar& calendar) {
    const auto [day, time] = local(at, calendar);
    return two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" +
           two(time.seconds().count()) + ", " + two(day.day()) + "/" + two(day.month()) + "/" +
           std::to_string(static_cast<int>(day.year()));
}

std::string spoken(core::Instant at, const core::Calendar& calendar) {
    const auto [day, time] = local(at, calendar);
    return "Hồi " + two(time.hours().count()) + " giờ " + two(time.minutes().count()) +
           " phút, ngày " + two(day.day()) + " tháng " + two(day.month()) + " năm " +
           std::to_string(static_cast<int>(day.year()));
}

std::string points_text(core::Points points) {
    return core::shown({points.hundredths, 1}, paper_decimals);
}

std::string mark_text(core::Fraction hundredths) {
    const auto whole = core::reduced(hundredths);
    auto decimal = core::shown(whole, paper_decimals);
    if (whole.denominator == 1) return decimal;
    const auto points = core::reduced({whole.numerator, whole.denominator * 100});
    return std::to_string(points.numerator) + "/" + std::to_string(points.denominator) + " (" +
           decimal + ")";
}

std::string_view word(core::Role role) {
    static constexpr std::array<Named, 16> table{{
        {"administrator", "Quản trị hệ thống"},
        {"chair", "Chủ tịch Hội đồng"},
        {"vice_chair", "Phó Chủ tịch Hội đồng"},
        {"secretary", "Thư ký Hội đồng"},
        {"verifier", "Người thẩm định hồ sơ"},
        {"setter", "Thành viên Ban đề thi"},
        {"head_of_invigilation", "Trưởng Ban coi thi"},
        {"invigilator", "Giám thị"},
        {"blinder", "Thành viên Ban phách"},
        {"head_of_marking", "Trưởng Ban chấm thi"},
        {"marker", "Người chấm thi"},
        {"council_member", "Uỷ viên Hội đồng"},
        {"appeals_panel", "Thành viên Ban phúc khảo"},
        {"supervisor", "Giám sát"},
        {"auditor", "Kiểm tra viên"},
        {"sysadmin", "Kỹ thuật hệ thống"},
    }};
    return of(role, table);
}

std::string_view word(core::Outcome outcome) {
    static constexpr std::array<Named, 5> table{{
        {"winner", "Trúng tuyển"},
        {"passed", "Đạt, không trúng tuyển"},
        {"not_passed", "Không đạt"},
        {"absent", "Vắng thi"},
        {"withdrawn", "Đã rút"},
    }};
    return of(outcome, table);
}

std::string_view word(core::RoundFate fate) {
    static constexpr std::array<Named, 5> table{{
        {"sat", "đã thi"},
        {"absent", "vắng thi"},
        {"suspended", "bị đình chỉ"},
        {"withdrawn", "đã rút"},
        {"not_reached", "không vào vòng này"},
    }};
    return of(fate, table);
}

std::string_view word(core::TieRung rung) {
    static constexpr std::array<Named, 7> table{{
        {"objective_mark", "điểm trắc nghiệm cao hơn"},
        {"written_mark", "điểm thi viết cao hơn"},
        {"project_mark", "điểm đề án cao hơn"},
        {"earlier_birth", "người sinh trước"},
        {"council_vote", "Hội đồng biểu quyết"},
        {"chair_decision", "Chủ tịch Hội đồng quyết định"},
        {"public_draw", "bốc thăm công khai"},
    }};
    return of(rung, table);
}

std::string_view word(core::DefenceStep step) {
    static constexpr std::array<Named, 6> table{{
        {"presentation", "bắt đầu trình bày đề án"},
        {"questions", "chuyển sang hỏi và trả lời"},
        {"deliberation", "kết thúc hỏi đáp, chuyển sang cho điểm"},
        {"closed", "kết thúc phần bảo vệ"},
        {"roll_closed", "ngừng phát phiếu"},
        {"absent", "thí sinh vắng mặt"},
    }};
    return of(step, table);
}

std::string_view word(core::EndReason reason) {
    static constexpr std::array<Named, 4> table{{
        {"submitted", "đã nộp bài"},
        {"deadline", "hết giờ, máy chủ thu bài"},
        {"suspended", "bị đình chỉ"},
        {"withdrawn", "đã rút"},
    }};
    return of(reason, table);
}

std::string_view word(core::IncidentKind kind) {
    static constexpr std::array<Named, 7> table{{
        {"technical", "kỹ thuật"},
        {"paper", "đề thi"},
        {"conduct", "vi phạm nội quy"},
        {"health", "sức khoẻ"},
        {"seq_conflict", "hai bản lưu trái nhau"},
        {"call", "thí sinh gọi"},
        {"other", "việc khác"},
    }};
    return of(kind, table);
}

std::string_view word(core::InfractionLevel level) {
    static constexpr std::array<Named, 4> table{{
        {"reprimand", "khiển trách"},
        {"warning", "cảnh cáo"},
        {"suspension", "đình chỉ thi"},
        {"cancellation", "huỷ kết quả"},
    }};
    return of(level, table);
}

std::string_view word(core::AnomalyKind kind) {
    static constexpr std::array<Named, 5> table{{
        {"name", "có họ tên"},
        {"agency", "có tên cơ quan"},
        {"signature", "có dấu hiệu riêng"},
        {"unrelated", "nội dung không liên quan"},
        {"other", "dấu hiệu khác"},
    }};
    return of(kind, table);
}

std::string_view word(core::AnomalyOutcome outcome) {
    static constexpr std::array<Named, 2> table{{
        {"dismissed", "không phải dấu hiệu đánh dấu bài"},
        {"upheld", "là dấu hiệu đánh dấu bài, bài không được tính điểm"},
    }};
    return of(outcome, table);
}

std::string_view word(core::Turn turn) {
    static constexpr std::array<Named, 10> table{{
        {"first", "lần 1"},
        {"second", "lần 2"},
        {"third", "lần 3"},
        {"fourth", "lần 4"},
        {"reference", "điểm chuẩn"},
        {"standard", "chấm thử"},
        {"repeat", "chấm lặp"},
        {"remark_first", "phúc khảo lần 1"},
        {"remark_second", "phúc khảo lần 2"},
        {"remark_third", "phúc khảo lần 3"},
    }};
    return of(turn, table);
}

std::string_view word(core::RemedyKind kind) {
    static constexpr std::array<Named, 3> table{{
        {"drop", "bỏ câu khỏi đề"},
        {"all_credit", "mọi thí sinh được trọn điểm câu"},
        {"several_keys", "nhận thêm đáp án đúng"},
    }};
    return of(kind, table);
}

std::string_view word(core::AppealTrack track) {
    static constexpr std::array<Named, 2> table{{
        {"procedure", "khiếu nại về đề, đáp án hoặc quy trình"},
        {"own_mark", "phúc khảo điểm của mình"},
    }};
    return of(track, table);
}

std::string_view word(core::DrawPurpose purpose) {
    static constexpr std::array<Named, 4> table{{
        {"seats", "Bốc thăm chỗ ngồi, số báo danh"},
        {"tie", "Bốc thăm phân định thí sinh bằng điểm"},
        {"order", "Bốc thăm thứ tự bảo vệ đề án"},
        {"blinding", "Sinh số phách"},
    }};
    return of(purpose, table);
}

std::string_view word(core::Verdict verdict) {
    static constexpr std::array<Named, 6> table{{
        {"blank", "bỏ trống"},
        {"wrong", "sai"},
        {"partial", "đúng một phần"},
        {"correct", "đúng"},
        {"withdrawn", "câu bị huỷ, ai cũng được điểm"},
        {"unmarked", "người chấm"},
    }};
    return of(verdict, table);
}

std::string_view band_word(std::string_view action) {
    static constexpr std::array<Named, 10> table{{
        {"mean_of_two", "trung bình hai lần chấm"},
        {"agree", "hai người chấm thống nhất"},
        {"agree_with_minutes_else_head", "hai người chấm thống nhất có biên bản, hoặc Trưởng ban"},
        {"third_marker", "chấm lần ba"},
        {"third_marker_official", "lấy điểm lần ba"},
        {"two_other_markers_then_chair", "hai người khác chấm, sau đó Chủ tịch quyết định"},
        {"collective", "chấm tập thể"},
        {"chair", "Chủ tịch Hội đồng quyết định"},
        {core::action_single, "một lần chấm"},
        {core::action_anomaly, "bài bị đánh dấu, không tính điểm"},
    }};
    return find(table, action);
}

std::string_view leaf_word(std::string_view type) {
    return find(leaf_words, type);
}

std::string_view rule_word(std::string_view parameter) {
    static constexpr std::array<Named, 12> table{{
        {"rounds", "Điểm vòng thi so với mức đạt"},
        {"round.objective.parts", "Điểm phần thi so với mức đạt"},
        {"panel.aggregate", "Tổng hợp phiếu của Hội đồng"},
        {"marking.discrepancy_bands", "Điểm bài viết sau các lần chấm"},
        {"remark.change_threshold", "Sửa điểm sau phúc khảo"},
        {"remedy.drop", "Bỏ câu lỗi khỏi đề"},
        {"remedy.all_credit", "Câu lỗi, ai cũng được điểm"},
        {"remedy.several_keys", "Nhận thêm đáp án đúng"},
        {"infraction.deduction_pct", "Trừ điểm do vi phạm"},
        {"infraction.levels", "Mức xử lý vi phạm"},
        {"result.pass_mark", "Tổng điểm so với mức đạt"},
        {"result.winners_per_post", "Thứ hạng so với số người được chọn"},
    }};
    return find(table, parameter);
}

std::string joined(std::span<const std::string> parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " và " : ", ";
        text += parts[i];
    }
    return text;
}

} // namespace thi::print
