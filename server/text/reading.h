// Reading: where a reader of JSON stands, and every mistake that it has found so far.
//
// Readers go on after a mistake, so that a person gets the whole list at once.

#pragma once
#include "text/mistake.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace thi::text {

class Reading {
  public:
    static constexpr std::size_t mistakes_max = 100; // Further ones are not recorded.

    // Steps into a member or an element; each is followed by one `leave`.
    void enter(std::string_view member);
    void enter(std::size_t index);
    void leave();

    // A mistake at the place where the reader stands.
    void refuse(Kind kind, std::string vi, std::string en);

    // Kind::type, with the words for what belongs there.
    void expected(std::string_view vi, std::string_view en);

    bool clean() const { return mistakes_.empty(); }
    const std::string& pointer() const { return pointer_; }

    // The first mistake with all others inside. Requires: not clean.
    Mistake mistake() const;

  private:
    std::string pointer_;
    std::vector<std::size_t> lengths_; // Of `pointer_` at each `enter`.
    std::vector<Mistake> mistakes_;
};

} // namespace thi::text
