#include "journal/verify/log_sample.h"

#include "catch.h"
#include "core/plan/life.h"
#include "core/result/tally.h"
#include "journal/client.h"
#include "journal/paper.h"
#include "journal/receipt.h"
#include "journal/results.h"
#include "text/described.h"

#include <algorithm>

namespace sample {

using namespace std::chrono_literals;

namespace {

constexpr core::Instant day{std::chrono::sys_days{std::chrono::year{2026} / 3 / 15}};

template <class T> core::Setting<T> set(T value) {
    core::Setting<T> setting;
    setting.value = std::move(value);
    setting.source = "test";
    return setting;
}

core::Plan plan() {
    core::Plan plan;
    core::Post post;
    post.post = post_id;
    post.title = "Phó Vụ trưởng";
    post.seats = 1;
    plan.post.list = set(std::vector<core::Post>{post});
    core::Round round;
    round.round = round_id;
    round.type = core::RoundType::objective;
    round.title = "Vòng 1";
    round.weight = 1;
    round.scale = core::Points{10'000};
    round.pass = core::Points{5'000};
    round.opens = day + 10h;
    round.minutes = 60;
    plan.rounds = set(std::vector<core::Round>{round});
    plan.sitting.grace_ms = set(core::Whole{30'000});
    plan.sitting.late_window_ms = set(core::Whole{600'000});
    plan.sitting.late_rule = set(core::LateRule::review);
    plan.sitting.proctored = set(true);
    plan.room.max_candidates = set(core::Whole{1000});
    plan.room.invigilators = set(core::Whole{1});
    plan.paper.official_count = set(core::Whole{1});
    plan.result.display_decimals = set(core::Whole{1});
    plan.result.pass_mark = set(core::Points{5'000});
    plan.result.winners_per_post = set(core::Whole{1});
    plan.result.tie_break =
        set(std::vector<core::TieRung>{core::TieRung::objective_mark, core::TieRung::public_draw});
    plan.publish.profile = set(core::Profile::roll_numbers);
    return plan;
}

core::Paper paper() {
    core::Paper made;
    made.paper = paper_id;
    made.title = "Đề thi";
    made.parts = {{"general", "Kiến thức chung", {}, {}}};
    for (unsigned int i = 1; i <= 4; ++i) {
        core::Item item;
        item.item = id<core::ItemId>(i);
        item.stem = "Câu " + std::to_string(i);
        item.options = {{"A", "a"}, {"B", "b"}};
        item.points = core::Points{100};
        made.items.push_back(item);
        made.parts.front().items.push_back(item.item);
    }
    return made;
}

core::AnswerKey key() {
    core::AnswerKey made;
    made.paper = paper_id;
    for (unsigned int i = 1; i <= 4; ++i) {
        core::ItemKey item;
        item.item = id<core::ItemId>(i);
        item.tariff.correct = core::Points{100};
        item.options = {"A"};
        made.items.push_back(item);
    }
    made.shuffle_seed = crypto::sha256("shuffle");
    return made;
}

journal::Salt salt_of(std::uint64_t index) {
    return crypto::sha256("salt " + std::to_string(index)).bytes;
}

} // namespace

journal::NoteSigner log_signer(std::string_view seed) {
    const auto bytes = crypto::sha256(seed);
    return {"exam.example.org/contest/MAU",
            crypto::Ed25519Key::from_seed(crypto::Secret{crypto::view(bytes)})};
}

std::size_t MemorySource::find(std::string_view type, std::size_t nth) const {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].leaf.find("\n" + std::string{type} + "\n") != std::string::npos &&
            nth-- == 0)
            return i;
    FAIL("no such leaf: " << type);
    return 0;
}

void MemorySource::forge_leaf(std::size_t index, const core::Event& event) {
    auto& entry = entries.at(index);
    const auto leaf = journal::parse_leaf(entry.leaf);
    REQUIRE(leaf);
    const auto salt = salt_of(index);
    auto made = journal::make_entry(event, leaf->at, salt);
    entry.salt.emplace(salt.begin(), salt.end());
    entry.leaf = std::move(made.leaf);
    entry.payload = std::move(made.payload);
}

void MemorySource::sign(const journal::NoteSigner& signer) {
    journal::Frontier tree;
    for (const auto& entry : entries)
        tree.append(journal::leaf_hash(entry.leaf));
    newest = {tree.size(), tree.root(),
              journal::sign_checkpoint({signer.verifier().name, tree.size(), tree.root()}, signer)};
    notes = {{"checkpoint " + std::to_string(tree.size()), newest->checkpoint}};
}

LogSample::LogSample(std::vector<unsigned int> rights)
    : now(day - 240h), rights_(std::move(rights)), signer_(log_signer()) {}

void LogSample::happens(const core::Event& event) {
    const auto index = static_cast<std::uint64_t>(source.entries.size());
    const auto salt = salt_of(index);
    auto made = journal::make_entry(event, now, salt);
    leaves_.push_back(made.hash);
    frontier_.append(made.hash);
    core::Record record{index, now, crypto::sha256(made.payload), {}};
    if (std::holds_alternative<core::DrawFrozen>(event)) record.root = frontier_.root();
    core::apply(contest, event, record);
    journal::SourceEntry entry;
    entry.index = index;
    entry.leaf = std::move(made.leaf);
    entry.salt.emplace(salt.begin(), salt.end());
    entry.payload = std::move(made.payload);
    source.entries.push_back(std::move(entry));
}

void LogSample::sign() {
    const auto note = journal::sign_checkpoint(
        {signer_.verifier().name, frontier_.size(), frontier_.root()}, signer_);
    source.newest = {frontier_.size(), frontier_.root(), note};
    source.notes.push_back({"checkpoint " + std::to_string(frontier_.size()), note});
}

core::Events LogSample::play(const core::Command& command) {
    auto events = core::decide(contest, command, now);
    if (!events) FAIL("refused: " << events.error().detail.en);
    for (const auto& event : *events)
        happens(event);
    if (!events->empty()) sign();
    return *events;
}

core::Approvals LogSample::both(core::PersonId first, core::PersonId second) const {
    const auto act = crypto::sha256("act");
    return {{first, "password", now, act}, {second, "password", now, act}};
}

void LogSample::publish() {
    core::ContestOpened opened;
    opened.contest = contest_id;
    opened.plan = plan();
    opened.log_vkey = journal::print_vkey(signer_.verifier());
    opened.build = "test";
    opened.approvals = both();
    happens(opened);
    happens(core::StageChanged{{}, core::Stage::draft, core::Stage::published, {}, {}});
    const std::pair<core::PersonId, core::Role> people[] = {
        {chair, core::Role::chair},
        {secretary, core::Role::secretary},
        {setter, core::Role::setter},
        {head, core::Role::head_of_invigilation},
        {invigilator, core::Role::invigilator}};
    for (const auto& [person, role] : people)
        happens(core::PersonGranted{{}, person, role, {}});
    sign();
    source.keys = {{"keys/log.vkey", opened.log_vkey}};
}

// The steps of the calendar are not under test here.
void LogSample::advance(core::Stage to) {
    while (contest.stage != to) {
        const auto next = core::next_stage(contest.plan, contest.stage);
        REQUIRE(next);
        happens(core::StageChanged{secretary, contest.stage, *next, {}, {}});
    }
    sign();
}

void LogSample::intake() {
    advance(core::Stage::intake);
    for (unsigned int i = 1; i <= rights_.size(); ++i) {
        core::Applied applied;
        applied.application = id<core::ApplicationId>(i);
        applied.candidate = id<core::CandidateId>(i);
        applied.post = post_id;
        applied.number = i;
        applied.dossier_hash = crypto::sha256("dossier " + std::to_string(i));
        applied.received_at = now;
        happens(applied);
    }
    advance(core::Stage::verification);
    for (unsigned int i = 1; i <= rights_.size(); ++i) {
        core::EligibilityResulted eligible;
        eligible.application = id<core::ApplicationId>(i);
        eligible.eligible = true;
        eligible.deciders = {chair, secretary};
        happens(eligible);
    }
    advance(core::Stage::preparing);
}

void LogSample::prepare() {
    core::SealPaper seal;
    seal.by = setter;
    seal.round = round_id;
    seal.paper = paper();
    seal.key = key();
    const auto paper_text = journal::paper_text(seal.paper);
    const auto document = journal::key_document(seal.key, salt_of(999));
    seal.ciphertext_hash = crypto::sha256("ciphertext");
    seal.plaintext_commitment = crypto::sha256(paper_text);
    seal.key_commitment = crypto::sha256(document);
    seal.approvals = both();
    play(seal);
    contest.papers.at(paper_id).content = seal.paper;
    contest.papers.at(paper_id).key = seal.key;
    source.papers[paper_id] = {paper_text, document, "ciphertext"};

    play(core::PlanRooms{
        secretary, round_id, {{id<core::RoomId>(1), "Phòng 1", 1000, {invigilator}}}});
    const std::string draw = "seats/" + round_id.str();
    play(core::FreezeDraw{secretary, draw, core::DrawPurpose::seats, round_id, {}});
    const auto nonce = [](int i) {
        return crypto::sha256("nonce" + std::to_string(i));
    };
    play(core::CommitDraw{chair, draw, crypto::sha256(crypto::view(nonce(1)))});
    play(core::CommitDraw{secretary, draw, crypto::sha256(crypto::view(nonce(2)))});
    play(core::RevealDraw{secretary, draw, nonce(2)});
    play(core::RevealDraw{chair, draw, nonce(1)});
    std::vector<core::SittingId> sittings;
    for (unsigned int i = 0; i < rights_.size(); ++i)
        sittings.push_back(id<core::SittingId>(100 + i));
    play(core::ResolveDraw{secretary, draw, sittings});
}

core::SittingId LogSample::sitting_of(unsigned int candidate) const {
    return contest.rounds.at(round_id).latest.at(id<core::CandidateId>(candidate));
}

core::SaveAnswer LogSample::save(unsigned int candidate, unsigned int item,
                                 const char* option) const {
    const auto& lease = contest.sittings.at(sitting_of(candidate)).leases.back();
    core::SaveAnswer command;
    command.candidate = id<core::CandidateId>(candidate);
    auto& client = command.client;
    client.client_time = now;
    client.sitting = sitting_of(candidate);
    client.item = id<core::ItemId>(item);
    client.lease = lease.lease;
    client.seq = lease.last_seq + 1;
    client.prev = lease.head;
    client.value = std::vector<std::string>{option};
    client.text = journal::client_text(client);
    command.text_hash = crypto::sha256(client.text);
    command.received_at = now;
    return command;
}

core::SubmitSitting LogSample::submit(unsigned int candidate) const {
    const auto& lease = contest.sittings.at(sitting_of(candidate)).leases.back();
    core::SubmitSitting command;
    command.candidate = id<core::CandidateId>(candidate);
    auto& client = command.client;
    client.client_time = now;
    client.sitting = sitting_of(candidate);
    client.lease = lease.lease;
    client.seq = lease.last_seq + 1;
    client.prev = lease.head;
    client.text = journal::client_text(client);
    command.text_hash = crypto::sha256(client.text);
    command.received_at = now;
    return command;
}

void LogSample::enter() {
    const auto all = static_cast<unsigned int>(rights_.size());
    advance(core::Stage::sitting);
    now = day + 9h + 50min;
    for (unsigned int i = 1; i <= all; ++i) {
        const auto own = id<core::CandidateId>(i);
        play(core::Admit{head, sitting_of(i), own, round_id, false});
        play(core::TakeLease{own, sitting_of(i), "key", false, head});
    }
    now = day + 10h + 1min;
    play(core::OpenDuePapers{});
}

void LogSample::sit() {
    const auto all = static_cast<unsigned int>(rights_.size());
    enter();
    for (unsigned int item = 1; item <= 4; ++item)
        for (unsigned int i = 1; i <= all; ++i) {
            now += 1s;
            play(save(i, item, item <= rights_[i - 1] ? "A" : "B"));
        }
    now = day + 10h + 59min;
    play(submit(all));
    now = day + 12h;
    play(core::EndDueSittings{});
}

void LogSample::score() {
    play(core::ComputeScores{secretary, &journal::trace_hash});
    advance(core::Stage::scored);
    const auto tally = core::tally(contest);
    source.stored_scores.clear();
    for (const auto& score : tally.candidates)
        source.stored_scores.push_back(
            {"score " + score.candidate.str() + ", " + score.post.str(), text::to_text(score)});
}

void LogSample::release() {
    const auto file = journal::results_file(contest, core::tally(contest), {});
    source.files[crypto::sha256(file)] = file;
    const auto size = journal::scored_size(contest);
    journal::Frontier under;
    for (std::uint64_t i = 0; i < size; ++i)
        under.append(leaves_[i]);
    play(core::ReleaseResult{crypto::sha256(file), under.root(), true, both(chair, secretary)});
    advance(core::Stage::released);
}

void LogSample::all() {
    publish();
    intake();
    prepare();
    sit();
    score();
    release();
}

std::string LogSample::receipt(std::size_t index) const {
    journal::Frontier edge;
    for (const auto& leaf : leaves_)
        edge.append(leaf);
    const journal::Nodes nodes = [&](unsigned int level, std::uint64_t at) {
        journal::Frontier part;
        for (std::uint64_t i = at << level; i < (at + 1) << level; ++i)
            part.append(leaves_[i]);
        return part.root();
    };
    journal::Disclosure disclosure;
    disclosure.received_at = now;
    disclosure.salt = salt_of(index);
    disclosure.at = now;
    return journal::make_receipt(disclosure, index,
                                 journal::inclusion_proof(index, leaves_.size(), nodes),
                                 source.newest->checkpoint);
}

} // namespace sample
