// Contests, plans, officials and two-person acts.

#include "store/sqlite/reads/decode.h"
#include "store/sqlite/reads/reader.h"

namespace thi::store::sqlite {

namespace {

// Columns of both queries below.
ContestRow read_contest(const Rows& rows) {
    ContestRow row;
    row.site.contest = rows.id<core::ContestId>(0);
    row.site.code = rows.str(1);
    row.site.draft_plan = rows.str(2);
    row.site.demo = rows.flag(3);
    row.site.created_by = rows.id<core::AccountId>(4);
    row.site.created_at = rows.instant(5);
    row.site.updated_at = rows.instant(6);
    if (rows.is_null(7)) {
        row.plan = row.site.draft_plan;
        return row;
    }
    row.stage = enumerator<core::Stage>(rows.text(7));
    row.plan_version = rows.integer(8);
    row.log_vkey = rows.str(9);
    row.intake_closes_at = rows.maybe_instant(10);
    row.petition_closes_at = rows.maybe_instant(11);
    row.published_at = rows.instant(12);
    row.plan = rows.str(13);
    return row;
}

Proposal read_proposal(const Rows& rows) {
    Proposal proposal;
    proposal.proposal = rows.id<core::ProposalId>(0);
    proposal.contest = rows.id<core::ContestId>(1);
    proposal.act = rows.str(2);
    proposal.body = rows.str(3);
    proposal.action_hash = rows.digest(4);
    proposal.needed = rows.integer(5);
    proposal.state = enumerator<ProposalState>(rows.text(6));
    proposal.result = rows.maybe_str(7);
    proposal.created_at = rows.instant(8);
    return proposal;
}

std::vector<ProposalApproval> read_approvals(Connection& db, core::ProposalId proposal) {
    std::vector<ProposalApproval> approvals;
    auto rows = db.select("SELECT person, method, at FROM proposal_approval WHERE proposal = ? "
                          "ORDER BY at, person",
                          proposal);
    while (rows.next())
        approvals.push_back({rows.id<core::PersonId>(0), rows.str(1), rows.instant(2)});
    return approvals;
}

} // namespace

std::vector<ContestRow> Reader::contests() const {
    std::vector<ContestRow> contests;
    auto rows = db_.select(
        "SELECT s.contest, code, draft_plan, demo, created_by, created_at, updated_at, stage, "
        "plan_version, log_vkey, intake_closes_at, petition_closes_at, published_at, plan "
        "FROM contest_site s LEFT JOIN contest c ON c.contest = s.contest "
        "LEFT JOIN plan_version v ON v.contest = c.contest AND v.version = c.plan_version "
        "ORDER BY created_at DESC, s.contest");
    while (rows.next())
        contests.push_back(read_contest(rows));
    return contests;
}

std::optional<ContestRow> Reader::contest(core::ContestId contest) const {
    auto rows = db_.select(
        "SELECT s.contest, code, draft_plan, demo, created_by, created_at, updated_at, stage, "
        "plan_version, log_vkey, intake_closes_at, petition_closes_at, published_at, plan "
        "FROM contest_site s LEFT JOIN contest c ON c.contest = s.contest "
        "LEFT JOIN plan_version v ON v.contest = c.contest AND v.version = c.plan_version "
        "WHERE s.contest = ?",
        contest);
    if (!rows.next()) return std::nullopt;
    return read_contest(rows);
}

std::optional<core::ContestId> Reader::contest_coded(std::string_view code) const {
    auto rows = db_.select("SELECT contest FROM contest_site WHERE code = ?", code);
    if (!rows.next()) return std::nullopt;
    return rows.id<core::ContestId>(0);
}

std::vector<StageRow> Reader::stages(core::ContestId contest) const {
    std::vector<StageRow> stages;
    auto rows = db_.select("SELECT idx, at, from_stage, to_stage FROM stage_change "
                           "WHERE contest = ? ORDER BY idx",
                           contest);
    while (rows.next())
        stages.push_back({static_cast<std::uint64_t>(rows.integer(0)), rows.instant(1),
                          enumerator<core::Stage>(rows.text(2)),
                          enumerator<core::Stage>(rows.text(3))});
    return stages;
}

std::vector<OfficialRow> Reader::officials(core::ContestId contest) const {
    std::vector<OfficialRow> officials;
    auto rows = db_.select(
        "SELECT p.person, p.account, role FROM person p JOIN official o "
        "ON o.contest = p.contest AND o.person = p.person AND o.revoked_idx IS NULL "
        "WHERE p.contest = ?1 UNION ALL "
        "SELECT p.person, p.account, role FROM person p JOIN draft_official d "
        "ON d.contest = p.contest AND d.person = p.person WHERE p.contest = ?1 "
        "AND NOT EXISTS (SELECT 1 FROM contest c WHERE c.contest = p.contest) ORDER BY 1, 3",
        contest);
    while (rows.next()) {
        const auto person = rows.id<core::PersonId>(0);
        if (officials.empty() || officials.back().person != person) {
            const auto account = rows.id<core::AccountId>(1);
            officials.push_back({person, account, names(account), {}});
        }
        officials.back().roles.push_back(enumerator<core::Role>(rows.text(2)));
    }
    return officials;
}

std::vector<Proposal> Reader::proposals(core::ContestId contest) const {
    std::vector<Proposal> proposals;
    auto rows = db_.select("SELECT proposal, contest, act, body, action_hash, needed, state, "
                           "result, created_at FROM proposal WHERE contest = ? "
                           "ORDER BY created_at DESC, proposal",
                           contest);
    while (rows.next()) {
        proposals.push_back(read_proposal(rows));
        proposals.back().approvals = read_approvals(db_, proposals.back().proposal);
    }
    return proposals;
}

std::optional<Proposal> Reader::proposal(core::ProposalId proposal) const {
    auto rows = db_.select("SELECT proposal, contest, act, body, action_hash, needed, state, "
                           "result, created_at FROM proposal WHERE proposal = ?",
                           proposal);
    if (!rows.next()) return std::nullopt;
    auto found = read_proposal(rows);
    found.approvals = read_approvals(db_, proposal);
    return found;
}

} // namespace thi::store::sqlite
