// Where functions begin and end, found by scanning braces; exact enough to measure their length.

#pragma once
#include "tidy/source.h"

namespace thi::tidy {

struct Function {
    std::string name;
    bool table = false; // Nothing but `return { … };`: data, whose rows are not statements.
    std::size_t first_line = 0;
    std::size_t last_line = 0;
    std::size_t length() const { return last_line - first_line + 1; }
};

// C++: every function with a body that is not inside another one. Scripts: every function, also the
// nested ones, but not the callback that gathers a suite of tests (`describe`).
std::vector<Function> functions_of(const Source& source);

} // namespace thi::tidy
