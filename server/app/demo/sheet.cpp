#include "app/demo/sheet.h"

#include <cstdio>
#include <vector>

namespace thi::app::demo {

std::string one_page_pdf(std::string_view words) {
    const std::string drawn = "BT /F1 18 Tf 72 760 Td (" + std::string{words} + ") Tj ET";
    const std::string page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                             "/Resources<</Font<</F1 5 0 R>>>>>>";
    const auto stream =
        "<</Length " + std::to_string(drawn.size()) + ">>\nstream\n" + drawn + "\nendstream";
    const std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>",
                                           "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream,
                                           "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string pdf = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        char row[24];
        std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
        table += row;
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const auto at = std::to_string(pdf.size());
    const auto count = std::to_string(objects.size() + 1);
    return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " +
           count + "/Root 1 0 R>>\nstartxref\n" + at + "\n%%EOF\n";
}

} // namespace thi::app::demo
