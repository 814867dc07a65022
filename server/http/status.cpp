#include "http/status.h"

#include <cassert>

namespace thi::http {
namespace {

using core::Code;

struct Row {
    Code code;
    int status;
    std::string_view title;
};

constexpr Row rows[] = {
    {Code::bad_request, 400, "Yêu cầu không hợp lệ (bad request)"},
    {Code::bad_json, 400, "Nội dung không phải JSON hợp lệ (bad JSON)"},
    {Code::invalid_field, 422, "Thông tin chưa hợp lệ (invalid field)"},
    {Code::too_large, 413, "Nội dung quá lớn (too large)"},
    {Code::unsupported_type, 415, "Loại nội dung không được nhận (unsupported type)"},
    {Code::not_found, 404, "Không tìm thấy (not found)"},
    {Code::method_not_allowed, 405, "Phương thức không được dùng ở đây (method not allowed)"},
    {Code::not_signed_in, 401, "Chưa đăng nhập (not signed in)"},
    {Code::wrong_credentials, 401, "Thông tin đăng nhập không đúng (wrong credentials)"},
    {Code::forbidden, 403, "Không có quyền (forbidden)"},
    {Code::csrf, 403, "Yêu cầu không xuất phát từ trang này (cross-site request)"},
    {Code::needs_approval, 403, "Cần xác nhận lại mật khẩu (needs approval)"},
    {Code::same_person, 409, "Cần hai người khác nhau (same person)"},
    {Code::role_conflict, 409, "Nhiệm vụ không được kiêm nhiệm (role conflict)"},
    {Code::declared_conflict, 409, "Có quan hệ phải tránh (declared conflict)"},
    {Code::rate_limited, 429, "Quá nhiều yêu cầu (rate limited)"},
    {Code::busy, 503, "Máy chủ đang bận (busy)"},
    {Code::wrong_state, 409, "Chưa đúng bước (wrong state)"},
    {Code::not_supported_yet, 409, "Chưa được hỗ trợ (not supported yet)"},
    {Code::rule_unset, 409, "Quy định chưa được đặt (rule unset)"},
    {Code::deadline_passed, 409, "Đã quá thời hạn (deadline passed)"},
    {Code::too_early, 425, "Chưa đến giờ (too early)"},
    {Code::already_done, 409, "Đã thực hiện (already done)"},
    {Code::limit_reached, 409, "Đã đạt giới hạn (limit reached)"},
    {Code::incomplete, 409, "Còn thiếu nội dung (incomplete)"},
    {Code::sitting_closed, 410, "Đã hết thời gian nhận bài (sitting closed)"},
    {Code::seq_conflict, 409, "Trùng số thứ tự, khác nội dung (sequence conflict)"},
    {Code::seq_gap, 409, "Thiếu lần lưu trước đó (sequence gap)"},
    {Code::lease_superseded, 409, "Bài thi đã mở ở máy khác (lease superseded)"},
    {Code::takeover_needs_approval, 403, "Cần giám thị đồng ý đổi máy (takeover needs approval)"},
    {Code::unknown_item, 422, "Câu hỏi không thuộc đề này (unknown item)"},
    {Code::bad_value, 422, "Câu trả lời không hợp lệ (bad value)"},
    {Code::not_clean, 409, "Kiểm tra chưa đạt (audit not clean)"},
};

struct Reason {
    int status;
    std::string_view phrase;
};

constexpr Reason reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {409, "Conflict"},
    {410, "Gone"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {425, "Too Early"},
    {429, "Too Many Requests"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
};

const Row& row_of(Code code) {
    for (const auto& row : rows)
        if (row.code == code) return row;
    assert(!"a code without a status");
    return rows[0];
}

} // namespace

int status_of(Code code) {
    return row_of(code).status;
}

std::string_view title_of(Code code) {
    return row_of(code).title;
}

std::string_view reason_of(int status) {
    for (const auto& reason : reasons)
        if (reason.status == status) return reason.phrase;
    assert(!"a status without a phrase");
    return "OK";
}

} // namespace thi::http
