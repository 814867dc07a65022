#include "core/sitting/exam.h"

#include "catch.h"
#include "core/sitting/lookup.h"

namespace thi::core {

namespace {

template <class T> Setting<T> set(T value) {
    Setting<T> setting;
    setting.value = std::move(value);
    setting.source = "test";
    return setting;
}

std::vector<Round> rounds() {
    Round exam;
    exam.round = exam_round;
    exam.type = RoundType::objective;
    exam.title = "Vòng 1";
    exam.weight = 1;
    exam.scale = Points{10'000};
    exam.pass = Points{5'000};
    exam.opens = day + 10h;
    Round practice = exam;
    practice.round = practice_round;
    practice.practice = true;
    practice.clock = ClockMode::on_login;
    practice.opens = day - 24h;
    practice.minutes = 30;
    return {practice, exam};
}

Plan plan() {
    Plan plan;
    Post post;
    post.post = post_one;
    plan.post.list = set(std::vector<Post>{post});
    plan.rounds = set(rounds());
    RoundPart general;
    general.topic = "general";
    general.questions = 2;
    general.minutes = 40;
    RoundPart language = general;
    language.topic = "language";
    language.minutes = 20;
    plan.round.objective.parts = set(std::vector<RoundPart>{general, language});
    plan.sitting.grace_ms = set(Whole{30'000});
    plan.sitting.late_window_ms = set(Whole{600'000});
    plan.sitting.late_rule = set(LateRule::review);
    plan.sitting.proctored = set(true);
    plan.room.max_candidates = set(Whole{50});
    plan.room.invigilators = set(Whole{1});
    plan.room.late_entry_bands = set(std::vector<LateEntryBand>{{30, 5}, {59, {}}, {{}, 10}});
    plan.room.earliest_leave_fraction = set(Fraction{2, 3});
    plan.paper.official_count = set(Whole{1});
    plan.paper.backup_count = set(Whole{1});
    plan.result.display_decimals = set(Whole{1});
    plan.result.pass_mark = set(Points{5'000});
    plan.result.winners_per_post = set(Whole{1});
    plan.result.tie_break = set(
        std::vector<TieRung>{TieRung::objective_mark, TieRung::council_vote, TieRung::public_draw});
    return plan;
}

} // namespace

Exam::Exam(unsigned int candidates) {
    contest.contest = id<ContestId>(1);
    contest.plan = plan();
    contest.stage = Stage::preparing;
    const auto give = [&](PersonId person, Role role) {
        contest.officials[person].roles = {role};
    };
    give(who::chair, Role::chair);
    give(who::secretary, Role::secretary);
    give(who::setter, Role::setter);
    give(who::head, Role::head_of_invigilation);
    give(who::invigilator, Role::invigilator);
    give(who::invigilator2, Role::invigilator);
    for (unsigned int i = 1; i <= candidates; ++i) {
        Application application;
        application.application = id<ApplicationId>(i);
        application.candidate = id<CandidateId>(i);
        application.post = post_one;
        application.eligible = true;
        contest.applications.emplace(application.application, application);
    }
    contest.size = 1;
    leaves_ = 1;
}

void Exam::happens(const Event& event) {
    const auto index = leaves_++;
    const auto fake_hash = [&](const char* of) {
        return crypto::sha256(std::string{of} + std::to_string(index));
    };
    apply(contest, event,
          {.index = index,
           .at = now,
           .payload_hash = fake_hash("payload"),
           .root = fake_hash("root")});
}

Events Exam::play(const Command& command) {
    auto events = ask(command);
    if (!events) FAIL("refused: " << events.error().detail.en);
    for (const auto& event : *events)
        happens(event);
    return *events;
}

Code Exam::refused(const Command& command) const {
    const auto events = ask(command);
    if (events) FAIL("not refused");
    CHECK_FALSE(events.error().detail.vi.empty());
    CHECK_FALSE(events.error().detail.en.empty());
    return events.error().code;
}

Approvals Exam::both(PersonId first, PersonId second) const {
    const auto act = crypto::sha256("act");
    return {{.person = first, .method = "password", .at = now, .action_hash = act},
            {.person = second, .method = "password", .at = now, .action_hash = act}};
}

void Exam::seal(PaperId paper, Variant variant) {
    SealPaper command;
    command.by = who::setter;
    command.round = exam_round;
    command.variant = variant;
    command.paper = small_paper(paper);
    command.key = small_key(paper);
    command.approvals = both(who::chair, who::setter);
    play(command);
    contest.papers.at(paper).content = command.paper;
    contest.papers.at(paper).key = command.key;
}

void Exam::draw_seats() {
    const std::string draw = "seats/" + exam_round.str();
    play(FreezeDraw{who::secretary, draw, DrawPurpose::seats, exam_round, {}});
    const auto nonce = [](int i) {
        return crypto::sha256("nonce" + std::to_string(i));
    };
    play(CommitDraw{who::chair, draw, crypto::sha256(crypto::view(nonce(1)))});
    play(CommitDraw{who::secretary, draw, crypto::sha256(crypto::view(nonce(2)))});
    play(RevealDraw{who::secretary, draw, nonce(2)});
    play(RevealDraw{who::chair, draw, nonce(1)});
    std::vector<SittingId> sittings;
    for (std::size_t i = 0; i < contest.draws.at(draw).pool.size(); ++i)
        sittings.push_back(id<SittingId>(static_cast<unsigned int>(100 + i)));
    play(ResolveDraw{who::secretary, draw, sittings});
}

void Exam::prepare() {
    seal();
    const auto seats = std::max<Whole>(2, std::ssize(contest.applications) / 2 + 1);
    play(PlanRooms{who::secretary,
                   exam_round,
                   {{room_one, "Phòng 1", seats, {who::invigilator}},
                    {room_two, "Phòng 2", seats, {who::invigilator2}}}});
    draw_seats();
    contest.stage = Stage::sitting;
}

SittingId Exam::sitting_of(unsigned int candidate) const {
    return contest.rounds.at(exam_round).latest.at(id<CandidateId>(candidate));
}

const Sitting& Exam::sitting(unsigned int candidate) const {
    return contest.sittings.at(sitting_of(candidate));
}

void Exam::admit(unsigned int candidate) {
    play(Admit{who::head, sitting_of(candidate), id<CandidateId>(candidate), exam_round, false});
}

void Exam::lease(unsigned int candidate, const std::string& key) {
    play(TakeLease{id<CandidateId>(candidate), sitting_of(candidate), key, true, who::head});
}

void Exam::begin() {
    prepare();
    now = day + 9h + 50min;
    for (unsigned int i = 1; i <= contest.applications.size(); ++i) {
        admit(i);
        lease(i);
    }
    now = day + 10h;
    play(OpenDuePapers{});
}

SaveAnswer Exam::save(unsigned int candidate, unsigned int item, Value value) const {
    const auto& lease = sitting(candidate).leases.back();
    SaveAnswer command;
    command.candidate = id<CandidateId>(candidate);
    auto& client = command.client;
    client.sitting = sitting_of(candidate);
    client.item = id<ItemId>(item);
    client.lease = lease.lease;
    client.seq = lease.last_seq + 1;
    client.prev = lease.head;
    client.value = std::move(value);
    client.text = client.sitting.str() + " " + client.item.str() + " " +
                  std::to_string(client.seq) + std::to_string(client.lease);
    command.text_hash = crypto::sha256(client.text);
    command.received_at = now;
    return command;
}

SubmitSitting Exam::submit(unsigned int candidate) const {
    const auto& lease = sitting(candidate).leases.back();
    SubmitSitting command;
    command.candidate = id<CandidateId>(candidate);
    auto& client = command.client;
    client.sitting = sitting_of(candidate);
    client.lease = lease.lease;
    client.seq = lease.last_seq + 1;
    client.prev = lease.head;
    client.text = "submit " + client.sitting.str();
    command.text_hash = crypto::sha256(client.text);
    command.received_at = now;
    return command;
}

Paper small_paper(PaperId paper) {
    Paper small;
    small.paper = paper;
    small.title = "Đề thi";
    small.parts = {{"general", "Kiến thức chung", {}, {}}, {"language", "Ngoại ngữ", {}, {}}};
    for (unsigned int i = 1; i <= 4; ++i) {
        Item item;
        item.item = id<ItemId>(i);
        item.stem = "Câu " + std::to_string(i);
        item.options = {{"A", "a"}, {"B", "b"}, {"C", "c"}, {"D", "d"}};
        item.points = Points{100};
        small.items.push_back(item);
        small.parts[i <= 2 ? 0 : 1].items.push_back(item.item);
    }
    return small;
}

AnswerKey small_key(PaperId paper) {
    AnswerKey key;
    key.paper = paper;
    for (unsigned int i = 1; i <= 4; ++i) {
        ItemKey item;
        item.item = id<ItemId>(i);
        item.tariff.correct = Points{100};
        item.options = {"A"};
        key.items.push_back(item);
    }
    key.shuffle_seed = crypto::sha256("shuffle");
    return key;
}

} // namespace thi::core
