#include "app/demo/stages.h"

#include "app/demo/sheet.h"
#include "core/intake/criteria.h"
#include "core/intake/list.h"
#include "crypto/random.h"
#include "http/api/acts.h"
#include "http/handlers/dossier.h"
#include "http/handlers/lists.h"
#include "http/handlers/paper_draft.h"
#include "http/new_id.h"
#include "http/paper_seal.h"
#include "journal/paper.h"
#include "text/names.h"

#include <set>
#include <stdexcept>

namespace thi::app::demo {

namespace {

using namespace std::chrono_literals;
using core::Role;

constexpr std::string_view bank_name = "kien-thuc-chung";
constexpr core::Whole seats_in_room = 20;

std::string civil_day(core::Instant at) {
    return core::print_date(std::chrono::floor<std::chrono::days>(at));
}

// Good facts, a little different for each.
core::DossierFacts facts_of(std::size_t i, core::Instant now) {
    const auto year = static_cast<int>(
        std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}.year());
    const auto n = static_cast<int>(i);
    core::DossierFacts facts;
    facts.born_on = std::to_string(1980 + n % 7) + "-0" + std::to_string(1 + n % 9) + "-1" +
                    std::to_string(n % 10);
    facts.sex = i % 2 == 0 ? core::Sex::female : core::Sex::male;
    facts.planned_status = i % 3 == 0 ? core::PlannedStatus::equivalent_post_elsewhere
                                      : core::PlannedStatus::same_post;
    facts.years_in_sector = 10 + n % 6;
    facts.position = "Phó Vụ trưởng";
    facts.organisation = i % 3 == 0 ? "Sở Nội vụ" : "Bộ Mẫu";
    facts.party_member_since = "200" + std::to_string(5 + n % 5) + "-05-19";
    facts.degree = i % 2 == 0 ? core::Degree::master : core::Degree::university;
    facts.degree_field = i % 2 == 0 ? "Luật" : "Hành chính công";
    facts.theory = core::Theory::advanced;
    facts.state_mgmt = core::Rank::senior;
    facts.rank = core::Rank::senior;
    facts.language = core::Language::C;
    facts.under_investigation = false;
    facts.health_certified_on = civil_day(now - std::chrono::days{20});
    facts.political_standard_met = true;
    for (int back = 3; back >= 1; --back)
        facts.appraisals.push_back({year - back, core::Grade::good});
    return facts;
}

// Dossier, documents and application of one candidate.
void apply(Player& player, std::size_t i, core::PostId post) {
    const auto candidate = http::new_id<core::CandidateId>();
    const auto now = player.now();
    core::Apply apply;
    apply.application = http::new_id<core::ApplicationId>();
    apply.candidate = candidate;
    apply.post = post;
    apply.dossier.facts = facts_of(i, now);
    const auto required =
        player.plan().dossier.required_documents.value_or(std::set<core::DocumentKind>{});
    const std::vector<core::DocumentKind> kinds(required.begin(), required.end());
    std::vector<std::string> sheets;
    for (const auto kind : kinds) {
        const auto& sheet = sheets.emplace_back(one_page_pdf(sample_title(kind)));
        apply.dossier.documents.push_back(
            {http::new_id<core::DocumentId>(), kind, crypto::sha256(sheet), 1});
    }
    apply.dossier_hash = http::dossier_hash(apply.dossier);
    apply.received_at = now;
    const core::FindEligibility find{apply.application, apply.dossier, apply.dossier_hash};
    const auto keep = [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
        write.join_candidate(player.contest(), player.cast().candidates[i].account, candidate);
        for (std::size_t d = 0; d < kinds.size(); ++d) {
            const auto& fact = find.dossier.documents[d];
            store::Document document;
            document.document = fact.document;
            document.candidate = candidate;
            document.kind = fact.kind;
            document.sha256 = fact.sha256;
            document.media_type = "application/pdf";
            document.bytes = static_cast<core::Whole>(sheets[d].size());
            document.file_name = std::string{text::name_of(fact.kind)} + ".pdf";
            document.received_at = now;
            write.add_document(document, sheets[d]);
        }
        write.put_dossier(candidate, find.dossier.facts, now);
        write.keep_dossier(candidate, find.dossier, find.dossier_hash, now);
        return {};
    };
    player.play(std::move(apply), keep);
    player.play(find);
    player.candidates.push_back(candidate);
}

void decide_all(Player& player) {
    std::vector<core::ApplicationId> applications;
    player.ask([&](const core::Contest& contest) {
        for (const auto& [id, application] : contest.applications)
            applications.push_back(id);
    });
    for (const auto& application : applications)
        for (const auto* rule : core::asked_criteria(player.plan()))
            for (const std::size_t n : {0U, 1U})
                player.play(core::DecideCriterion{
                    player.who(Role::verifier, n), application, std::string{rule->criterion},
                    core::DecisionVerdict::pass, "Hồ sơ đủ minh chứng"});
}

store::PaperContent seal(Player& player, const std::vector<bank::Bank>& banks, core::RoundId round,
                         core::Variant variant, core::Whole questions, std::string title) {
    http::api::NewPaper asked;
    asked.round = round;
    asked.variant = variant;
    asked.title = std::move(title);
    asked.parts = {
        {"general", "Kiến thức chung", std::nullopt, std::string{bank_name}, {}, questions, {}}};
    auto made = http::handlers::draft_paper(asked, banks);
    if (!made) throw std::runtime_error("the demo's paper: " + made.error().detail.en);
    store::PaperContent draft;
    draft.paper = made->paper.paper;
    draft.contest = player.contest();
    draft.round = round;
    draft.variant = variant;
    draft.content = std::move(made->paper);
    draft.key = std::move(made->key);
    draft.content_hash = crypto::sha256(journal::paper_text(draft.content));
    draft.created_at = player.now();
    const auto prepared = http::prepare_paper(draft.content, draft.key);
    const auto keep = [&](store::SiteWriter& write, const core::Events&) -> core::Result<void> {
        write.put_paper(draft);
        write.put_paper_secrets(prepared.secrets);
        return {};
    };
    const auto setter = player.who(Role::setter);
    const auto body = text::to_text(http::api::SealPaperAct{draft.paper, draft.content_hash});
    player.play(
        http::seal_command(draft, prepared, setter,
                           player.both(setter, player.who(Role::chair), "seal_paper", body)),
        keep);
    return draft;
}

void draw_seats(Player& player, core::RoundId round) {
    const auto secretary = player.who(Role::secretary);
    const std::string draw = "seats/" + round.str();
    player.play(core::FreezeDraw{secretary, draw, core::DrawPurpose::seats, round, {}});
    const std::pair<core::PersonId, crypto::Digest> nonces[] = {
        {player.who(Role::chair), {crypto::random_bytes<32>()}},
        {secretary, {crypto::random_bytes<32>()}}};
    for (const auto& [person, nonce] : nonces)
        player.play(core::CommitDraw{person, draw, crypto::sha256(crypto::view(nonce))});
    for (const auto& [person, nonce] : nonces)
        player.play(core::RevealDraw{person, draw, nonce});
    std::vector<core::SittingId> sittings;
    for (std::size_t i = 0; i < player.candidates.size(); ++i)
        sittings.push_back(http::new_id<core::SittingId>());
    player.play(core::ResolveDraw{secretary, draw, sittings});
}

} // namespace

