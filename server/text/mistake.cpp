#include "text/mistake.h"

namespace thi::text {

std::string describe(const Mistake& mistake) {
    std::string out;
    if (!mistake.pointer.empty()) out += mistake.pointer + ": ";
    if (mistake.line > 0)
        out += "line " + std::to_string(mistake.line) + ", column " +
               std::to_string(mistake.column) + ": ";
    return out + mistake.detail.en;
}

} // namespace thi::text
