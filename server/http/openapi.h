// The OpenAPI 3.1 document of a route table: generated, so that it cannot disagree with it.

#pragma once
#include "http/route.h"

#include <span>
#include <string>
#include <string_view>

namespace thi::http {

// The document, indented and with sorted members: the same table always gives the same bytes.
std::string openapi_document(std::span<const Route> table, std::string_view version);

// One line for each row: method, path and who may. For people and for golden files.
std::string route_listing(std::span<const Route> table);

// "administrator", "official: chair, secretary", ...
std::string describe(const Access& access);

} // namespace thi::http
