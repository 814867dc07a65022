#include "store/story.h"

#include "core/intake/criteria.h"
#include "journal/client.h"
#include "journal/note.h"
#include "journal/paper.h"
#include "text/described.h"

namespace thi::store::test {

using namespace core;

namespace {

bool is_written(const Plan& plan) {
    return plan.rounds->front().type == RoundType::written;
}

} // namespace

Plan story_plan() {
    auto plan = sample::plan();
    set(plan.post.list, {plan.post.list->front()});
    set(plan.elig.min_candidates_per_post, Whole{1});
    set(plan.elig.below_min_action, BelowMinAction::proceed_with_approval);
    set(plan.round.objective.parts, std::vector<RoundPart>{{"general", "Kiến thức", 4, 60, 0}});
    set(plan.sitting.grace_ms, Whole{30'000});
    set(plan.sitting.late_window_ms, Whole{3'600'000});
    set(plan.sitting.late_rule, LateRule::review);
    set(plan.sitting.proctored, true);
    set(plan.room.invigilators, Whole{1});
    return plan;
}

Paper story_paper(PaperId paper) {
    Paper content;
    content.paper = paper;
    content.title = "Đề thi";
    content.parts = {{"general", "Kiến thức", {}, {}}};
    for (unsigned int i = 1; i <= 4; ++i) {
        Item item;
        item.item = sample::id<ItemId>(i);
        item.stem = "Câu " + std::to_string(i);
        item.options = {{"A", "a"}, {"B", "b"}, {"C", "c"}, {"D", "d"}};
        item.points = Points{100};
        content.items.push_back(item);
        content.parts[0].items.push_back(item.item);
    }
    return content;
}

AnswerKey story_key(PaperId paper) {
    AnswerKey key;
    key.paper = paper;
    for (unsigned int i = 1; i <= 4; ++i) {
        ItemKey item;
        item.item = sample::id<ItemId>(i);
        item.tariff.correct = Points{100};
        item.options = {"A"};
        key.items.push_back(item);
    }
    key.shuffle_seed = crypto::sha256("shuffle");
    return key;
}

Story::Story(Store& store, const Keys& keys, const FolderPaths& paths, unsigned int candidates,
             core::Plan plan)
    : store_(store), keys_(keys), paths_(paths), candidates_(candidates), plan_(std::move(plan)) {
    const auto key = keys.make_log_key(story_contest);
    vkey = journal::print_vkey(journal::make_verifier_key(
        "exam.example.org/contest/MAU-2026", journal::NoteAlgorithm::ed25519, key.public_key()));
    start();
}

void Story::start() {
    CommitterOptions options;
    options.now = [this] {
        return now();
    };
    options.fatal = [this](const std::string& why) {
        fatal = why;
    };
    committer_ = std::make_unique<Committer>(store_, keys_, paths_, std::move(options));
}

void Story::restart() {
    committer_.reset();
    start();
}

void Story::resume() {
    const auto known = state();
    for (const auto& [id, sitting] : known.sittings) {
        Seat seat;
        seat.sitting = id;
        seat.lease = sitting.leases.back().lease;
        seat.seq = sitting.leases.back().last_seq;
        seat.head = sitting.leases.back().head;
        for (unsigned int i = 1; i <= candidates_; ++i)
            if (sitting.candidate == sample::id<CandidateId>(i)) seats_[i] = seat;
    }
}

Result<Committed> Story::ask(Command command, SiteWrite also) {
    return committer_->commit_now(story_contest, std::move(command), std::move(also));
}

Committed Story::play(Command command, SiteWrite also) {
    const auto number = command.index();
    auto outcome = ask(std::move(command), std::move(also));
    if (outcome) return std::move(*outcome);
    auto why = "command " + std::to_string(number) + " refused: " + outcome.error().detail.en;
    for (const auto& field : outcome.error().errors)
        why += "\n" + field.pointer + ": " + field.detail.en;
    throw std::runtime_error(why);
}

Contest Story::state() {
    Contest copy;
    const auto read =
        committer_->read_now(story_contest, [&](const Contest& contest) { copy = contest; });
    if (!read) throw std::runtime_error("no contest yet");
    return copy;
}

Approvals Story::both(PersonId first, PersonId second) const {
    return sample::approvals(now(), first, second);
}

void Story::publish() {
    set_now(sample::at("2026-02-20 09:00"));
    auto command = sample::publication(plan_, now());
    command.contest = story_contest;
    command.log_vkey = vkey;
    command.officials.push_back({who::setter, Role::setter});
    command.officials.push_back({who::head, Role::head_of_invigilation});
    command.officials.push_back({who::keeper, Role::invigilator});
    command.officials.push_back({who::panel_a, Role::appeals_panel});
    command.officials.push_back({who::panel_b, Role::appeals_panel});
    if (is_written(plan_)) {
        command.officials.push_back({who::blinder, Role::blinder});
        command.officials.push_back({who::head_of_marking, Role::head_of_marking});
        for (unsigned int i = 1; i <= who::markers; ++i)
            command.officials.push_back({who::marker(i), Role::marker});
    }
    play(command);
    play(GrantRole{sample::admin, who::spare, Role::invigilator,
                   both(sample::admin, sample::chair)});
    play(RevokeRole{sample::admin, who::spare, Role::invigilator, "Không tham gia"});
    play(GrantRole{sample::admin, who::spare, Role::invigilator,
                   both(sample::admin, sample::chair)});
    play(Beat{now(), 1'000});
}

void Story::apply_for(unsigned int candidate) {
    const auto application = sample::id<ApplicationId>(candidate);
    auto command = sample::application(application, sample::id<CandidateId>(candidate));
    command.dossier_hash = crypto::sha256("dossier " + std::to_string(candidate));
    command.received_at = now();
    const auto dossier = command.dossier;
    const auto hash = command.dossier_hash;
    play(std::move(command));
    play(FindEligibility{application, dossier, hash});
}

void Story::take_applications() {
    set_now(sample::at("2026-03-10 10:00"));
    play(AdvanceStage{sample::secretary, Stage::intake, {}, {}});
    for (unsigned int i = 1; i <= candidates_; ++i)
        apply_for(i);
    play(DeclareConflict{who::spare, who::spare, sample::id<CandidateId>(1), Relation::sibling});
    play(RequestSupplement{sample::secretary, sample::id<ApplicationId>(1), crypto::sha256("?")});
    play(Supplement{sample::id<CandidateId>(1), sample::id<ApplicationId>(1),
                    crypto::sha256("dossier 1b")});
    play(FindEligibility{sample::id<ApplicationId>(1), sample::dossier(),
                         crypto::sha256("dossier 1b")});
    play(ExtendDeadline{sample::chair, Deadline::intake_closes, sample::at("2026-04-03 17:00"),
                        "Ít hồ sơ", both()});
}

void Story::decide_about(unsigned int candidate, bool eligible) {
    for (const auto* rule : asked_criteria(plan_))
        for (const auto verifier : {sample::verifier_a, sample::verifier_b}) {
            const bool fails = !eligible && rule->criterion == "age";
            play(DecideCriterion{verifier, sample::id<ApplicationId>(candidate),
                                 std::string{rule->criterion},
                                 fails ? DecisionVerdict::fail : DecisionVerdict::pass,
                                 fails ? "Thẩm định bản gốc" : ""});
        }
}

void Story::post_list() {
    set_now(sample::at("2026-04-06 09:00"));
    play(AdvanceStage{{}, Stage::verification, {}, {}});
    for (unsigned int i = 1; i <= candidates_; ++i)
        decide_about(i, i != 2);
    set_now(sample::at("2026-04-10 09:00"));
    play(PostList{sample::secretary, crypto::sha256("list"), both()});
    set_now(sample::at("2026-04-13 09:00"));
    play(FilePetition{sample::id<CandidateId>(2), sample::id<PetitionId>(1),
                      sample::id<ApplicationId>(2), crypto::sha256("petition"), now()});
    play(DecidePetition{sample::chair, sample::id<PetitionId>(1), true, "Giấy tờ hợp lệ", both()});
    if (candidates_ > 3) play(Withdraw{sample::id<CandidateId>(4), sample::id<ApplicationId>(4)});
}

void Story::seal(PaperId paper, Variant variant) {
    SealPaper command;
    command.by = who::setter;
    command.round = sample::round;
    command.variant = variant;
    command.paper = this->paper != nullptr ? this->paper(paper) : story_paper(paper);
    command.key = key != nullptr ? key(paper) : story_key(paper);
    command.ciphertext_hash = crypto::sha256("ciphertext");
    command.plaintext_commitment = crypto::sha256(journal::paper_text(command.paper));
    const auto document = journal::key_document(command.key, {1, 2, 3});
    command.key_commitment = crypto::sha256(document);
    command.approvals = both(sample::chair, who::setter);
    play(command);
    const PaperSecrets secrets{paper, "ciphertext", std::string(32, 'k'), document};
    const auto kept = committer_->site_now([&](SiteWriter& site, const Events&) -> Result<void> {
        site.put_paper_secrets(secrets);
        return {};
    });
    if (!kept) throw std::runtime_error("the paper's secrets were refused");
}

void Story::draw_seats() {
    const std::string draw = "seats/" + sample::round.str();
    play(FreezeDraw{sample::secretary, draw, DrawPurpose::seats, sample::round, {}});
    play(CommitDraw{sample::chair, draw, crypto::sha256("lost")});
    play(FreezeDraw{sample::secretary, draw, DrawPurpose::seats, sample::round, {}});
    commit_and_reveal(draw);
    std::vector<SittingId> sittings;
    for (std::size_t i = 0; i < state().draws.at(draw).pool.size(); ++i)
        sittings.push_back(sample::id<SittingId>(static_cast<unsigned int>(100 + i)));
    play(ResolveDraw{sample::secretary, draw, sittings});
    const auto drawn = state();
    for (const auto& [id, sitting] : drawn.sittings)
        for (unsigned int i = 1; i <= candidates_; ++i)
            if (sitting.candidate == sample::id<CandidateId>(i)) seats_[i].sitting = id;
}

void Story::prepare() {
    set_now(sample::at("2026-04-27 09:00"));
    play(AdvanceStage{sample::chair, Stage::preparing, {}, {}});
    seal(official_paper, Variant::official);
    seal(backup_paper, Variant::backup);
    const Whole seats = candidates_;
    play(PlanRooms{
        sample::secretary,
        sample::round,
        {{room_one, "Phòng 1", seats, {who::keeper}}, {room_two, "Phòng 2", seats, {who::spare}}}});
    if (is_written(plan_)) commit_blinding();
    draw_seats();
    set_now(sample::at("2026-05-14 09:00"));
    play(AdvanceStage{sample::chair, Stage::sitting, {}, {}});
}

void Story::lease(unsigned int candidate, const std::string& key) {
    auto& seat = seats_.at(candidate);
    const auto taken =
        play(TakeLease{sample::id<CandidateId>(candidate), seat.sitting, key, true, who::head});
    const auto& entry = taken.entries.back();
    seat.lease = std::get<SittingLeased>(entry.event).lease;
    seat.seq = 0;
    seat.head = crypto::sha256(entry.payload);
}

void Story::begin() {
    set_now(sample::at("2026-05-16 07:45"));
    for (const auto& [candidate, seat] : seats_) {
        play(Admit{who::head, seat.sitting, sample::id<CandidateId>(candidate), sample::round,
                   false});
        lease(candidate, "key " + std::to_string(candidate));
    }
    set_now(sample::at("2026-05-16 08:00"));
    play(OpenDuePapers{});
}

SaveAnswer Story::save(unsigned int candidate, unsigned int item, Value value) {
    const auto& seat = seats_.at(candidate);
    SaveAnswer command;
    command.candidate = sample::id<CandidateId>(candidate);
    command.client.client_time = now();
    command.client.sitting = seat.sitting;
    command.client.item = sample::id<ItemId>(item);
    command.client.lease = seat.lease;
    command.client.seq = seat.seq + 1;
    command.client.prev = seat.head;
    command.client.value = std::move(value);
    command.client.text = journal::client_text(command.client);
    command.text_hash = crypto::sha256(command.client.text);
    command.received_at = now();
    return command;
}

Result<Committed> Story::send(unsigned int candidate, unsigned int item, Value value) {
    const auto command = save(candidate, item, std::move(value));
    auto outcome = ask(command);
    if (outcome) {
        auto& seat = seats_.at(candidate);
        seat.seq = command.client.seq;
        seat.head = command.text_hash;
    }
    return outcome;
}

SubmitSitting Story::submit(unsigned int candidate) {
    const auto& seat = seats_.at(candidate);
    SubmitSitting command;
    command.candidate = sample::id<CandidateId>(candidate);
    command.client.client_time = now();
    command.client.sitting = seat.sitting;
    command.client.lease = seat.lease;
    command.client.seq = seat.seq + 1;
    command.client.prev = seat.head;
    command.client.text = journal::client_text(command.client);
    command.text_hash = crypto::sha256(command.client.text);
    command.received_at = now();
    return command;
}

void Story::end() {
    set_now(sample::at("2026-05-16 10:30"));
    play(EndDueSittings{});
}

} // namespace thi::store::test
