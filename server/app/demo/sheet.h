// A page of PDF to stand for a document in a demo dossier.

#pragma once
#include <string>
#include <string_view>

namespace thi::app::demo {

// One A4 page that says `words`: ASCII without brackets or backslashes.
std::string one_page_pdf(std::string_view words);

} // namespace thi::app::demo
