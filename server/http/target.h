// A request target: path and query, decoded strictly. Knows nothing of which paths exist.

#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thi::http {

constexpr std::size_t query_parameters_max = 32;

// The path of `target`, as sent (no decoding: our paths have nothing to decode).
std::string_view path_of(std::string_view target);

// Whether every segment of `path` is plain: letters, digits and -._~ only, none empty but the
// last, none made of dots (S-37). Nothing else is ever looked up.
bool is_plain_path(std::string_view path);

// Bytes of %XX sequences; nothing where a sequence is broken or hides a control byte.
// `plus_is_space` as forms write it.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

using Query = std::vector<std::pair<std::string, std::string>>;

// The parameters after '?'. Nothing where one is malformed, comes twice (S-59) or there are more
// than `query_parameters_max`.
std::optional<Query> query_of(std::string_view target);

} // namespace thi::http
