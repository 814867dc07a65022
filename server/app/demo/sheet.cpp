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

std::string_view sample_title(core::DocumentKind kind) {
    using enum core::DocumentKind;
    switch (kind) {
    case application_form:
        return "Don dang ky du thi (ban mau)";
    case cv_2c:
        return "So yeu ly lich mau 2C (ban mau)";
    case diploma:
        return "Van bang chuyen mon (ban mau)";
    case theory_certificate:
        return "Bang ly luan chinh tri (ban mau)";
    case state_mgmt_certificate:
        return "Chung chi quan ly nha nuoc (ban mau)";
    case language_certificate:
        return "Chung chi ngoai ngu (ban mau)";
    case appraisals:
        return "Ket qua danh gia hang nam (ban mau)";
    case party_cell_comment:
        return "Nhan xet cua chi bo (ban mau)";
    case agency_consent:
        return "Y kien dong y cua co quan (ban mau)";
    case introduction_letter:
        return "Giay gioi thieu (ban mau)";
    case nomination_consent:
        return "Y kien dong y cua cap uy (ban mau)";
    case planned_status_proof:
        return "Xac nhan quy hoach (ban mau)";
    case asset_declaration:
        return "Ke khai tai san, thu nhap (ban mau)";
    case health_certificate:
        return "Giay kham suc khoe (ban mau)";
    case project:
        return "De an (ban mau)";
    case other:
        break;
    }
    return "Tai lieu khac (ban mau)";
}

} // namespace thi::app::demo
