#include "http/refusals.h"

#include <string>

namespace thi::http {

using core::Code;
using core::Fault;

Fault bad_head() {
    return {Code::bad_request,
            {"Yêu cầu không đúng quy cách HTTP.", "The request is not well-formed HTTP."},
            {}};
}

Fault bad_query() {
    return {Code::bad_request,
            {"Tham số trên địa chỉ không hợp lệ hoặc bị lặp.",
             "A parameter of the address is malformed or repeated."},
            {}};
}

Fault no_such_thing() {
    return {Code::not_found,
            {"Không tìm thấy nội dung này, hoặc anh/chị không được xem.",
             "There is no such thing, or it is not yours to see."},
            {}};
}

Fault no_such_method() {
    return {
        Code::method_not_allowed,
        {"Địa chỉ này không nhận phương thức đã dùng.", "This address does not take that method."},
        {}};
}

Fault not_signed_in() {
    return {Code::not_signed_in,
            {"Anh/chị chưa đăng nhập, hoặc phiên đã kết thúc.",
             "You are not signed in, or the session has ended."},
            {}};
}

Fault not_allowed() {
    return {Code::forbidden,
            {"Nhiệm vụ của anh/chị không cho phép việc này.", "Your role does not allow this."},
            {}};
}

Fault from_elsewhere() {
    return {Code::csrf,
            {"Yêu cầu không xuất phát từ trang này. Anh/chị vui lòng tải lại trang.",
             "The request does not come from this site's own page. Please reload the page."},
            {}};
}

Fault too_large(std::size_t bytes_max) {
    const auto shown = std::to_string(bytes_max);
    return {Code::too_large,
            {"Nội dung gửi lên vượt quá " + shown + " byte.",
             "The body is larger than " + shown + " bytes."},
            {}};
}

Fault too_often() {
    return {Code::rate_limited,
            {"Anh/chị đã gửi quá nhiều yêu cầu. Vui lòng thử lại sau ít giây.",
             "Too many requests. Please try again in a few seconds."},
            {}};
}

Fault server_full() {
    return {Code::busy,
            {"Máy chủ đã đủ kết nối. Vui lòng thử lại sau ít giây.",
             "The server has all the connections it takes. Please try again in a few seconds."},
            {}};
}

} // namespace thi::http
