// Mistake: what is wrong with a text that came from outside, and where.
//
// `text` knows nothing of contests: callers turn a Mistake into a refusal of their own.

#pragma once
#include <boost/describe/enum.hpp>
#include <boost/system/result.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace thi::text {

// One sentence in both languages. Vietnamese first.
struct Sentence {
    std::string vi;
    std::string en;
};

enum class Kind {
    syntax,    // Not JSON at all, or not the syntax of the format being read.
    encoding,  // Not UTF-8, or a NUL inside a string.
    limit,     // Larger or deeper than a named limit.
    duplicate, // The same member twice in one object.
    missing,   // A member that must be there is not.
    unknown,   // A member that nobody reads.
    type,      // A string where a number belongs, and the like.
    range,     // A number outside of what the field can hold.
    format,    // A string of the wrong form: an id, base64, a name out of a closed list.
};
BOOST_DESCRIBE_ENUM(Kind, syntax, encoding, limit, duplicate, missing, unknown, type, range, format)

struct Mistake {
    Kind kind = Kind::syntax;
    std::string pointer;     // JSON pointer (RFC 6901); "" is the whole document.
    std::int64_t line = 0;   // From 1; 0 where the position is not known.
    std::int64_t column = 0; // From 1, in code points; 0 where the position is not known.
    std::int64_t offset = 0; // In bytes; only with a line.
    Sentence detail;
    std::vector<Mistake> others; // Further mistakes in the same text; theirs is always empty.
};

template <class T> using Result = boost::system::result<T, Mistake>;

// "/rules/0: line 3, column 7: sentence", for logs and for the terminal.
std::string describe(const Mistake& mistake);

// Asking for the value of a refused Result is our bug.
[[noreturn]] inline void throw_exception_from_error(const Mistake& mistake,
                                                    const boost::source_location&) {
    throw std::logic_error("value of a refused text: " + mistake.detail.en);
}

// A mistake without a place of its own.
inline Mistake mistaken(Kind kind, std::string vi, std::string en) {
    Mistake mistake;
    mistake.kind = kind;
    mistake.detail = {std::move(vi), std::move(en)};
    return mistake;
}

} // namespace thi::text
