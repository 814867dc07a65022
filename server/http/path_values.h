// The names that may stand in braces in a route's path, and what each must look like.

#pragma once
#include "http/session.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace thi::http {

constexpr std::size_t path_values_max = 4;

// The values of one path, in the path's order.
class PathValues {
  public:
    void add(std::string_view name, std::string_view text) { values_[count_++] = {name, text}; }
    std::span<const PathValue> all() const { return {values_.data(), count_}; }
    bool full() const { return count_ == path_values_max; }

    // The text that stood at `name`; asking for a name that the route has not is our bug.
    std::string_view operator[](std::string_view name) const;

  private:
    std::array<PathValue, path_values_max> values_{};
    std::size_t count_ = 0;
};

// Whether a route may use that name.
bool is_path_name(std::string_view name);

// Whether `text` can stand at that name: an id of its kind, or plain short text. What cannot is
// 404, like an id that does not exist.
bool fits_path_name(std::string_view name, std::string_view text);

// A pattern for the OpenAPI document: what `text` must look like.
std::string_view pattern_of(std::string_view name);

} // namespace thi::http
