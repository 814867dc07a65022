// Leaf: the public bytes of one event, `exam-leaf/v1` (docs/formats/leaf.md). They say what kind of
// event it was, when, and commit to its payload; they never say what the payload is.

#pragma once
#include "core/time.h"
#include "crypto/hash.h"
#include "text/mistake.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace thi::journal {

using crypto::Digest;

constexpr std::size_t leaf_bytes_max = 1024;

// When the opening of a leaf (its salt and payload) may be seen by everybody.
enum class Opened {
    at_once,
    at_release,  // With the results.
    to_auditors, // Never by everybody: its owner and auditors.
};

struct LeafType {
    std::string_view name;
    Opened opened = Opened::at_once;
};

// The closed list of v1. Extending it is a new version of the format.
std::span<const LeafType> leaf_types();
const LeafType* find_leaf_type(std::string_view name); // Null where there is none.

// Which leaves of `at_release` are open: all while results are released; once a round is held again
// (`round.resit`), those before the last release, until the next one.
class Released {
  public:
    Released() = default;
    // `until`: the leaves up to the last release; `now`: it stands.
    Released(std::uint64_t until, bool now) : until_(until), now_(now) {}

    void take(std::string_view type, std::uint64_t index); // Of every leaf, in order.
    bool opens(std::uint64_t index) const { return now_ || index < until_; }
    bool ever() const { return until_ > 0; }

  private:
    std::uint64_t until_ = 0;
    bool now_ = false;
};

struct Leaf {
    std::string type;
    core::Instant at; // When the writer closed the batch; never before the leaf before it.
    Digest commitment;
    friend bool operator==(const Leaf&, const Leaf&) = default;
};

// Requires a type of the list and an instant from 1970 on; logic_error otherwise.
std::string print_leaf(const Leaf& leaf);

// Takes exactly what `print_leaf` prints.
text::Result<Leaf> parse_leaf(std::string_view bytes);

using Salt = std::array<std::uint8_t, 32>; // Random, one for each record, never derived.

// SHA-256("exam-commit/v1\n", salt, payload).
Digest commit(const Salt& salt, std::string_view payload);

} // namespace thi::journal
