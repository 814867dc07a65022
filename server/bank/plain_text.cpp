#include "bank/plain_text.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace thi::bank {
namespace {

struct Entity {
    std::string_view written;
    std::string_view meant;
};
constexpr std::array entities{Entity{"&amp;", "&"},   Entity{"&lt;", "<"},  Entity{"&gt;", ">"},
                              Entity{"&quot;", "\""}, Entity{"&#39;", "'"}, Entity{"&nbsp;", " "}};

// The end of the tag or comment that begins at `from`, or npos.
std::size_t tag_end(std::string_view html, std::size_t from) {
    const auto rest = html.substr(from);
    const auto close = rest.starts_with("<!--") ? std::string_view{"-->"} : std::string_view{">"};
    const auto at = html.find(close, from);
    return at == std::string_view::npos ? at : at + close.size();
}

bool breaks_line(std::string_view tag) {
    constexpr std::array ends{"<br", "</p", "</div", "</li", "</pre", "</h"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return tag.starts_with(end); });
}

PlainText without_tags(std::string_view html) {
    PlainText out;
    for (std::size_t i = 0; i < html.size();) {
        if (html[i] == '<') {
            const auto end = tag_end(html, i);
            if (end != std::string_view::npos) {
                out.lost_markup = true;
                if (breaks_line(html.substr(i, end - i))) out.text += '\n';
                i = end;
                continue;
            }
        }
        const auto entity = std::find_if(entities.begin(), entities.end(), [&](const Entity& each) {
            return html.substr(i).starts_with(each.written);
        });
        if (entity != entities.end()) {
            out.text += entity->meant;
            i += entity->written.size();
        } else {
            out.text += html[i++];
        }
    }
    return out;
}

// Lines trimmed, empty lines and control characters dropped.
std::string tidy(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text::squeezed(text.substr(0, end));
        line.erase(std::remove_if(line.begin(), line.end(),
                                  [](char c) {
                                      const auto byte = static_cast<unsigned char>(c);
                                      return byte < 0x20 || byte == 0x7F;
                                  }),
                   line.end());
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        if (!out.empty()) out += '\n';
        out += line;
    }
    return out;
}

} // namespace

PlainText plain_text(const gift::Text& text) {
    PlainText out{text.text, text.format == gift::Format::markdown};
    if (text.format == gift::Format::html) out = without_tags(text.text);
    out.text = text::nfc(tidy(out.text));
    return out;
}

} // namespace thi::bank
