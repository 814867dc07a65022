// Duties given and taken away, relations declared.

#include "core/plan/decide.h"
#include "core/plan/duties.h"
#include "core/reason.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {
namespace {

const Official* official(const Contest& contest, PersonId person) {
    const auto found = contest.officials.find(person);
    return found == contest.officials.end() ? nullptr : &found->second;
}

bool sits_on_council(const Official& who) {
    return who.roles.count(Role::chair) > 0 || who.roles.count(Role::vice_chair) > 0 ||
           who.roles.count(Role::council_member) > 0;
}

bool governs(const Official& who) {
    return std::any_of(governing_roles.begin(), governing_roles.end(),
                       [&](Role role) { return who.roles.count(role) > 0; });
}

Result<void> may_change_duties(const Contest& contest) {
    if (contest.stage != Stage::draft && contest.stage < Stage::archived) return {};
    return refuse(Code::wrong_state, "Ở bước này không giao hay thôi nhiệm vụ.",
                  "Duties do not change at this step.");
}

Result<void> council_has_room(const Contest& contest, const GrantRole& command) {
    const auto& limit = contest.plan.council.max_members;
    Official granted;
    granted.roles = {command.role};
    const auto* already = official(contest, command.person);
    if (!limit.is_set() || !sits_on_council(granted) || (already && sits_on_council(*already)))
        return {};
    const auto members =
        std::count_if(contest.officials.begin(), contest.officials.end(),
                      [](const auto& entry) { return sits_on_council(entry.second); });
    if (members < *limit) return {};
    return refuse(Code::limit_reached, "Hội đồng đã đủ số thành viên tối đa theo kế hoạch.",
                  "The council has as many members as the plan allows.");
}

// Two-person acts need two people who can approve them.
Result<void> leaves_two(const Contest& contest, const RevokeRole& command) {
    std::ptrdiff_t left = 0;
    for (const auto& [person, who] : contest.officials) {
        auto after = who;
        if (person == command.person) after.roles.erase(command.role);
        if (governs(after)) ++left;
    }
    if (left >= 2) return {};
    return refuse(Code::incomplete, "Phải còn ít nhất hai người có quyền phê duyệt.",
                  "At least two people who can approve must be left.");
}

} // namespace

Result<Events> decide_on(const Contest& contest, const GrantRole& command, Instant now) {
    if (auto open = may_change_duties(contest); !open) return open.error();
    if (auto held = holds_role(contest, command.by, governing_roles); !held) return held.error();
    if (command.by == command.person)
        return refuse(Code::same_person, "Không ai tự giao nhiệm vụ cho mình.",
                      "Nobody gives a duty to himself or herself.");
    const auto* already = official(contest, command.person);
    if (already && already->roles.count(command.role) > 0)
        return refuse(Code::already_done, "Người này đã giữ nhiệm vụ đó.",
                      "This person holds the duty already.");
    if (clashing_role(contest, command.person, command.role))
        return refuse(Code::role_conflict,
                      "Nhiệm vụ này không được giao cho người đang hoặc đã giữ nhiệm vụ loại trừ.",
                      "The person holds, or held, a duty that excludes this one.");
    if (auto room = council_has_room(contest, command); !room) return room.error();
    if (grant_needs_two(command.role)) {
        auto approved = approved_by_two(contest, command.approvals, governing_roles, now);
        if (!approved) return approved.error();
    }
    PersonGranted granted{.by = command.by,
                          .person = command.person,
                          .role = command.role,
                          .approvals = command.approvals};
    return Events{std::move(granted)};
}

Result<Events> decide_on(const Contest& contest, const RevokeRole& command, Instant) {
    if (auto open = may_change_duties(contest); !open) return open.error();
    if (auto held = holds_role(contest, command.by, governing_roles); !held) return held.error();
    if (auto why = reasoned(command.reason); !why) return why.error();
    const auto* who = official(contest, command.person);
    if (who == nullptr || who->roles.count(command.role) == 0)
        return refuse(Code::not_found, "Người này không giữ nhiệm vụ đó.",
                      "This person does not hold the duty.");
    if (auto left = leaves_two(contest, command); !left) return left.error();
    PersonRevoked revoked{
        .by = command.by, .person = command.person, .role = command.role, .reason = command.reason};
    return Events{std::move(revoked)};
}

Result<Events> decide_on(const Contest& contest, const DeclareConflict& command, Instant) {
    if (auto open = may_change_duties(contest); !open) return open.error();
    if (command.by != command.person) {
        if (auto held = holds_role(contest, command.by, office_roles); !held) return held.error();
    }
    const auto* who = official(contest, command.person);
    const bool known =
        std::any_of(contest.applications.begin(), contest.applications.end(),
                    [&](const auto& entry) { return entry.second.candidate == command.candidate; });
    if (who == nullptr || !known)
        return refuse(Code::not_found, "Không tìm thấy cán bộ hoặc thí sinh.",
                      "There is no such official or candidate.");
    const auto before = who->conflicts.find(command.candidate);
    if (before != who->conflicts.end() && before->second == command.relation) return Events{};
    if (before != who->conflicts.end() && command.by == command.person)
        return refuse(Code::already_done, "Quan hệ đã khai báo chỉ do văn phòng hội đồng sửa.",
                      "A declared relation is corrected by the council's office alone.");
    ConflictDeclared declared{.by = command.by,
                              .person = command.person,
                              .candidate = command.candidate,
                              .relation = command.relation};
    return Events{std::move(declared)};
}

void apply_on(Contest& contest, const PersonGranted& event, const Record&) {
    contest.officials[event.person].roles.insert(event.role);
}

void apply_on(Contest& contest, const PersonRevoked& event, const Record&) {
    auto& who = contest.officials[event.person];
    who.roles.erase(event.role);
    who.past_roles.insert(event.role);
}

void apply_on(Contest& contest, const ConflictDeclared& event, const Record&) {
    contest.officials[event.person].conflicts[event.candidate] = event.relation;
}

} // namespace thi::core
