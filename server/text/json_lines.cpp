#include "text/json.h"

#include <algorithm>
#include <utility>

namespace thi::text {
namespace {

// Walks a text that is known to be JSON and notes where each value begins.
class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}

    template <class Note> void value(const std::string& pointer, const Note& note) {
        skip_space();
        note(pointer, place());
        if (text_[at_] == '{')
            object(pointer, note);
        else if (text_[at_] == '[')
            array(pointer, note);
        else if (text_[at_] == '"')
            string();
        else
            at_ = std::min(text_.find_first_of(" \t\r\n,]}", at_), text_.size());
    }

  private:
    template <class Note> void object(const std::string& pointer, const Note& note) {
        for (++at_; !closed('}');) {
            const auto key = string();
            skip_space();
            ++at_; // The colon.
            value(pointer + "/" + pointer_token(key), note);
        }
    }

    template <class Note> void array(const std::string& pointer, const Note& note) {
        std::size_t index = 0;
        for (++at_; !closed(']');)
            value(pointer + "/" + std::to_string(index++), note);
    }

    // Steps over a comma; true, and past it, at the closing bracket.
    bool closed(char bracket) {
        skip_space();
        if (text_[at_] == ',') {
            ++at_;
            skip_space();
        }
        if (text_[at_] != bracket) return false;
        ++at_;
        return true;
    }

    std::string string() {
        const auto begin = at_++;
        bool escaped = false;
        for (; text_[at_] != '"'; ++at_)
            if (text_[at_] == '\\') {
                escaped = true;
                ++at_;
            }
        ++at_;
        if (!escaped) return std::string{text_.substr(begin + 1, at_ - begin - 2)};
        const auto decoded = parse(text_.substr(begin, at_ - begin));
        return std::string{decoded->get_string()};
    }

    void skip_space() {
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\n') {
                ++line_;
                line_start_ = at_ + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    Lines::Place place() const {
        Lines::Place place{line_, 1, static_cast<std::int64_t>(at_)};
        for (const char c : text_.substr(line_start_, at_ - line_start_))
            place.column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        return place;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    std::int64_t line_ = 1;
};

} // namespace

Lines::Lines(std::string_view text) {
    Walk{text}.value("", [this](const std::string& pointer, Place place) {
        rows_.push_back({pointer, place});
    });
    std::sort(rows_.begin(), rows_.end(),
              [](const Row& a, const Row& b) { return a.pointer < b.pointer; });
}

Lines::Place Lines::find(std::string_view pointer) const {
    for (;;) {
        const auto row = std::lower_bound(
            rows_.begin(), rows_.end(), pointer,
            [](const Row& a, std::string_view wanted) { return a.pointer < wanted; });
        if (row != rows_.end() && row->pointer == pointer) return row->place;
        const auto slash = pointer.rfind('/');
        if (slash == std::string_view::npos) return {};
        pointer = pointer.substr(0, slash);
    }
}

Mistake Lines::placed(Mistake mistake) const {
    const auto place = find(mistake.pointer);
    mistake.line = place.line;
    mistake.column = place.column;
    mistake.offset = place.offset;
    for (auto& other : mistake.others)
        other = placed(std::move(other));
    return mistake;
}

Result<Parsed> parse_with_lines(std::string_view text, const Limits& limits) {
    auto value = parse(text, limits);
    if (!value) return value.error();
    return Parsed{std::move(*value), Lines{text}};
}

std::string pointer_token(std::string_view member) {
    std::string out;
    for (const char c : member) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

} // namespace thi::text
