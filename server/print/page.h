// Page: a document for paper as one HTML file: A4, its style within it, no script and nothing
// loaded. Every text that is handed in is escaped here, once.

#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thi::print {

// The style of every page, as it stands in it. Whoever serves one names its hash to the browser.
extern const std::string_view page_style;

// `text` as HTML shows it, between tags and between double quotes alike.
std::string escaped(std::string_view text);

class Page {
  public:
    using Row = std::vector<std::string>;

    explicit Page(std::string_view title);

    // The head of an official paper (Decree 30/2020): who issues it, and the country's name. Each
    // side's last line is underlined.
    void letterhead(const Row& left, const Row& right);
    void title(std::string_view name, std::string_view subject);
    void section(std::string_view text);
    void part(std::string_view text); // Within a section.
    void line(std::string_view text);
    void quote(std::string_view text); // What somebody wrote: its line breaks are kept.
    void small(std::string_view text);
    void list(const Row& items);
    // Columns whose heads begin with '#' hold numbers; the sign is not shown.
    void table(const Row& heads, const std::vector<Row>& rows);
    // Places to sign, side by side: the duty and, below the room for the hand, the name.
    void signatures(const std::vector<std::pair<std::string, std::string>>& people);
    // For machines: JSON that no reader sees.
    void data(std::string_view id, std::string_view json);

    std::string html() const; // Whole; the page can go on being written.

  private:
    void element(std::string_view tag, std::string_view text);

    std::string title_;
    std::string body_;
};

} // namespace thi::print
