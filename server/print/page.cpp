#include "print/page.h"

namespace thi::print {

const std::string_view page_style =
    "@page{size:A4;margin:20mm 15mm 20mm 30mm}"
    "body{font:14px/1.5 'Times New Roman',Tinos,serif;color:#000;background:#fff;max-width:170mm;"
    "margin:16px auto;padding:0 12px}"
    "header{display:flex;justify-content:space-between;gap:16px;text-align:center;font-size:13px}"
    "header p{margin:0;text-transform:uppercase}header div{flex:1}"
    "header div:last-child p:last-child{text-transform:none}"
    "header p:last-child{font-weight:bold}"
    "header p:last-child::after{content:'';display:block;width:40%;margin:3px auto 0;"
    "border-top:1px solid}"
    "h1{font-size:18px;text-align:center;margin:24px 0 0;text-transform:uppercase}"
    "h1+p{text-align:center;font-weight:bold;margin:2px 0 16px}"
    "h2{font-size:15px;margin:18px 0 4px;break-after:avoid}"
    "h3{font-size:14px;margin:12px 0 2px;break-after:avoid}"
    "p,li{margin:3px 0;overflow-wrap:anywhere}ul{margin:3px 0;padding-left:20px}"
    "blockquote{margin:3px 0 3px 12px;padding-left:10px;border-left:2px solid #999;"
    "white-space:pre-wrap;overflow-wrap:anywhere}"
    "table{border-collapse:collapse;width:100%;margin:6px 0;font-size:13px}"
    "thead{display:table-header-group}tr{break-inside:avoid}"
    "th,td{border:1px solid #666;padding:2px 6px;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}"
    "td.n,th.n{text-align:right;width:1px;white-space:nowrap;"
    "font-variant-numeric:tabular-nums}"
    "small{display:block;margin:10px 0;font-size:12px;overflow-wrap:anywhere}"
    "footer{display:flex;justify-content:space-around;gap:12px;text-align:center;"
    "margin-top:28px;break-inside:avoid}"
    "footer div{flex:1;display:flex;flex-direction:column;justify-content:space-between;"
    "min-height:110px}footer p{margin:0}footer p:first-child{font-weight:bold}"
    "@media print{body{max-width:none;margin:0;padding:0}}";

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

Page::Page(std::string_view title) : title_(escaped(title)) {}

void Page::element(std::string_view tag, std::string_view text) {
    body_.append("<").append(tag).append(">").append(escaped(text));
    body_.append("</").append(tag).append(">\n");
}

void Page::letterhead(const Row& left, const Row& right) {
    body_ += "<header>\n";
    for (const auto* side : {&left, &right}) {
        body_ += "<div>\n";
        for (const auto& text : *side)
            element("p", text);
        body_ += "</div>\n";
    }
    body_ += "</header>\n";
}

void Page::title(std::string_view name, std::string_view subject) {
    element("h1", name);
    element("p", subject);
}

void Page::section(std::string_view text) {
    element("h2", text);
}

void Page::part(std::string_view text) {
    element("h3", text);
}

void Page::line(std::string_view text) {
    element("p", text);
}

void Page::quote(std::string_view text) {
    element("blockquote", text);
}

void Page::small(std::string_view text) {
    element("small", text);
}

void Page::list(const Row& items) {
    if (items.empty()) return;
    body_ += "<ul>\n";
    for (const auto& item : items)
        element("li", item);
    body_ += "</ul>\n";
}

void Page::table(const Row& heads, const std::vector<Row>& rows) {
    std::vector<std::string_view> numbers;
    body_ += "<table><thead><tr>";
    for (std::string_view head : heads) {
        const bool number = head.starts_with('#');
        numbers.push_back(number ? " class=\"n\"" : "");
        body_.append("<th scope=\"col\"").append(numbers.back()).append(">");
        body_.append(escaped(number ? head.substr(1) : head)).append("</th>");
    }
    body_ += "</tr></thead><tbody>\n";
    for (const auto& row : rows) {
        body_ += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            body_.append("<td")
                .append(numbers.at(i))
                .append(">")
                .append(escaped(row[i]))
                .append("</td>");
        body_ += "</tr>\n";
    }
    body_ += "</tbody></table>\n";
}

void Page::signatures(const std::vector<std::pair<std::string, std::string>>& people) {
    body_ += "<footer>\n";
    for (const auto& [duty, name] : people) {
        body_ += "<div>";
        element("p", duty);
        element("p", name);
        body_ += "</div>\n";
    }
    body_ += "</footer>\n";
}

// Only "<" could end the element; within JSON's strings it can be written otherwise.
void Page::data(std::string_view id, std::string_view json) {
    body_.append("<script id=\"").append(id).append("\" type=\"application/json\">");
    for (const char c : json) {
        if (c == '<')
            body_ += "\\u003c";
        else
            body_ += c;
    }
    body_ += "</script>\n";
}

std::string Page::html() const {
    std::string page = "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>";
    page.append(title_).append("</title>\n<style>").append(page_style);
    page.append("</style>\n</head>\n<body>\n").append(body_).append("</body>\n</html>\n");
    return page;
}

} // namespace thi::print
