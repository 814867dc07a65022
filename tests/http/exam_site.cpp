#include "exam_site.h"

#include "catch.h"
#include "core/plan/sample.h"
#include "http/paper_seal.h"
#include "http/routes.h"
#include "journal/note.h"
#include "text/json.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace thi::http::test {
namespace {

const core::Instant start = sample::at("2026-02-20 09:00");

struct Person {
    char letter;
    unsigned int number;
    core::PersonId official; // Not given: a candidate, or nobody.
};

const Person people[] = {
    {'c', 1, {}},
    {'d', 2, {}},
    {'x', 3, {}},
    {'h', 4, sample::chair},
    {'v', 5, sample::vice},
    {'s', 6, sample::secretary},
    {'t', 7, officials::setter},
    {'i', 8, officials::head},
    {'k', 9, officials::keeper},
    {'a', 10, officials::auditor},
};

core::AccountId account_of(const Person& person) {
    return store::test::numbered<core::AccountId>(person.number);
}

std::uint32_t no_seats(std::string_view) {
    return 0;
}

RateRules no_limits() {
    RateRules rules;
    rules.account_reads.burst = rules.account_writes.burst = 1'000'000;
    return rules;
}

template <class T> void set(core::Setting<T>& setting, T value) {
    setting.value = std::move(value);
    setting.source = "test";
    setting.waived.reset();
}

core::Plan plan_with_practice(core::RoundId practice) {
    auto plan = sample::plan();
    core::Round round = plan.rounds->front();
    round.round = practice;
    round.title = "Thi thử";
    round.practice = true;
    round.opens = start;
    round.closes = start + std::chrono::hours{24 * 30};
    round.clock = core::ClockMode::on_login;
    round.minutes = 60;
    plan.rounds.value->push_back(round);
    set(plan.post.list, {plan.post.list->front()});
    set(plan.elig.min_candidates_per_post, core::Whole{1});
    set(plan.elig.below_min_action, core::BelowMinAction::proceed_with_approval);
    set(plan.round.objective.parts,
        std::vector<core::RoundPart>{{"general", "Kiến thức chung", 2, 60, 0}});
    set(plan.sitting.grace_ms, core::Whole{30'000});
    set(plan.sitting.late_window_ms, core::Whole{600'000});
    set(plan.sitting.late_rule, core::LateRule::review);
    set(plan.sitting.proctored, true);
    set(plan.room.invigilators, core::Whole{1});
    return plan;
}

core::Item item(unsigned int number, core::ItemType type) {
    core::Item item;
    item.item = store::test::numbered<core::ItemId>(number);
    item.type = type;
    item.stem = "Câu " + std::to_string(number);
    if (type == core::ItemType::choice) item.options = {{"A", "một"}, {"B", "hai"}, {"C", "ba"}};
    item.points = core::Points{100};
    return item;
}

// One choice and one text.
store::PaperContent small_paper(core::ContestId contest, core::RoundId round, core::PaperId paper) {
    store::PaperContent draft;
    draft.paper = draft.content.paper = draft.key.paper = paper;
    draft.contest = contest;
    draft.round = round;
    draft.content.title = "Đề thi thử";
    draft.content.items = {item(1, core::ItemType::choice), item(2, core::ItemType::text)};
    core::Part part{"general", "Kiến thức chung", {}, {}};
    for (const auto& one : draft.content.items)
        part.items.push_back(one.item);
    draft.content.parts = {part};
    core::ItemKey choice;
    choice.item = part.items[0];
    choice.tariff.correct = core::Points{100};
    choice.options = {"B"};
    core::ItemKey text = choice;
    text.item = part.items[1];
    text.options.clear();
    text.accepted = {"Hà Nội"};
    draft.key.items = {choice, text};
    draft.key.shuffle_seed = crypto::sha256("shuffle");
    draft.content_hash = crypto::sha256("draft");
    draft.created_at = start;
    return draft;
}

} // namespace

std::string Said::at(std::string_view path) const {
    const auto* here = &json;
    while (!path.empty()) {
        const auto end = path.find('/');
        const auto step = path.substr(0, end);
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
        const boost::json::value* next = nullptr;
        if (const auto* object = here->if_object()) next = object->if_contains(step);
        if (const auto* array = here->if_array())
            next = array->if_contains(static_cast<std::size_t>(std::stoul(std::string{step})));
        if (next == nullptr) return "-";
        here = next;
    }
    if (const auto* text = here->if_string()) return {text->data(), text->size()};
    return text::canonical(*here);
}

ExamSite::ExamSite()
    : contest(sample::id<core::ContestId>(1)),
      practice(store::test::numbered<core::RoundId>(77)),
      paper(store::test::numbered<core::PaperId>(1)),
      rates_(no_limits(), no_seats),
      sign_ins_(SignInRules{}, no_seats),
      router_(routes()) {
    clock.set(start);
    const auto key = site_.keys().make_log_key(contest);
    journal::NoteSigner signer{"thi.test/contest/MAU-2026", site_.keys().make_log_key(contest)};
    vkey = journal::print_vkey(signer.verifier());
    reopen();
    add_people();
    publish();
    seal_practice();
}

ExamSite::~ExamSite() = default;

void ExamSite::reopen() {
    dispatcher_.reset();
    services_.reset();
    sessions_.reset();
    if (committer_) {
        committer_.reset();
        site_.reopen();
    }
    live_ = std::make_unique<Live>(events_);
    store::CommitterOptions options;
    options.now = [this] {
        return clock.now();
    };
    options.fatal = [](const std::string& why) {
        throw std::runtime_error(why);
    };
    options.observer = [this](core::ContestId id, const store::Committed& committed) {
        live_->observe(id, committed);
    };
    committer_ = std::make_unique<store::Committer>(store(), site_.keys(), site_.paths(), options);
    sessions_ = std::make_unique<StoreSessions>(store(), StoreSessions::Touch{});
    services_ = std::make_unique<Services>(Services{clock, *sessions_, events_, hashing_, rates_,
                                                    sign_ins_, &store(), committer_.get(),
                                                    live_.get(), &banks, &auditor});
    dispatcher_ = std::make_unique<Dispatcher>(router_, files_, Outside{}, *services_);
}

void ExamSite::add_people() {
    const auto write = [this](store::SiteWriter& site, const core::Events&) -> core::Result<void> {
        for (const auto& person : people) {
            store::Account account;
            account.account = account_of(person);
            account.names = {std::string{person.letter} + "@thi.test", "Nguyễn Thị Hà", "Hà"};
            account.created_at = start;
            if (auto added = site.add_account(account); !added) return added;
            store::Session session;
            session.token_hash = crypto::sha256(token(person.letter));
            session.session = std::string{"session-"} + person.letter;
            session.account = account.account;
            session.csrf = "csrf";
            session.created_at = session.seen_at = session.reauth_at = start;
            session.expires_at = start + std::chrono::hours{24 * 365};
            site.add_session(session);
        }
        store::ContestSite row;
        row.contest = contest;
        row.code = "MAU-2026";
        row.draft_plan = "{}";
        row.created_by = account_of(people[3]);
        row.created_at = row.updated_at = start;
        if (auto added = site.add_contest(row); !added) return added;
        for (const auto& person : people) {
            if (person.official)
                site.join_person(contest, account_of(person), person.official);
            else if (person.letter != 'x')
                site.join_candidate(contest, account_of(person),
                                    sample::id<core::CandidateId>(person.number));
        }
        return {};
    };
    REQUIRE(committer_->site_now(write));
}

void ExamSite::publish() {
    auto command = sample::publication(plan_with_practice(practice), start);
    command.log_vkey = vkey;
    command.officials.push_back({officials::setter, core::Role::setter});
    command.officials.push_back({officials::head, core::Role::head_of_invigilation});
    command.officials.push_back({officials::keeper, core::Role::invigilator});
    command.officials.push_back({officials::auditor, core::Role::auditor});
    play(std::move(command));
}

void ExamSite::seal_practice() {
    const auto draft = small_paper(contest, practice, paper);
    const auto prepared = prepare_paper(draft.content, draft.key);
    const auto keep = [&](store::SiteWriter& site, const core::Events&) -> core::Result<void> {
        site.put_paper(draft);
        site.put_paper_secrets(prepared.secrets);
        return {};
    };
    play(seal_command(draft, prepared, sample::chair, approvals()), keep);
}

core::Approvals ExamSite::approvals() const {
    return sample::approvals(clock.now());
}

store::Committed ExamSite::play(core::Command command, store::SiteWrite also) {
    auto outcome = committer_->commit_now(contest, std::move(command), std::move(also));
    if (!outcome) {
        std::string why = outcome.error().detail.en;
        for (const auto& error : outcome.error().errors)
            why += "; " + error.pointer + " " + error.detail.en;
        FAIL(why);
    }
    return std::move(*outcome);
}

void ExamSite::prove(char who) {
    const auto write = [who, now = clock.now()](store::SiteWriter& site,
                                                const core::Events&) -> core::Result<void> {
        site.prove_session(crypto::sha256(token(who)), now);
        site.touch_session(crypto::sha256(token(who)), now, now + std::chrono::hours{24 * 365});
        return {};
    };
    REQUIRE(committer_->site_now(write));
}

Said ExamSite::both(char first, char second, const std::string& act, const std::string& body) {
    prove(first);
    prove(second);
    const auto proposals = path("contests", contest.text(), "/proposals");
    const auto proposed = post(first, proposals, R"({"act":")" + act + R"(","body":)" + body + "}");
    INFO(proposed.body);
    REQUIRE(proposed.status == 200);
    CHECK(proposed.at("state") == "waiting");
    return post(second, proposals + "/" + proposed.at("proposal") + "/approve");
}

std::string ExamSite::path(std::string_view kind, std::string_view id, std::string_view rest) {
    return "/api/" + std::string{kind} + "/" + std::string{id} + std::string{rest};
}

Said ExamSite::ask(char who, std::string_view method, const std::string& target,
                   const std::string& body) {
    std::string fields = "Origin: http://thi.test\r\nX-CSRF-Token: csrf\r\n";
    if (who != nobody) fields += "Cookie: __Host-session=" + token(who) + "\r\n";
    if (!body.empty()) fields += "Content-Type: application/json\r\n";
    const auto bytes = request(method, target, fields, "");
    Head head;
    REQUIRE(filter_head(bytes, head) == HeadRefusal::none);
    auto admission = dispatcher_->admit(head, "127.0.0.1");
    if (!admission.reply) {
        Exchange exchange{
            head, *admission.route, admission.path, admission.query, admission.asker, *services_};
        exchange.arrived(body, clock.now());
        context_.restart();
        std::exception_ptr broken;
        net::co_spawn(context_, dispatcher_->answer(exchange),
                      [&](std::exception_ptr failed, Reply reply) {
                          broken = failed;
                          admission.reply = std::move(reply);
                      });
        context_.run();
        if (broken) std::rethrow_exception(broken);
    }
    Said said;
    said.status = admission.reply->status;
    said.body = admission.reply->content();
    if (auto parsed = text::parse(said.body)) said.json = std::move(*parsed);
    return said;
}

Said ExamSite::get(char who, const std::string& target) {
    return ask(who, "GET", target, "");
}
Said ExamSite::post(char who, const std::string& target, const std::string& body) {
    return ask(who, "POST", target, body);
}
Said ExamSite::put(char who, const std::string& target, const std::string& body) {
    return ask(who, "PUT", target, body);
}

} // namespace thi::http::test
