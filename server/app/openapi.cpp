// `thituyen openapi`: the API's description, so that a client is built without a server.

#include "http/openapi.h"

#include "app/subcommand.h"
#include "http/routes.h"

#include <iostream>

namespace thi::app {

int run_openapi(const Words& words) {
    options::options_description described;
    described.add_options()("routes", "chỉ liệt kê đường dẫn / only list the routes");
    const auto reading = read_words("openapi [--routes]", words, described);
    if (reading.help) return done;
    if (reading.values.contains("routes"))
        std::cout << http::route_listing(http::routes());
    else
        std::cout << http::openapi_document(http::routes(), THITUYEN_VERSION);
    return done;
}

} // namespace thi::app
