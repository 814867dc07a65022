// Every parser of outside bytes, as a thing to feed. A target may refuse what it is fed; it
// may not crash, throw, or take what it would print otherwise: that ends the program.

#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace thi::fuzz {

struct Target {
    std::string_view name;
    void (*feed)(std::string_view bytes);
    std::vector<std::string> seeds; // Well-formed: what mutations begin with.
};

const std::vector<Target>& targets();

} // namespace thi::fuzz
