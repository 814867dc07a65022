#include "http/routes.h"

namespace thi::http {

std::span<const Route> routes() {
    static const Rows all = [] {
        Rows rows;
        for (const auto stage : {site_routes, session_routes, plan_routes, intake_routes,
                                 sitting_routes, marking_routes, result_routes, log_routes}) {
            const auto more = stage();
            rows.insert(rows.end(), more.begin(), more.end());
        }
        return rows;
    }();
    return all;
}

} // namespace thi::http
