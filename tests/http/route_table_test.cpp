// The real route table against what is published of it: who may call what (S-02), the OpenAPI
// document, the page that people read.

#include "catch.h"
#include "http/handlers/site.h"
#include "http/openapi.h"
#include "http/routes.h"
#include "serving.h"
#include "source_root.h"

#include <boost/describe/enumerators.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

using namespace thi;
using namespace thi::http;

namespace {

std::string file_text(const std::string& path) {
    std::ifstream file{THITUYEN_SOURCE "/" + path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void check_golden(const std::string& path, const std::string& made) {
    if (std::getenv("THITUYEN_UPDATE_GOLDENS") != nullptr)
        std::ofstream{THITUYEN_SOURCE "/" + path, std::ios::binary} << made;
    INFO(path << ": to accept the change: THITUYEN_UPDATE_GOLDENS=1 test_http '[golden]'");
    const bool same = file_text(path) == made;
    CHECK(same);
}

// The table without what only builds for tests and measuring have.
const std::vector<Route>& published() {
    static const std::vector<Route> rows = [] {
        std::vector<Route> kept;
        for (const auto& route : routes())
            if (!route.path.ends_with("/fixed")) kept.push_back(route);
        return kept;
    }();
    return rows;
}

// One kind of asker. Its letter is that of its token.
struct Caller {
    std::string name;
    char letter = 'A';
    bool has_session = true;
    bool administrator = false;
    std::optional<Standing> standing;
};

std::vector<Caller> callers() {
    Standing candidate;
    candidate.contest = test::contest();
    candidate.candidate = core::CandidateId::parse("cand_000000000000000a");
    std::vector<Caller> all{{"nobody", 'A', false, false, {}},
                            {"a stranger, or an official of another contest", 'B', true, false, {}},
                            {"a candidate whose it is", 'C', true, false, candidate},
                            {"the site's administrator", 'D', true, true, {}}};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<core::Role>>([&](auto row) {
        Standing official;
        official.contest = test::contest();
        official.person = core::PersonId::parse("per_000000000000000c");
        official.roles = RoleSet{row.value};
        const auto letter = static_cast<char>('A' + all.size());
        all.push_back({row.name, letter, true, false, official});
    });
    return all;
}

// Knows one caller.
class OneCaller : public SessionSource {
  public:
    explicit OneCaller(const Caller& caller) : caller_(caller) {}
    std::optional<Session> find(const crypto::Digest& token, core::Instant) override {
        if (!caller_.has_session || token != crypto::sha256(test::token(caller_.letter)))
            return std::nullopt;
        Session session;
        session.account = *core::AccountId::parse("acc_000000000000000a");
        session.administrator = caller_.administrator;
        session.csrf = "csrf";
        return session;
    }
    std::optional<Standing> standing(core::AccountId, std::span<const PathValue>) override {
        return caller_.standing;
    }

  private:
    const Caller& caller_;
};

// The path with something of the right form at each name.
std::string filled(std::string_view path) {
    std::string target;
    while (!path.empty()) {
        const auto open = path.find('{');
        target += path.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = path.find('}');
        const auto name = path.substr(open + 1, close - open - 1);
        path = path.substr(close + 1);
        const std::string pattern{pattern_of(name)};
        const auto prefix = pattern.find('_');
        if (name == "index" || name == "tail*")
            target += "0";
        else if (pattern.starts_with("^["))
            target += "x";
        else
            target += pattern.substr(1, prefix) + std::string(16, '0');
    }
    return target;
}

char cell(int status) {
    switch (status) {
    case 200:
        return '+';
    case 401:
        return '?';
    case 403:
        return '-';
    case 404:
        return '.';
    default:
        return '!';
    }
}

// What the caller is told at each row of the table, before any handler runs.
std::string column(const Caller& caller) {
    test::House house{published()};
    OneCaller sessions{caller};
    Services services{house.clock, sessions,       house.events, house.hashing,
                      house.rates, house.sign_ins, nullptr,      nullptr};
    const Dispatcher dispatcher{house.router, house.files, {}, services};
    std::string cells;
    auto at = test::noon;
    for (const auto& route : published()) {
        house.clock.set(at += std::chrono::hours{1}); // Rates are another test's matter.
        std::string fields = "Origin: http://thi.test\r\n";
        if (caller.has_session)
            fields += "X-CSRF-Token: csrf\r\nCookie: __Host-session=" + test::token(caller.letter) +
                      "\r\n";
        const auto text = test::request(name_of(route.verb), filled(route.path), fields);
        Head head;
        REQUIRE(filter_head(text, head) == HeadRefusal::none);
        const auto admission = dispatcher.admit(head, "192.0.2.1");
        cells += cell(admission.reply ? admission.reply->status : 200);
    }
    return cells;
}

std::string matrix() {
    const auto all = callers();
    std::string text = "# Who may call what, as the server decides it before any handler runs.\n"
                       "# + goes on  - 403  . 404 (not told that it is there)  ? 401\n#\n";
    std::vector<std::string> columns;
    for (const auto& caller : all) {
        text += std::string{"# "} + caller.letter + "  " + caller.name + "\n";
        columns.push_back(column(caller));
    }
    text += "\n";
    for (const auto& caller : all)
        text += caller.letter;
    text += "\n";
    std::size_t i = 0;
    for (const auto& route : published()) {
        for (const auto& cells : columns)
            text += cells[i];
        text.append("  ").append(name_of(route.verb)).append(" ").append(route.path).append("\n");
        ++i;
    }
    return text;
}

// "GET /api/session" for each row of the page's table: a cell may list several methods before a
// path, several after ';', and other ends of the same path after ','.
std::set<std::string> documented() {
    std::set<std::string> found;
    const auto page = file_text("docs/api-routes.md");
    std::size_t from = 0;
    while ((from = page.find("\n| ", from)) != std::string::npos) {
        from += 3;
        auto cell = page.substr(from, page.find(" |", from) - from);
        std::vector<std::string> methods;
        std::string stem;
        bool fresh = true;
        for (std::size_t start = 0; start < cell.size();) {
            const auto end = std::min(cell.find_first_of(" ,;", start), cell.size());
            const auto word = cell.substr(start, end - start);
            if (word.starts_with("/")) {
                const bool whole = word.starts_with("/api/") || word.starts_with("/log/") ||
                                   word.starts_with("/healthz");
                const auto path = whole ? word : stem + word;
                if (whole) stem = word.substr(0, word.rfind('/'));
                for (const auto& method : methods)
                    found.insert(method + " " + path.substr(0, path.find('?')));
                fresh = true;
            } else if (!word.empty()) {
                if (fresh) methods.clear();
                fresh = false;
                methods.push_back(word);
            }
            start = end + 1;
        }
    }
    return found;
}

} // namespace

TEST_CASE("S-02: every cell of role x endpoint is as published", "[http][access][golden]") {
    const auto made = matrix();
    CHECK(made.find('!', made.find("\n\n")) == std::string::npos);
    check_golden("docs/api/access.txt", made);
}

TEST_CASE("S-02: without a session nothing can be written but a session, an account and a ballot",
          "[http][access]") {
    std::set<std::string> open;
    for (const auto& route : published())
        if (route.access.kind == Access::Kind::public_ && !is_safe(route.verb))
            open.insert(std::string{route.path});
    // A ballot is cast with its token alone: a session would say whose it is.
    CHECK(open == std::set<std::string>{"/api/accounts", "/api/contests/{contest}/ballots",
                                        "/api/session", "/api/session/link"});
}

TEST_CASE("S-02: what needs no CSRF token needs no session", "[http][access]") {
    for (const auto& route : published()) {
        INFO(route.path);
        if (route.limits.before_session) CHECK(route.access.kind == Access::Kind::public_);
    }
}

TEST_CASE("the published OpenAPI document is that of the table", "[http][openapi][golden]") {
    check_golden("docs/api/openapi.json", openapi_document(published(), handlers::version()));
}

TEST_CASE("every route stands on the page of routes", "[http][openapi]") {
    const auto on_page = documented();
    for (const auto& route : published()) {
        if (route.path.starts_with("/log/")) continue; // One row: the tiles of C2SP.
        const auto row = std::string{name_of(route.verb)}.append(" ").append(route.path);
        INFO(row);
        CHECK(on_page.count(row) == 1);
    }
}
