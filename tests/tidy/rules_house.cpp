// Rules about who may know what: includes, clock, SQL, floating point, JSON, randomness; and one
// about co_await, which is a compiler's.

#include "tidy/rules.h"

#include <algorithm>
#include <map>
#include <regex>

namespace thi::tidy {
namespace {

// What each folder of server/ may include beside itself: a folder, or one header.
const std::map<std::string_view, std::vector<std::string_view>> may_include = {
    {"asio", {}},
    {"crypto", {}},
    {"text", {"crypto/hash.h"}},
    {"core", {"crypto/hash.h"}},
    {"bank", {"core/", "text/", "crypto/hash.h"}},
    {"journal", {"core/", "text/", "crypto/"}},
    {"print", {"journal/", "core/", "text/", "crypto/"}},
    {"store", {"journal/", "core/", "text/", "crypto/"}},
    {"http", {"store/", "print/", "journal/", "bank/", "core/", "text/", "crypto/"}},
    {"app", {"http/", "store/", "journal/", "bank/", "core/", "text/", "crypto/"}},
};

void find_in(const Source& source, const std::string& text, const std::string& pattern,
             const std::string& says, std::vector<Finding>& findings) {
    const std::regex regex(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
        findings.push_back({source.path, line_at(text, static_cast<std::size_t>(at->position())),
                            says + ": " + at->str()});
}

// C++ of server/, but not of the folder that owns the matter.
bool is_outside(const Source& source, std::string_view owner) {
    const auto folder = folder_of(source.path);
    return source.language == Language::cpp && !folder.empty() && folder != owner;
}

// The expression without the bodies of its lambdas, which are expressions of their own. A body's
// brace stands after a space (clang-format), that of a value after its type.
std::string without_bodies(std::string_view expression) {
    std::string kept;
    int body = 0; // Braces open within the body.
    for (const char c : expression) {
        if (body > 0 ||
            (c == '{' && (kept.ends_with(") ") || kept.ends_with("> ") || kept.ends_with("] "))))
            body += c == '{' ? 1 : c == '}' ? -1 : 0;
        else
            kept += c;
    }
    return kept;
}

// The offset behind the expression that is awaited: its `;`, or the bracket that closes around it.
std::size_t end_of_expression(std::string_view code, std::size_t at) {
    int depth = 0;
    for (; at < code.size(); ++at) {
        const char c = code[at];
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') --depth;
        if (depth < 0 || (depth == 0 && (c == ';' || c == ','))) return at;
    }
    return at;
}

} // namespace

std::vector<Finding> downward_includes(const Source& source) {
    const auto folder = folder_of(source.path);
    if (source.language != Language::cpp || folder.empty()) return {};
    static const std::regex quoted(R"re((^|\n)[ \t]*#[ \t]*include[ \t]*"([^"\n]+)")re");
    const std::string own = std::string(folder) + "/";
    std::vector<Finding> findings;
    const std::string& text = source.uncommented;
    for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at) {
        const std::string included = (*at)[2];
        const auto known = may_include.find(folder);
        if (included.starts_with(own)) continue;
        if (known != may_include.end() && starts_with_any(included, known->second)) continue;
        findings.push_back({source.path, line_at(text, static_cast<std::size_t>(at->position(2))),
                            std::string(folder) + " must not know " + included});
    }
    return findings;
}

std::vector<Finding> clock_reads(const Source& source) {
    if (!is_outside(source, "app")) return {};
    std::vector<Finding> findings;
    find_in(source, source.code,
            R"(\b\w*[Cc]lock\s*::\s*now\s*\(|)"
            R"(\b(gettimeofday|clock_gettime|localtime|std::time)\s*\()",
            "reads a clock", findings);
    // SQLite has clocks of its own.
    find_in(source, source.uncommented, R"('now'|\bCURRENT_TIME(STAMP)?\b|\bunixepoch\()",
            "reads SQLite's clock", findings);
    return findings;
}

std::vector<Finding> sql_outside_store(const Source& source) {
    if (!is_outside(source, "store")) return {};
    std::vector<Finding> findings;
    find_in(
        source, source.uncommented,
        R"(\b(SELECT\s[^;]{1,200}?\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|PRAGMA\s+\w)|)"
        R"(\bUPDATE\s+\w+\s+SET|\bCREATE\s+(UNIQUE\s+)?(TABLE|INDEX|TRIGGER|VIEW)|\bsqlite3_\w+)",
        "SQL", findings);
    return findings;
}

std::vector<Finding> floating_point(const Source& source) {
    if (source.language != Language::cpp || folder_of(source.path) != "core") return {};
    std::vector<Finding> findings;
    find_in(source, source.code, R"(\b(double|float)\b)", "floating point", findings);
    return findings;
}

std::vector<Finding> foreign_json(const Source& source) {
    if (!is_outside(source, "text")) return {};
    std::vector<Finding> findings;
    find_in(source, source.code, R"(\bjson::(parse|serialize|stream_parser|parser|serializer)\b)",
            "JSON past server/text", findings);
    return findings;
}

std::vector<Finding> foreign_crypto(const Source& source) {
    if (!is_outside(source, "crypto")) return {};
    std::vector<Finding> findings;
    const bool tls =
        folder_of(source.path) == "http" && source.path.find("tls") != std::string::npos;
    if (!tls)
        find_in(source, source.uncommented, R"(#\s*include\s*<(openssl/[\w.]+|argon2\.h)>)",
                "cryptography past server/crypto", findings);
    find_in(
        source, source.code,
        R"(\b(std::random_device|std::mt19937(_64)?|std::default_random_engine)\b|\bs?rand\s*\()",
        "randomness past server/crypto", findings);
    return findings;
}

std::vector<Finding> raw_html(const Source& source) {
    if (!source.path.starts_with("web/src/")) return {};
    std::vector<Finding> findings;
    find_in(
        source, source.language == Language::markup ? source.text : source.uncommented,
        R"(\{@html\b|\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\bsrcdoc\b)",
        "text as HTML", findings);
    return findings;
}

// GCC 12 destroys twice an aggregate, or a lambda that captures by value, built inside a co_await
// expression. A capture of `this` or by reference owns nothing.
std::vector<Finding> awaited_temporaries(const Source& source) {
    if (source.language != Language::cpp) return {};
    static const std::regex awaited(R"(\bco_await\b)");
    static const std::regex built(
        R"([A-Za-z0-9_>]\{|[(,]\s*\{(?!\})|[(,=]\s*\[\s*(?!this\s*\]|\]|&)[^\]]+\]|)"
        R"([(,=]\s*\[[^\]]*,\s*(?!this\b)[A-Za-z_][^\]]*\])");
    std::vector<Finding> findings;
    const std::string& code = source.code;
    for (std::sregex_iterator at(code.begin(), code.end(), awaited), end; at != end; ++at) {
        const auto begin = static_cast<std::size_t>(at->position());
        const auto length = end_of_expression(code, begin) - begin;
        const std::string expression = without_bodies(code.substr(begin, length));
        std::smatch found;
        if (std::regex_search(expression, found, built))
            findings.push_back(
                {source.path, line_at(code, begin), "name it in a variable, then await it"});
    }
    return findings;
}

} // namespace thi::tidy
