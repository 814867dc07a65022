// Folding: when two short texts are the same answer. Marks are significant: "ma" is not "mà".
//
// Folds case for Latin letters with any mark that Vietnamese or a European language puts on them;
// other scripts are compared as they are. Knows no locale and no ICU, so that the same text folds
// the same in every year.

#pragma once
#include <string>
#include <string_view>

namespace thi::core {

// Trimmed, inner white space made one space, and in lower case where `fold_case`. Requires: valid
// UTF-8 in NFC, as a save that was taken is.
std::string folded(std::string_view text, bool fold_case);

} // namespace thi::core