void hold_intake(Player& player, const Days& days) {
    player.at(days.intake_opens);
    player.advance(core::Stage::intake);
    const auto& posts = *player.plan().post.list;
    for (std::size_t i = 0; i < player.cast().candidates.size(); ++i) {
        player.at(days.intake_opens + 24h + i * 7h);
        apply(player, i, posts[i % posts.size()].post);
    }
    player.at(days.intake_closes + 15h);
    player.advance(core::Stage::verification);
    decide_all(player);
    player.at(days.list_posted_at);
    crypto::Digest hash;
    player.ask(
        [&](const core::Contest& contest) { hash = http::hash_of(core::eligible_list(contest)); });
    player.play(core::PostList{player.who(Role::secretary), hash, {}});
}

void seal_practice(Player& player, const std::vector<bank::Bank>& banks) {
    seal(player, banks, practice_round(player.plan()), core::Variant::official, practice_questions,
         "Đề làm thử");
}

store::PaperContent prepare(Player& player, const Days& days,
                            const std::vector<bank::Bank>& banks) {
    player.at(days.preparing_at);
    player.advance(core::Stage::preparing);
    const auto round = objective_round(player.plan());
    auto official =
        seal(player, banks, round, core::Variant::official, paper_questions, "Đề thi chính thức");
    seal(player, banks, round, core::Variant::backup, paper_questions, "Đề thi dự phòng");
    std::vector<core::Room> rooms;
    for (const std::size_t n : {0U, 1U})
        rooms.push_back({http::new_id<core::RoomId>(),
                         "Phòng " + std::to_string(101 + n),
                         seats_in_room,
                         {player.who(Role::invigilator, n)}});
    player.play(core::PlanRooms{player.who(Role::secretary), round, rooms});
    draw_seats(player, round);
    return official;
}

} // namespace thi::app::demo
