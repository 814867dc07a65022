// Documents for paper: what goes in as text never comes out as HTML.

#include "catch.h"
#include "journal/leaf.h"
#include "print/page.h"
#include "print/words.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

using namespace thi;
using print::Page;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const std::string evil = "<script>alert(\"1\" & '2')</script>";
const std::string tame = "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;";

template <class E> void check_words() {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([](auto one) {
        INFO(one.name);
        CHECK(print::word(one.value) != one.name); // Not the name in the code.
    });
}

} // namespace

TEST_CASE("every text of a page is escaped, wherever it stands", "[print]") {
    Page page{evil};
    page.letterhead({evil}, {evil});
    page.title(evil, evil);
    page.section(evil);
    page.part(evil);
    page.line(evil);
    page.quote(evil);
    page.small(evil);
    page.list({evil});
    page.table({evil}, {{evil}});
    page.signatures({{evil, evil}});
    const auto html = page.html();
    CHECK_FALSE(has(html, "<script"));
    std::size_t seen = 0;
    for (auto at = html.find(tame); at != std::string::npos; at = html.find(tame, at + 1))
        ++seen;
    CHECK(seen == 15);
}

TEST_CASE("data of a page cannot end its element, and stays the same JSON", "[print]") {
    Page page{"A"};
    page.data("receipts", R"({"a":"</script><b>"})");
    const auto html = page.html();
    CHECK(has(html, R"({"a":"\u003c/script>\u003cb>"})"));
    CHECK(html.find("</script>") == html.rfind("</script>"));
}

TEST_CASE("a page loads nothing and holds its style as it is named to the browser", "[print]") {
    const auto html = Page{"A"}.html();
    CHECK(has(html, "<style>" + std::string{print::page_style} + "</style>"));
    for (const auto* loads : {"src=", "href=", "url(", "@import"})
        CHECK_FALSE(has(html, loads));
}

TEST_CASE("columns of numbers are set to the right", "[print]") {
    Page page{"A"};
    page.table({"#Điểm", "Tên"}, {{"84,40", "An"}});
    const auto html = page.html();
    CHECK(has(html, "<th scope=\"col\" class=\"n\">Điểm</th>"));
    CHECK(has(html, "<td class=\"n\">84,40</td><td>An</td>"));
}

TEST_CASE("every word that minutes need is Vietnamese", "[print]") {
    check_words<core::Role>();
    check_words<core::Outcome>();
    check_words<core::RoundFate>();
    check_words<core::TieRung>();
    check_words<core::DefenceStep>();
    check_words<core::EndReason>();
    check_words<core::IncidentKind>();
    check_words<core::InfractionLevel>();
    check_words<core::AnomalyKind>();
    check_words<core::AnomalyOutcome>();
    check_words<core::Turn>();
    check_words<core::RemedyKind>();
    check_words<core::AppealTrack>();
    check_words<core::DrawPurpose>();
    check_words<core::Verdict>();
    for (const auto& type : journal::leaf_types()) {
        INFO(type.name);
        CHECK(print::leaf_word(type.name) != type.name);
    }
}

TEST_CASE("marks are shown exactly, and as people read them", "[print]") {
    CHECK(print::mark_text({8'440, 1}) == "84,40");
    CHECK(print::mark_text({101'300, 12}) == "1013/12 (84,42)");
    CHECK(print::mark_text({0, 12}) == "0,00");
    CHECK(print::points_text(core::Points{725}) == "7,25");
}

TEST_CASE("times are told in the contest's own zone", "[print]") {
    const core::Calendar calendar{core::CalendarRules{}};
    const core::Instant at{std::chrono::sys_days{std::chrono::year{2017} / 11 / 30} +
                           std::chrono::hours{17} + std::chrono::minutes{5}};
    CHECK(print::clock_text(at, calendar) == "00:05:00, 01/12/2017");
    CHECK(print::spoken(at, calendar) == "Hồi 00 giờ 05 phút, ngày 01 tháng 12 năm 2017");
}

TEST_CASE("names are joined as in a sentence", "[print]") {
    const std::vector<std::string> three{"An", "Bình", "Chi"};
    CHECK(print::joined(three) == "An, Bình và Chi");
    CHECK(print::joined(std::span{three}.first(1)) == "An");
    CHECK(print::joined({}).empty());
}
