#include "core/intake/reasons.h"

#include <algorithm>

namespace thi::core {
namespace {

constexpr ReasonText texts[] = {
    {"met", "Đáp ứng.", "Met."},
    {"not_declared", "Hồ sơ chưa khai nội dung này.", "The dossier does not say."},
    {"date_unreadable", "Ngày khai trong hồ sơ không hợp lệ.", "A date in the dossier is no date."},
    {"reference_unknown", "Kế hoạch chưa ấn định ngày làm mốc tính.",
     "The plan does not give the day that counts yet."},
    {"planned_missing", "Không trong quy hoạch chức danh này hoặc tương đương.",
     "Not planned for this post or an equivalent one."},
    {"planned_source_not_taken", "Diện quy hoạch này không thuộc đối tượng dự thi.",
     "This kind of planned status is not accepted."},
    {"nominee_consent_missing", "Người được giới thiệu chưa có văn bản đồng ý của cấp ủy.",
     "The party committee's consent to the nominee is missing."},
    {"age_over", "Quá tuổi dự thi.", "Above the age limit."},
    {"years_left_short", "Không còn đủ số năm công tác cho một nhiệm kỳ.",
     "Too few years are left before retirement."},
    {"sector_years_short", "Chưa đủ số năm công tác trong ngành.", "Too few years in the sector."},
    {"position_not_listed", "Chức vụ không thuộc danh mục được dự thi.",
     "The position held is not one of those accepted."},
    {"party_not_member", "Không phải là đảng viên.", "Not a party member."},
    {"party_years_short", "Chưa đủ số năm tuổi Đảng.", "Too few years of party membership."},
    {"degree_below", "Trình độ chuyên môn chưa đạt.", "The degree is below the standard."},
    {"theory_below", "Trình độ lý luận chính trị chưa đạt.",
     "Political theory is below the standard."},
    {"state_mgmt_below", "Chưa có chứng chỉ quản lý nhà nước theo yêu cầu.",
     "State-management training is below the standard."},
    {"rank_below", "Ngạch công chức chưa đạt.", "The civil-service rank is below the standard."},
    {"language_below", "Trình độ ngoại ngữ chưa đạt.",
     "The foreign language is below the standard."},
    {"appraisal_missing", "Thiếu kết quả đánh giá của năm được xét.",
     "An appraisal of one of the years is missing."},
    {"appraisal_below", "Có năm được đánh giá dưới mức yêu cầu.",
     "One year's appraisal is below the standard."},
    {"discipline_in_force", "Đang trong thời hạn xử lý kỷ luật.",
     "A disciplinary decision is still in force."},
    {"under_investigation", "Đang bị thanh tra, điều tra hoặc truy tố.",
     "Under inspection, investigation or prosecution."},
    {"health_cert_missing", "Thiếu giấy khám sức khỏe.", "The health certificate is missing."},
    {"health_cert_expired", "Giấy khám sức khỏe đã quá hạn.", "The health certificate is too old."},
    {"health_cert_future", "Ngày của giấy khám sức khỏe sau ngày làm mốc tính.",
     "The health certificate is dated after the day that counts."},
    {"political_standard_not_met", "Chưa bảo đảm tiêu chuẩn chính trị.",
     "The political standard is not met."},
    {"documents_missing", "Hồ sơ thiếu giấy tờ bắt buộc.", "Required documents are missing."},
    {"priority_unknown", "Kế hoạch không có đối tượng ưu tiên này.",
     "The plan has no such priority group."},
    {"priority_claimed", "Có khai đối tượng ưu tiên, cần đối chiếu giấy tờ.",
     "A priority group is claimed; its papers have to be read."},
    {"below_min_candidates", "Chức danh không đủ số người dự thi tối thiểu.",
     "Too few eligible candidates for the post."},
};

} // namespace

std::span<const ReasonText> reason_texts() {
    return texts;
}

std::optional<Sentence> reason_sentence(std::string_view code) {
    const auto found = std::find_if(std::begin(texts), std::end(texts),
                                    [&](const ReasonText& text) { return text.code == code; });
    if (found == std::end(texts)) return std::nullopt;
    return Sentence{std::string{found->vi}, std::string{found->en}};
}

} // namespace thi::core
