// A whole site in one process, without sockets: a store in a folder of its own, the real committer,
// the real route table, a clock set by hand. One contest with a practice round whose paper is
// sealed.

#pragma once
#include "bank/bank.h"
#include "core/plan/plan.h"
#include "http/auditor.h"
#include "http/dispatcher.h"
#include "http/live.h"
#include "http/store_sessions.h"
#include "serving.h"
#include "store/committer.h"
#include "store/site_folder.h"

#include <boost/asio/io_context.hpp>
#include <boost/json/value.hpp>

namespace thi::http::test {

namespace officials {
inline const auto setter = *core::PersonId::parse("per_0000000000000007");
inline const auto head = *core::PersonId::parse("per_0000000000000008"); // Of invigilation.
inline const auto keeper = *core::PersonId::parse("per_0000000000000009");
inline const auto auditor = *core::PersonId::parse("per_0000000000000010");
} // namespace officials

constexpr char nobody = '-';

// Says what the test wants it to say.
class SetAuditor : public Auditor {
  public:
    api::VerifyReport audit(core::ContestId) override {
        api::VerifyReport report;
        report.clean = clean;
        return report;
    }
    bool clean = true;
};

struct Said {
    int status = 0;
    std::string body;
    boost::json::value json; // Null where the body is none.

    // "results/0/counts": what stands there, as text without quotes; "-" where nothing does.
    std::string at(std::string_view path) const;
    std::string code() const { return at("code"); }
};

class ExamSite {
  public:
    ExamSite();
    ~ExamSite();

    // A restart: everything in memory is lost, what is on disk comes back.
    void reopen();

    // Asks as whoever has this letter: 'c' and 'd' are candidates, 'h' the chair, 'v' the vice
    // chair, 's' the secretary, 't' the setter, 'i' the head of invigilation, 'k' who keeps the
    // room, 'a' the auditor, 'x' a stranger.
    Said get(char who, const std::string& path);
    Said post(char who, const std::string& path, const std::string& body = "");
    Said put(char who, const std::string& path, const std::string& body);
    Said ask(char who, std::string_view method, const std::string& path, const std::string& body);

    // Carries out a command, as if a person had; the test fails where it is refused.
    store::Committed play(core::Command command, store::SiteWrite also = {});

    // Enters the password again.
    void prove(char who);
    // A two-person act: proposed by one, approved by the other. The second's reply.
    Said both(char first, char second, const std::string& act, const std::string& body);

    SetClock clock;
    SetAuditor auditor;
    std::vector<bank::Bank> banks;
    core::ContestId contest;
    core::RoundId practice;
    core::PaperId paper;
    std::string vkey;

    store::Store& store() { return site_.store(); }
    std::filesystem::path database() { return site_.paths().database(); }
    const store::Vault& vault() const { return site_.vault(); }
    store::Committer& committer() { return *committer_; }
    Live& live() { return *live_; }
    EventHub& events() { return events_; }
    core::Approvals approvals() const;
    static std::string path(std::string_view kind, std::string_view id, std::string_view rest = "");

  private:
    void add_people();
    void publish();
    void seal_practice();

    // Outlives the committer, whose writer may still be in its post() when an answer is there.
    net::io_context context_;
    store::test::SqliteSite site_;
    EventHub events_;
    std::unique_ptr<Live> live_;
    std::unique_ptr<store::Committer> committer_;
    std::unique_ptr<StoreSessions> sessions_;
    BoundedPool hashing_{1, 4};
    RateLimiter rates_;
    SignInLimiter sign_ins_;
    StaticFiles files_;
    Router router_;
    std::unique_ptr<Services> services_;
    std::unique_ptr<Dispatcher> dispatcher_;
};

} // namespace thi::http::test
