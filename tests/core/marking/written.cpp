#include "core/marking/written.h"

#include "catch.h"

#include <algorithm>

namespace thi::core {

namespace {

template <class T> Setting<T> given(T value) {
    Setting<T> setting;
    setting.value = std::move(value);
    setting.source = "test";
    return setting;
}

} // namespace

Written::Written(unsigned int candidates, unsigned int markers) : Exam{candidates} {
    auto& round = (*contest.plan.rounds.value)[1];
    round.type = RoundType::written;
    round.minutes = 60;
    auto& rules = contest.plan.marking;
    rules.markers_per_script = given(Whole{2});
    rules.discrepancy_bands = given(avg_10());
    rules.rounding = given(Whole{2});
    rules.blinding = given(true);
    rules.blind_code_length = given(Whole{8});
    contest.plan.room.max_candidates.value = 1000;
    contest.officials[who::blinder].roles = {Role::blinder};
    contest.officials[who::head_of_marking].roles = {Role::head_of_marking};
    for (unsigned int i = 1; i <= markers; ++i)
        contest.officials[who::marker(i)].roles = {Role::marker};
}

crypto::Digest Written::nonce(int number) {
    return crypto::sha256("blinding nonce " + std::to_string(number));
}

FreezeDraw Written::freezing() const {
    return {who::blinder, blinding, DrawPurpose::blinding, exam_round, {}};
}

void Written::commit_blinding() {
    play(freezing());
    play(CommitDraw{who::blinder, blinding, crypto::sha256(crypto::view(nonce(1)))});
    play(CommitDraw{who::chair, blinding, crypto::sha256(crypto::view(nonce(2)))});
}

void Written::seal_essays() {
    SealPaper command;
    command.by = who::setter;
    command.round = exam_round;
    command.paper = essay_paper();
    command.key = essay_key();
    command.approvals = both(who::chair, who::setter);
    play(command);
    contest.papers.at(official_paper).content = command.paper;
    contest.papers.at(official_paper).key = command.key;
}

void Written::plan_rooms() {
    const auto seats = std::ssize(contest.applications) + 1;
    play(PlanRooms{who::secretary, exam_round, {{room_one, "Phòng 1", seats, {who::invigilator}}}});
}

void Written::prepare() {
    seal_essays();
    plan_rooms();
    commit_blinding();
    draw_seats();
    contest.stage = Stage::sitting;
}

void Written::hold(const std::vector<unsigned int>& absent) {
    prepare();
    now = day + 9h + 50min;
    const auto comes = [&](unsigned int candidate) {
        return std::find(absent.begin(), absent.end(), candidate) == absent.end();
    };
    for (unsigned int i = 1; i <= contest.applications.size(); ++i) {
        if (!comes(i)) continue;
        admit(i);
        lease(i);
    }
    now = day + 10h + 1min;
    play(OpenDuePapers{});
    for (unsigned int i = 1; i <= contest.applications.size(); ++i)
        if (comes(i)) play(save(i, 1, "Bài viết của thí sinh " + std::to_string(i)));
    now = day + 12h;
    while (!play(EndDueSittings{}).empty()) {
    }
}

void Written::open_seeds() {
    play(RevealSeed{who::blinder, blinding, nonce(1)});
    play(RevealSeed{who::chair, blinding, nonce(2)});
}

BlindScripts Written::blinding_of() const {
    return {.by = who::blinder, .round = exam_round, .script_hash = hash_of};
}

void Written::blind() {
    open_seeds();
    play(blinding_of());
    contest.stage = Stage::marking;
}

void Written::begin_marking(const std::vector<unsigned int>& absent) {
    hold(absent);
    blind();
}

std::vector<std::string> Written::codes() const {
    std::vector<std::string> list;
    for (const auto& [code, script] : marking().scripts)
        list.push_back(code);
    return list;
}

PersonId Written::marker_of(const std::string& code, Turn turn) const {
    const Assignment* assignment = find_turn(script(code), turn);
    if (assignment == nullptr) FAIL("nobody has this turn");
    return assignment->marker;
}

CommitMark Written::sheet(PersonId by, const std::string& code, Turn turn, ItemId item,
                          Whole hundredths) const {
    CommitMark command{
        .by = by, .round = exam_round, .code = code, .turn = turn, .item = item, .lines = {}};
    if (item == essay_two) {
        command.lines = {{"", Points{hundredths}, "nhận xét"}};
    } else {
        const Whole content = std::min<Whole>(hundredths, 4'000);
        command.lines = {{"content", Points{content}, "nhận xét"},
                         {"form", Points{hundredths - content}, "nhận xét"}};
    }
    return command;
}

Events Written::mark(PersonId by, const std::string& code, Turn turn, Whole hundredths) {
    const Whole two = std::min<Whole>(hundredths, 4'000);
    play(sheet(by, code, turn, essay_two, two));
    return play(sheet(by, code, turn, essay_one, hundredths - two));
}

Events Written::mark(const std::string& code, Turn turn, Whole hundredths) {
    return mark(marker_of(code, turn), code, turn, hundredths);
}

void Written::mark_all(Whole hundredths) {
    for (const auto& code : codes())
        for (const Turn turn : {Turn::first, Turn::second})
            if (!script(code).settled) mark(code, turn, hundredths);
}

void Written::set_bands(std::vector<Band> bands) {
    contest.plan.marking.discrepancy_bands.value = std::move(bands);
}

SettleMark Written::settling(PersonId by, const std::string& code, Whole hundredths,
                             Approvals approvals) const {
    return {.by = by,
            .round = exam_round,
            .code = code,
            .mark = {hundredths, 1},
            .minutes = "biên bản",
            .approvals = std::move(approvals)};
}

Approvals Written::one(PersonId person) const {
    return {
        {.person = person, .method = "password", .at = now, .action_hash = crypto::sha256("act")}};
}

crypto::Digest hash_of(const Paper& paper, std::span<const std::pair<ItemId, Value>> answers) {
    std::string text = paper.paper.str();
    for (const auto& [item, value] : answers) {
        text += '\n' + item.str() + '=';
        if (const auto* written = std::get_if<std::string>(&value)) text += *written;
    }
    return crypto::sha256(text);
}

Paper essay_paper() {
    Paper paper;
    paper.paper = official_paper;
    paper.title = "Đề tự luận";
    paper.parts = {{"essay", "Tự luận", {}, {essay_one, essay_two}}};
    Item item;
    item.item = essay_one;
    item.type = ItemType::essay;
    item.stem = "Câu 1";
    item.points = Points{6'000};
    paper.items.push_back(item);
    item.item = essay_two;
    item.stem = "Câu 2";
    item.points = Points{4'000};
    paper.items.push_back(item);
    return paper;
}

AnswerKey essay_key() {
    AnswerKey key;
    key.paper = official_paper;
    ItemKey one;
    one.item = essay_one;
    one.rubric = {{"content", "Nội dung", Points{4'000}, {}},
                  {"form", "Hình thức", Points{2'000}, {}}};
    ItemKey two;
    two.item = essay_two;
    key.items = {one, two};
    key.shuffle_seed = crypto::sha256("shuffle");
    return key;
}

std::vector<Band> avg_10() {
    return {{0, true, "mean_of_two"}, {10, false, "two_other_markers_then_chair"}};
}

std::vector<Band> edu_10_15_25() {
    return {{0, true, "agree"},
            {10, true, "agree_with_minutes_else_head"},
            {15, false, "third_marker"}};
}

std::vector<Band> third_20() {
    return {{0, true, "mean_of_two"}, {20, true, "third_marker_official"}};
}

} // namespace thi::core
