// A source file as the rules of the house read it: its text, and again without what is not code.
// Knows the outer form of C++ and TypeScript (comments, literals), no grammar.

#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace thi::tidy {

enum class Language { cpp, script, markup, other };

// `code` and `uncommented` have exactly the length and the lines of `text`: what is left out is
// replaced by spaces, so that an offset in one is an offset in all.
struct Source {
    std::string path; // From the top of the project, with '/'.
    Language language = Language::other;
    std::string text;
    std::string uncommented; // Comments left out.
    std::string code;        // Comments and the insides of literals left out; C++: no preprocessor.
};

struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string says;
};

// One rule broken at one place, as `path:line: says`.
std::string to_string(const Finding& finding);

Source make_source(std::string path, std::string text);

// Every file of the project that people write, in order of path; not the build and data folders.
std::vector<Source> read_tree(const std::filesystem::path& top);

// The number of the line, from 1, that holds this offset.
std::size_t line_at(std::string_view text, std::size_t offset);

std::vector<std::string_view> lines_of(std::string_view text);

// "core" of "server/core/plan/plan.h"; empty for a file outside server/.
std::string_view folder_of(std::string_view path);

bool starts_with_any(std::string_view path, const std::vector<std::string_view>& beginnings);

} // namespace thi::tidy
