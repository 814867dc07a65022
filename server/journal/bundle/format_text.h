// What FORMAT.md of every bundle says: the format documents of docs/formats, compiled in by CMake.

#pragma once
#include <string_view>

namespace thi::journal {

std::string_view format_text();
std::string_view payload_schemas(); // docs/formats/payloads.schema.json

} // namespace thi::journal
