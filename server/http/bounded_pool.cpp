#include "http/bounded_pool.h"

namespace thi::http {

core::Fault BoundedPool::busy() {
    return {core::Code::busy,
            {"Máy chủ đang bận, anh/chị vui lòng thử lại sau vài giây.",
             "The server is busy. Please try again in a few seconds."},
            {}};
}

} // namespace thi::http
