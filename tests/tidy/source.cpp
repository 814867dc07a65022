// Reading files and leaving out comments and literals.

#include "tidy/source.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace thi::tidy {
namespace {

constexpr auto npos = std::string_view::npos;

Language language_of(std::string_view path) {
    const auto ends = [&](std::string_view end) {
        return path.ends_with(end);
    };
    if (ends(".cpp") || ends(".h")) return Language::cpp;
    if (ends(".ts") || ends(".mjs") || ends(".js")) return Language::script;
    if (ends(".svelte")) return Language::markup;
    return Language::other;
}

void blank(std::string& text, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < std::min(end, text.size()); ++i)
        if (text[i] != '\n') text[i] = ' ';
}

// Where the literal that opens with text[at] ends: the offset after its closing quote, or of the
// line's end for a quote that is not closed.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == quote)
            return i + 1;
        else if (text[i] == '\n' && quote != '`')
            return i;
    }
    return text.size();
}

// The same for R"tag( ... )tag", whose quote stands at `at`.
std::size_t end_of_raw(std::string_view text, std::size_t at) {
    const auto open = text.find('(', at);
    if (open == npos) return text.size();
    const std::string close = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
    const auto end = text.find(close, open);
    return end == npos ? text.size() : end + close.size();
}

// Whether a slash here begins a regular expression of a script: it does where an operand is due.
bool begins_pattern(std::string_view code, std::size_t at) {
    while (at > 0 && (code[at - 1] == ' ' || code[at - 1] == '\n'))
        --at;
    return at == 0 || std::string_view("(,=:[!&|?{};").find(code[at - 1]) != npos;
}

std::size_t end_of_pattern(std::string_view text, std::size_t at) {
    bool in_class = false;
    for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '[')
            in_class = true;
        else if (text[i] == ']')
            in_class = false;
        else if (text[i] == '/' && !in_class)
            return i + 1;
    }
    return at + 1;
}

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

bool is_quote(const Source& source, std::size_t at) {
    const char c = source.text[at];
    if (c == '"') return true;
    if (source.language == Language::script) return c == '\'' || c == '`';
    // 1'000 has no literal in it.
    return c == '\'' && (at == 0 || !is_word(source.text[at - 1]));
}

// Fills `uncommented` and `code` from `text`.
void leave_out(Source& source) {
    const std::string& text = source.text;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto two = std::string_view(text).substr(at, 2);
        std::size_t end = at + 1;
        if (two == "//" || two == "/*") {
            end = two == "//" ? text.find('\n', at) : text.find("*/", at + 2);
            end = end == npos ? text.size() : end + (two == "//" ? 0 : 2);
            blank(source.uncommented, at, end);
            blank(source.code, at, end);
        } else if (is_quote(source, at)) {
            const bool raw = source.language == Language::cpp && at > 0 && text[at] == '"' &&
                             text[at - 1] == 'R';
            end = raw ? end_of_raw(text, at) : end_of_quoted(text, at);
            blank(source.code, at + 1, end - (end > at + 1 ? 1 : 0));
        } else if (text[at] == '/' && source.language == Language::script &&
                   begins_pattern(source.code, at)) {
            end = end_of_pattern(text, at);
            blank(source.code, at + 1, end - 1);
        }
        at = std::max(end, at + 1);
    }
}

void leave_out_preprocessor(Source& source) {
    std::size_t at = 0;
    bool goes_on = false;
    while (at < source.code.size()) {
        const auto end = std::min(source.code.find('\n', at), source.code.size());
        const auto first = source.code.find_first_not_of(" \t", at);
        const bool directive = goes_on || (first < end && source.code[first] == '#');
        goes_on = directive && end > at && source.code[end - 1] == '\\';
        if (directive) blank(source.code, at, end);
        at = end + 1;
    }
}

// Of a component only its scripts are code: markup has quotes and braces of its own.
void keep_scripts(Source& source) {
    std::string kept(source.text.size(), ' ');
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (source.text[i] == '\n') kept[i] = '\n';
    std::size_t at = 0;
    while ((at = source.text.find("<script", at)) != npos) {
        const auto begin = source.text.find('>', at);
        const auto end = source.text.find("</script>", at);
        if (begin == npos || end == npos) break;
        kept.replace(begin + 1, end - begin - 1, source.text, begin + 1, end - begin - 1);
        at = end;
    }
    Source scripts{source.path, Language::script, kept, kept, kept};
    leave_out(scripts);
    source.code = std::move(scripts.code);
}

bool is_written_by_people(const std::filesystem::path& folder, int depth) {
    const auto name = folder.filename().string();
    if (name == "node_modules" || name == "dist" || name == ".cache") return false;
    return depth > 0 || (name != ".git" && name != "build" && name != "data" && name != "tools");
}

} // namespace

std::string to_string(const Finding& finding) {
    return finding.path + ":" + std::to_string(finding.line) + ": " + finding.says;
}

Source make_source(std::string path, std::string text) {
    Source source{std::move(path), {}, std::move(text), {}, {}};
    source.language = language_of(source.path);
    source.uncommented = source.text;
    source.code = source.text;
    if (source.language == Language::cpp || source.language == Language::script) leave_out(source);
    if (source.language == Language::cpp) leave_out_preprocessor(source);
    if (source.language == Language::markup) keep_scripts(source);
    return source;
}

std::vector<Source> read_tree(const std::filesystem::path& top) {
    constexpr std::uintmax_t size_max = 2'000'000;
    std::vector<Source> sources;
    auto entry = std::filesystem::recursive_directory_iterator(top);
    for (; entry != std::filesystem::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory() && !is_written_by_people(entry->path(), entry.depth()))
            entry.disable_recursion_pending();
        if (entry->path().filename() == ".git") continue; // Of a worktree it is a file.
        if (!entry->is_regular_file() || entry->file_size() > size_max) continue;
        std::ifstream in(entry->path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        if (text.find('\0') != npos) continue; // A picture, a font.
        sources.push_back(
            make_source(entry->path().lexically_relative(top).generic_string(), std::move(text)));
    }
    std::sort(sources.begin(), sources.end(),
              [](const Source& a, const Source& b) { return a.path < b.path; });
    return sources;
}

std::size_t line_at(std::string_view text, std::size_t offset) {
    const auto upto = text.substr(0, offset);
    return static_cast<std::size_t>(std::count(upto.begin(), upto.end(), '\n')) + 1;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view folder_of(std::string_view path) {
    constexpr std::string_view top = "server/";
    if (!path.starts_with(top)) return {};
    path.remove_prefix(top.size());
    const auto end = path.find('/');
    return end == npos ? std::string_view{} : path.substr(0, end);
}

bool starts_with_any(std::string_view path, const std::vector<std::string_view>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return path.starts_with(beginning); });
}

} // namespace thi::tidy
