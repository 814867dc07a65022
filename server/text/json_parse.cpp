#include "text/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <utility>

namespace thi::text {
namespace {

namespace json = boost::json;
using boost::system::error_code;

std::string key_text(std::string_view held, json::string_view last) {
    std::string key{held};
    key.append(last.data(), last.size());
    return key;
}

// Handler of basic_parser: builds the value and refuses what the subset does not have.
class Builder {
  public:
    // The text itself is limited, so these bounds of basic_parser never bite first.
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    explicit Builder(std::size_t members_max) : members_max_(members_max) {}

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return open(json::value(json::object_kind)); }
    bool on_array_begin(error_code&) { return open(json::value(json::array_kind)); }
    bool on_object_end(std::size_t, error_code& ec) { return close(ec); }
    bool on_array_end(std::size_t, error_code& ec) { return close(ec); }

    bool on_key_part(json::string_view part, std::size_t, error_code&) { return hold(part); }
    bool on_string_part(json::string_view part, std::size_t, error_code&) { return hold(part); }

    bool on_key(json::string_view last, std::size_t, error_code& ec) {
        auto& frame = frames_.back();
        frame.key = key_text(std::exchange(held_, {}), last);
        frame.keyed = true;
        if (frame.key.find('\0') != std::string::npos) return refuse_nul(ec);
        if (frame.holder.get_object().contains(frame.key))
            return refuse(ec, Kind::duplicate, "Thành phần này xuất hiện hai lần.",
                          "This member appears twice.");
        return true;
    }

    bool on_string(json::string_view last, std::size_t, error_code& ec) {
        json::string text;
        if (!held_.empty()) text.append(std::exchange(held_, {}));
        text.append(last);
        if (text.find('\0') != json::string::npos) return refuse_nul(ec);
        return add(json::value(std::move(text)), ec);
    }

    bool on_number_part(json::string_view, error_code&) { return true; }
    bool on_int64(std::int64_t number, json::string_view text, error_code& ec) {
        if (number > integer_max || number < -integer_max || text == "-0") return refuse_number(ec);
        return add(json::value(number), ec);
    }
    bool on_uint64(std::uint64_t, json::string_view, error_code& ec) { return refuse_number(ec); }
    bool on_double(double, json::string_view, error_code& ec) { return refuse_number(ec); }
    bool on_bool(bool truth, error_code& ec) { return add(json::value(truth), ec); }
    bool on_null(error_code& ec) { return add(json::value(nullptr), ec); }
    bool on_comment_part(json::string_view, error_code&) { return true; }
    bool on_comment(json::string_view, error_code&) { return true; }

    json::value take() { return std::move(root_); }
    const std::optional<Mistake>& mistake() const { return mistake_; }

    // Where the parser stands, for errors of syntax as well.
    std::string pointer() const {
        std::string out;
        for (const auto& frame : frames_) {
            if (frame.holder.is_array())
                out += "/" + std::to_string(frame.holder.get_array().size());
            else if (frame.keyed)
                out += "/" + pointer_token(frame.key);
        }
        return out;
    }

  private:
    struct Frame {
        json::value holder;
        std::string key;
        bool keyed = false;
    };

    bool hold(json::string_view part) {
        held_.append(part.data(), part.size());
        return true;
    }
    bool open(json::value holder) {
        frames_.push_back({std::move(holder), {}, false});
        return true;
    }
    bool close(error_code& ec) {
        auto done = std::move(frames_.back().holder);
        frames_.pop_back();
        return add(std::move(done), ec);
    }
    bool add(json::value value, error_code& ec) {
        if (frames_.empty()) {
            root_ = std::move(value);
            return true;
        }
        auto& holder = frames_.back().holder;
        std::size_t size = 0;
        if (auto* const object = holder.if_object()) {
            object->emplace(frames_.back().key, std::move(value));
            frames_.back().keyed = false;
            size = object->size();
        } else {
            holder.get_array().push_back(std::move(value));
            size = holder.get_array().size();
        }
        if (size <= members_max_) return true;
        return refuse(ec, Kind::limit, "Quá nhiều phần tử.", "Too many elements.");
    }

    bool refuse(error_code& ec, Kind kind, std::string vi, std::string en) {
        mistake_ = mistaken(kind, std::move(vi), std::move(en));
        mistake_->pointer = pointer();
        ec = json::error::exception;
        return false;
    }
    bool refuse_nul(error_code& ec) {
        return refuse(ec, Kind::encoding, "Chuỗi không được chứa ký tự NUL.",
                      "A string must not contain NUL.");
    }
    bool refuse_number(error_code& ec) {
        return refuse(ec, Kind::range, "Chỉ nhận số nguyên có trị tuyệt đối không quá 2^53 - 1.",
                      "Only integers of at most 2^53 - 1 in magnitude are taken.");
    }

    std::size_t members_max_;
    std::vector<Frame> frames_;
    std::string held_; // Parts of a key or string with escapes in it.
    json::value root_;
    std::optional<Mistake> mistake_;
};

Mistake syntax_mistake(const error_code& ec) {
    const auto is = [&ec](json::error code) {
        return ec == json::make_error_code(code);
    };
    if (is(json::error::too_deep))
        return mistaken(Kind::limit, "Lồng nhau quá sâu.", "Nested too deeply.");
    if (is(json::error::incomplete))
        return mistaken(Kind::syntax, "Văn bản JSON bị cắt cụt.", "The JSON text ends too early.");
    if (is(json::error::extra_data))
        return mistaken(Kind::syntax, "Còn dữ liệu thừa sau giá trị JSON.",
                        "There is more after the JSON value.");
    if (is(json::error::expected_utf16_escape) || is(json::error::illegal_leading_surrogate) ||
        is(json::error::illegal_trailing_surrogate))
        return mistaken(Kind::encoding, "Chuỗi thoát \\u không hợp lệ.", "A bad \\u escape.");
    return mistaken(Kind::syntax, "Sai cú pháp JSON.", "Not valid JSON: " + ec.message() + ".");
}

Mistake placed_at(Mistake mistake, std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const auto before = text.substr(0, offset);
    const auto newline = before.rfind('\n');
    const auto line_start = newline == std::string_view::npos ? 0 : newline + 1;
    mistake.offset = static_cast<std::int64_t>(offset);
    mistake.line = 1 + std::count(before.begin(), before.end(), '\n');
    mistake.column = 1;
    for (const char c : before.substr(line_start))
        mistake.column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return mistake;
}

} // namespace

Result<json::value> parse(std::string_view text, const Limits& limits) {
    if (text.size() > limits.bytes_max)
        return mistaken(Kind::limit, "Văn bản dài quá giới hạn cho phép.", "The text is too long.");
    json::parse_options options;
    options.max_depth = limits.depth_max;
    json::basic_parser<Builder> parser{options, limits.members_max};
    error_code ec;
    const auto read = parser.write_some(false, text.data(), text.size(), ec);
    if (!ec && read < text.size()) ec = json::error::extra_data;
    if (!ec) return parser.handler().take();

    auto mistake = parser.handler().mistake() ? *parser.handler().mistake() : syntax_mistake(ec);
    if (!parser.handler().mistake()) mistake.pointer = parser.handler().pointer();
    return placed_at(std::move(mistake), text, read);
}

} // namespace thi::text
