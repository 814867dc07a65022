// A page of PDF to stand for a document in a demo dossier.

#pragma once
#include "core/plan/intake_rules.h"

#include <string>
#include <string_view>

namespace thi::app::demo {

// One A4 page that says `words`: ASCII without backslashes, brackets in pairs.
std::string one_page_pdf(std::string_view words);

// What stands on the sample of a document: its Vietnamese name without marks, which the fonts that
// every reader of PDF has do not know.
std::string_view sample_title(core::DocumentKind kind);

} // namespace thi::app::demo
