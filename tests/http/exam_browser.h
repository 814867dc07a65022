// A candidate's browser, for tests: its lease and the chain that it goes on with.

#pragma once
#include "catch.h"
#include "core/sitting/events.h"
#include "exam_site.h"
#include "http/api/sitting.h"
#include "journal/client.h"
#include "text/described.h"

namespace thi::http::test {

// A browser: the lease that it holds and the chain that it goes on with.
class ExamBrowser {
  public:
    ExamBrowser(ExamSite& site, char who, std::string key = "a2V5")
        : site_(site), who_(who), key_(std::move(key)) {}

    // A practice sitting.
    void begin() {
        const auto begun =
            site_.post(who_, ExamSite::path("contests", site_.contest.text(),
                                            "/rounds/" + site_.practice.str() + "/practice"));
        REQUIRE(begun.status == 200);
        sitting = *core::SittingId::parse(begun.at("sitting"));
    }
    Said go_in(bool takeover = false) {
        auto said = site_.post(who_, mine("/lease"),
                               R"({"client_key":")" + key_ + R"(","device":"Test","takeover":)" +
                                   (takeover ? "true}" : "false}"));
        if (said.status == 200) {
            lease = std::stoll(said.at("lease"));
            seq = 0;
            prev = crypto::sha256(said.at("payload"));
        }
        return said;
    }
    // The next text of the chain.
    api::OneSave freeze(unsigned int item, core::Value value) {
        core::ClientSave save;
        save.client_time = site_.clock.now();
        save.item = store::test::numbered<core::ItemId>(item);
        save.lease = lease;
        save.prev = prev;
        save.seq = ++seq;
        save.sitting = sitting;
        save.value = std::move(value);
        const auto text = journal::client_text(save);
        prev = crypto::sha256(text);
        return {text, ""};
    }
    api::OneSave freeze_end() {
        core::ClientSubmit end;
        end.client_time = site_.clock.now();
        end.lease = lease;
        end.prev = prev;
        end.seq = ++seq;
        end.sitting = sitting;
        return {journal::client_text(end), ""};
    }
    Said send(std::vector<api::OneSave> saves) {
        const api::SavesBody body{std::move(saves)};
        return site_.post(who_, mine("/saves"), text::to_text(body));
    }
    char who() const { return who_; }
    std::string mine(std::string_view rest = "") const {
        return ExamSite::path("sittings", sitting.text(), rest);
    }

    core::SittingId sitting;
    core::Whole lease = 0;
    core::Whole seq = 0;
    crypto::Digest prev;

  private:
    ExamSite& site_;
    char who_;
    std::string key_;
};

} // namespace thi::http::test
