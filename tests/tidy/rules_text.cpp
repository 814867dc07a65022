// Rules about how a file looks: lengths, names, words that must not be there.

#include "tidy/functions.h"
#include "tidy/rules.h"

#include <regex>

namespace thi::tidy {
namespace {

constexpr std::size_t file_lines_max = 400;
constexpr std::size_t function_lines_max = 70;
constexpr std::size_t columns_max = 100;

// Data, not code: catalogues of messages, recorded expectations, generated types, drawn paths.
const std::vector<std::string_view> length_exempt = {
    "server/text/catalogue/",
    "tests/golden/",
    "web/src/core/api/schema.d.ts",
    "web/src/ui/icons.ts",
    "server/core/plan/parameter_table.cpp",
};

bool is_code(const Source& source) {
    return source.language != Language::other &&
           starts_with_any(source.path, {"server/", "tests/", "web/src/"}) &&
           !starts_with_any(source.path, length_exempt) &&
           source.path.find("/golden/") == std::string::npos &&
           source.path.find("/i18n/") == std::string::npos;
}

std::size_t count_columns(std::string_view line) {
    std::size_t columns = 0;
    for (const char c : line)
        columns += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    return columns;
}

// Every match of `pattern` in `text`, which must have the offsets of the file's own text.
void find_all(const Source& source, const std::string& text, const std::regex& pattern,
              const std::string& says, std::vector<Finding>& findings) {
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at)
        findings.push_back({source.path, line_at(text, static_cast<std::size_t>(at->position())),
                            says + ": " + at->str()});
}

} // namespace

std::vector<Finding> file_length(const Source& source) {
    if (!is_code(source)) return {};
    const auto length = lines_of(source.text).size();
    if (length <= file_lines_max) return {};
    return {{source.path, length, "more than 400 lines; split it by meaning"}};
}

std::vector<Finding> function_length(const Source& source) {
    if (!is_code(source)) return {};
    std::vector<Finding> findings;
    for (const auto& function : functions_of(source))
        if (function.length() > function_lines_max && !function.table)
            findings.push_back({source.path, function.first_line,
                                function.name + " has " + std::to_string(function.length()) +
                                    " lines, more than 70"});
    return findings;
}

std::vector<Finding> columns(const Source& source) {
    const bool shell = source.text.starts_with("#!") || source.path.ends_with(".sh");
    if (!is_code(source) && !shell) return {};
    std::vector<Finding> findings;
    std::size_t number = 0;
    const auto code = lines_of(source.code);
    for (const auto line : lines_of(source.text)) {
        ++number;
        // Markup is broken into lines by its formatter, as far as spaces do not matter.
        if (source.language == Language::markup &&
            code[number - 1].find_first_not_of(' ') == std::string_view::npos)
            continue;
        const auto width = count_columns(line);
        if (width > columns_max)
            findings.push_back({source.path, number, std::to_string(width) + " columns"});
    }
    return findings;
}

std::vector<Finding> opening_comment(const Source& source) {
    if (!source.path.starts_with("server/") || !source.path.ends_with(".h")) return {};
    if (source.text.starts_with("//")) return {};
    return {{source.path, 1, "does not open by saying what the file is for"}};
}

std::vector<Finding> banned_names(const Source& source) {
    if (!is_code(source)) return {};
    static const std::string parts = "(Manager|Helper|Util|Utils|Common|Base|Impl|Info|Data)";
    static const std::regex type(
        R"(\b(class|struct|enum|using|namespace|interface|type|concept)\s+)"
        R"((class\s+|struct\s+)?\w*)" +
        parts + R"((?![a-z])\w*)");
    static const std::regex scope(R"(\bnamespace\s+[\w:]*\b(util|utils|common|helper|helpers)\b)");
    static const std::regex file(
        R"((^|[/_.-])(manager|helpers?|utils?|common|base|impl|info|data)[_.-])");
    std::vector<Finding> findings;
    find_all(source, source.code, type, "a name that says nothing", findings);
    find_all(source, source.code, scope, "a name that says nothing", findings);
    if (std::regex_search(source.path, file))
        findings.push_back({source.path, 1, "a file name that says nothing"});
    return findings;
}

std::vector<Finding> unfinished(const Source& source) {
    if (!starts_with_any(source.path, {"server/", "tests/", "web/", "deploy/", ".ci/", "docs/"}))
        return {};
    if (source.path.ends_with("package-lock.json")) return {};
    // Written apart, so that this file does not find itself.
    static const std::regex marks("\\b(TO"
                                  "DO|FIX"
                                  "ME|XX"
                                  "X|HA"
                                  "CK)\\b");
    std::vector<Finding> findings;
    find_all(source, source.text, marks, "left open", findings);
    return findings;
}

std::vector<Finding> workplace(const Source& source) {
    static const std::regex places("/(wo"
                                   "rk|fa"
                                   "rm|ro"
                                   "ot)/|[.]lib"
                                   "rary/|before"
                                   "-stop|"
                                   "https?://(deb|regis"
                                   "try|secu"
                                   "rity)[.]");
    std::vector<Finding> findings;
    if (source.path.ends_with("package-lock.json")) {
        static const std::regex address("\"resolved\": \"https?://");
        find_all(source, source.text, address, "a lock file with download addresses", findings);
        return findings;
    }
    find_all(source, source.text, places, "a path or host of one machine", findings);
    return findings;
}

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all = {
        {"no file has more than 400 lines", file_length},
        {"no function has more than 70 lines", function_length},
        {"no line has more than 100 columns", columns},
        {"a header opens by saying what it is for", opening_comment},
        {"no name is made of words that say nothing", banned_names},
        {"nothing is left open in the code", unfinished},
        {"no path or host of one machine is written down", workplace},
        {"includes point down only", downward_includes},
        {"the clock is read in server/app only", clock_reads},
        {"SQL is written in server/store only", sql_outside_store},
        {"the core has no floating point", floating_point},
        {"JSON is read and written by server/text only", foreign_json},
        {"S-45: randomness and OpenSSL are server/crypto's", foreign_crypto},
        {"S-31: no text becomes HTML past the renderer", raw_html},
        {"nothing that owns is built inside a co_await expression", awaited_temporaries},
    };
    return all;
}

} // namespace thi::tidy
