#include "store/batch.h"

#include "core/decide.h"
#include "core/sitting/answers.h"
#include "crypto/random.h"
#include "journal/checkpoint.h"
#include "journal/payload.h"
#include "text/described.h"

namespace thi::store {

namespace {

// The leaf that a repeated command became the first time.
std::optional<std::uint64_t> first_index(const core::Contest& contest, const Reader& reader,
                                         const core::Command& command) {
    if (const auto* save = std::get_if<core::SaveAnswer>(&command))
        return core::find_saved(contest, save->client.sitting, save->client.lease,
                                save->client.seq);
    if (const auto* submit = std::get_if<core::SubmitSitting>(&command)) {
        const auto sitting = contest.sittings.find(submit->client.sitting);
        if (sitting != contest.sittings.end()) return sitting->second.submit_index;
    }
    if (const auto* take = std::get_if<core::TakeLease>(&command)) {
        const auto leases = reader.leases(take->sitting);
        if (!leases.empty()) return leases.back().index;
    }
    return std::nullopt;
}

CommittedEntry from_stored(LogEntry&& stored) {
    CommittedEntry entry;
    entry.index = stored.index;
    entry.at = stored.at;
    if (!stored.salt || stored.salt->size() != entry.salt.size() || !stored.payload)
        throw StoreError("the opening of a repeated command is missing");
    std::copy(stored.salt->begin(), stored.salt->end(), entry.salt.begin());
    entry.leaf = journal::leaf_hash(stored.leaf);
    auto event = journal::decode(stored.type, *stored.payload);
    if (!event) throw StoreError("a stored opening does not read");
    entry.event = std::move(*event);
    entry.payload = std::move(*stored.payload);
    return entry;
}

} // namespace

core::Fault no_such_contest() {
    return {core::Code::not_found, {"Không có kỳ thi này.", "There is no such contest."}, {}};
}

void Batch::run(Request& request) {
    requests_.push_back(&request);
    if (request.commands.empty()) {
        request.outcomes.reserve(1);
        const auto outcome = writer_.attempt([&] { return request.also(writer_.site(), {}); });
        if (outcome)
            request.outcomes.emplace_back(Committed{});
        else
            request.outcomes.emplace_back(outcome.error());
        return;
    }
    request.outcomes.reserve(request.commands.size());
    for (const auto& command : request.commands)
        request.outcomes.push_back(carry_out(request.contest, command, request.also));
}

OpenContest* Batch::find(core::ContestId contest, const core::Command& command) {
    const auto known = contests_.find(contest);
    if (known != contests_.end()) return known->second.get();
    const auto* publish = std::get_if<core::PublishContest>(&command);
    if (publish == nullptr || publish->contest != contest) return nullptr;
    auto fresh = std::make_unique<OpenContest>();
    fresh->state.contest = contest;
    return contests_.emplace(contest, std::move(fresh)).first->second.get();
}

core::Result<Committed> Batch::carry_out(core::ContestId contest, const core::Command& command,
                                         const SiteWrite& also) {
    auto* const open = find(contest, command);
    if (open == nullptr) return no_such_contest();
    const auto drop_fresh = [&] {
        if (open->next_index() == 0) contests_.erase(contest);
    };
    const auto now = std::max(now_, open->state.last_at);
    auto events = core::decide(open->state, command, now);
    if (!events) {
        drop_fresh();
        return events.error();
    }
    if (also) {
        const auto side = writer_.attempt([&] { return also(writer_.site(), *events); });
        if (!side) {
            drop_fresh();
            return side.error();
        }
    }
    if (events->empty()) return repeated(*open, command);
    if (const auto* publish = std::get_if<core::PublishContest>(&command))
        if (!open->signer) open->signer.emplace(open_signer(keys_, contest, publish->log_vkey));
    auto committed = append(*open, std::move(*events));
    lay_in(*open, command);
    return committed;
}

core::Result<Committed> Batch::repeated(OpenContest& contest, const core::Command& command) {
    Committed committed;
    committed.repeat = true;
    const auto index = first_index(contest.state, writer_.reader(), command);
    if (!index) return committed;
    auto stored = writer_.reader().entry(contest.state.contest, *index);
    if (!stored) throw StoreError("a row speaks of a leaf that is not there");
    committed.entries.push_back(from_stored(std::move(*stored)));
    return committed;
}

void Batch::salt(journal::Salt& salt) {
    if (salts_left_ == 0) {
        crypto::fill_random(salts_);
        salts_left_ = salts_.size();
    }
    salts_left_ -= salt.size();
    std::copy_n(salts_.begin() + static_cast<std::ptrdiff_t>(salts_left_), salt.size(),
                salt.begin());
}

Committed Batch::append(OpenContest& contest, core::Events&& events) {
    auto& touched = touched_[contest.state.contest];
    if (touched.contest == nullptr) {
        touched.contest = &contest;
        touched.first = contest.next_index();
    }
    Committed committed;
    committed.entries.reserve(events.size());
    for (auto& event : events) {
        CommittedEntry entry;
        entry.index = contest.next_index();
        entry.at = std::max(now_, contest.state.last_at);
        salt(entry.salt);
        auto made = journal::make_entry(event, entry.at, entry.salt);
        entry.leaf = made.hash;
        contest.leaves.push_back(made.hash);
        LogEntry row;
        row.index = entry.index;
        row.type = core::leaf_type(event);
        row.at = entry.at;
        row.leaf = std::move(made.leaf);
        row.salt.emplace(entry.salt.begin(), entry.salt.end());
        row.payload = std::move(made.payload);
        writer_.add_entry(contest.state.contest, row);

        core::Record record{entry.index, entry.at, crypto::sha256(*row.payload), {}};
        if (std::holds_alternative<core::DrawFrozen>(event)) record.root = contest.running_root();
        core::apply(contest.state, event, record);
        writer_.project(contest.state, event, record);
        entry.payload = std::move(*row.payload);
        entry.event = std::move(event);
        committed.entries.push_back(std::move(entry));
    }
    return committed;
}

// Contents of papers are not in the log; they follow the event that sealed them.
void Batch::lay_in(OpenContest& contest, const core::Command& command) {
    const auto* seal = std::get_if<core::SealPaper>(&command);
    if (seal == nullptr) return;
    PaperContent row;
    row.paper = seal->paper.paper;
    row.contest = contest.state.contest;
    row.round = seal->round;
    row.variant = seal->variant;
    row.content = seal->paper;
    row.key = seal->key;
    row.content_hash = crypto::sha256(text::to_text(row.content));
    row.created_at = contest.state.last_at;
    writer_.site().put_paper(row);
    auto& sealed = contest.state.papers.at(row.paper);
    sealed.content = std::move(row.content);
    sealed.key = std::move(row.key);
}

void Batch::read_back(const core::ContestId& contest, const journal::Batch& leaves) const {
    auto again = leaves.first_index();
    journal::Frontier tree = contests_.at(contest)->frontier;
    const auto take = [&](std::uint64_t index, std::string_view leaf) {
        if (index != again++) throw StoreError("read back: a leaf is missing");
        tree.append(journal::leaf_hash(leaf));
    };
    writer_.reader().each_leaf(contest, leaves.first_index(), take);
    if (tree.size() != leaves.after().size() || tree.root() != leaves.root())
        throw StoreError("read back: what is stored is not what would be signed");
}

void Batch::sign(Touched& touched) {
    auto& contest = *touched.contest;
    const auto id = contest.state.contest;
    journal::Batch leaves{contest.frontier, std::move(contest.leaves)};
    contest.leaves.clear();
    for (const auto& node : leaves.nodes())
        writer_.add_node(id, node);
    read_back(id, leaves);
    const auto& origin = contest.signer->verifier().name;
    auto note =
        journal::sign_checkpoint({origin, leaves.after().size(), leaves.root()}, *contest.signer);
    heads_.push_back({id, leaves.after().size(), leaves.root(), note});
    writer_.set_head(heads_.back(), contest.state.last_at);
    contest.frontier = leaves.after();
    contest.checkpoint = note;
    const auto tree =
        std::make_shared<const SignedTree>(SignedTree{std::move(leaves), std::move(note)});
    for (auto* const committed : touched.waiting)
        committed->tree = tree;
}

void Batch::finish() {
    for (auto* const request : requests_)
        for (auto& outcome : request->outcomes) {
            if (!outcome || outcome->repeat || outcome->entries.empty()) continue;
            touched_.at(request->contest).waiting.push_back(&*outcome);
        }
    for (auto& [id, touched] : touched_)
        sign(touched);
    for (auto* const request : requests_)
        for (auto& outcome : request->outcomes) {
            if (!outcome || !outcome->repeat) continue;
            const auto& contest = *contests_.at(request->contest);
            const auto nodes = stored_nodes(writer_.reader(), request->contest);
            outcome->stored_checkpoint = contest.checkpoint;
            for (const auto& entry : outcome->entries)
                outcome->stored_proofs.push_back(
                    journal::inclusion_proof(entry.index, contest.frontier.size(), nodes));
        }
}

} // namespace thi::store
