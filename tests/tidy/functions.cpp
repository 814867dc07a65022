// The brace scan.

#include "tidy/functions.h"

#include <algorithm>
#include <regex>

namespace thi::tidy {
namespace {

// What stands before a brace, back to the end of the statement before it.
struct Head {
    std::size_t offset = 0;
    std::string text;
    char before = ';';
};

Head head_before(std::string_view code, std::size_t brace) {
    std::size_t begin = brace;
    int depth = 0; // A `;` inside the parentheses of a `for` does not end the head.
    while (begin > 0) {
        const char c = code[begin - 1];
        if (c == ')') ++depth;
        if (c == '(' && depth > 0) --depth;
        if (depth == 0 && (c == ';' || c == '{' || c == '}')) break;
        --begin;
    }
    const char before = begin > 0 ? code[begin - 1] : ';';
    while (begin < brace && std::isspace(static_cast<unsigned char>(code[begin])) != 0)
        ++begin;
    return {begin, std::string(code.substr(begin, brace - begin)), before};
}

// The head without what stands inside parentheses and angle brackets of templates.
std::string outline(std::string_view head) {
    std::string kept;
    int depth = 0;
    for (const char c : head) {
        if (c == '(') ++depth;
        if (depth == 0) kept += c;
        if (c == ')') --depth;
        if (c == '(' && depth == 1) kept += "()";
    }
    return std::regex_replace(kept, std::regex(R"(template\s*<[^{}]*?>\s*(?=\w))"), "");
}

bool opens_cpp_function(const Head& head) {
    const auto shape = outline(head.text);
    static const std::regex scope(
        R"(^\s*(inline\s+)?(namespace|class|struct|union|enum|extern)\b)");
    if (std::regex_search(shape, scope) && shape.find('(') == std::string::npos) return false;
    if (shape.empty()) return head.before == '}'; // The body after `: member_{value}`.
    static const std::regex assigned(R"([^=!<>]=[^=])");
    if (shape.find("operator") == std::string::npos && std::regex_search(shape, assigned))
        return false;
    return shape.find('(') != std::string::npos;
}

bool opens_script_function(const Head& head) {
    static const std::regex suite(R"(\bdescribe(\.\w+)*\s*\()");
    if (std::regex_search(head.text, suite)) return false;
    static const std::regex arrow(R"(=>\s*$)");
    if (std::regex_search(head.text, arrow)) return true;
    const auto shape = outline(head.text);
    static const std::regex named(R"(\bfunction\b)");
    if (std::regex_search(shape, named)) return true;
    static const std::regex control(R"(^\s*(\}?\s*else\s+)?(if|for|while|switch|catch|with)\b)");
    static const std::regex method(R"(^[\w\s#*]*\w\s*\(\)(\s*:[^=]*)?\s*$)");
    return !std::regex_search(shape, control) && std::regex_search(shape, method);
}

// Whether the body between these braces is one list that is returned.
bool is_table(std::string_view code, std::size_t open, std::size_t close) {
    const std::string body(code.substr(open + 1, close - open - 1));
    static const std::regex returns_list(R"(^\s*return\s*\{)");
    return std::regex_search(body, returns_list) && std::count(body.begin(), body.end(), ';') == 1;
}

std::string name_in(const std::string& head) {
    static const std::regex called(R"(([~\w:]+)\s*(=\s*)?(async\s*)?\()");
    std::smatch found;
    if (std::regex_search(head, found, called)) return found[1];
    return "(unnamed)";
}

} // namespace

std::vector<Function> functions_of(const Source& source) {
    struct Open {
        Head head;
        std::size_t brace;
        bool function;
    };
    const bool cpp = source.language == Language::cpp;
    std::vector<Function> functions;
    std::vector<Open> open;
    for (std::size_t at = 0; at < source.code.size(); ++at) {
        if (source.code[at] == '{') {
            const auto inside = [](const Open& o) {
                return o.function;
            };
            Head head = head_before(source.code, at);
            const bool function =
                cpp ? std::none_of(open.begin(), open.end(), inside) && opens_cpp_function(head)
                    : opens_script_function(head);
            open.push_back({std::move(head), at, function});
        } else if (source.code[at] == '}' && !open.empty()) {
            const Open closed = std::move(open.back());
            open.pop_back();
            if (!closed.function) continue;
            functions.push_back({name_in(closed.head.text), is_table(source.code, closed.brace, at),
                                 line_at(source.code, closed.head.offset),
                                 line_at(source.code, at)});
        }
    }
    return functions;
}

} // namespace thi::tidy
