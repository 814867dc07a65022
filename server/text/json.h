// The one strict JSON layer: every plan, bank, body and payload passes here, in and out.
//
// The subset (docs/formats/basics.md): valid UTF-8 without NUL, no duplicate members, integers
// only with |n| <= 2^53 - 1. Its canonical form is that of RFC 8785.

#pragma once
#include "text/mistake.h"

#include <boost/json/value.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thi::text {

constexpr std::int64_t integer_max = (std::int64_t{1} << 53) - 1;

struct Limits {
    std::size_t bytes_max = 1 << 20;
    std::size_t depth_max = 32;       // An array or object inside of another counts one.
    std::size_t members_max = 20'000; // In one array or object.
};

// The value written in `text`; a mistake carries pointer, line, column and byte offset.
Result<boost::json::value> parse(std::string_view text, const Limits& limits = {});

// Where each value of a document begins, for mistakes found after parsing.
class Lines {
  public:
    struct Place {
        std::int64_t line = 0;   // From 1.
        std::int64_t column = 0; // From 1, in code points.
        std::int64_t offset = 0; // In bytes.
    };

    // Requires: `text` was accepted by `parse`.
    explicit Lines(std::string_view text);

    // Place of the value at `pointer`, or of the nearest value around it.
    Place find(std::string_view pointer) const;

    // The same mistakes with their lines filled in.
    Mistake placed(Mistake mistake) const;

  private:
    struct Row {
        std::string pointer;
        Place place;
    };
    std::vector<Row> rows_; // Sorted by pointer.
};

struct Parsed {
    boost::json::value value;
    Lines lines;
};
Result<Parsed> parse_with_lines(std::string_view text, const Limits& limits = {});

// The canonical text of a value: members sorted by UTF-16 code units, no spaces (RFC 8785).
// Requires: only integers within the subset and valid UTF-8; anything else throws logic_error.
std::string canonical(const boost::json::value& value);

// The canonical text of a string alone, quotes included.
std::string canonical(std::string_view string);

// Whether `text` is in the subset and is already its own canonical form.
bool is_canonical(std::string_view text, const Limits& limits = {});

// One token of a JSON pointer, escaped: "a/b" -> "a~1b".
std::string pointer_token(std::string_view member);

} // namespace thi::text
