#include "core/plan/duties.h"

#include "core/refusal.h"

#include <algorithm>

namespace thi::core {
namespace {

using R = Role;

// One row of the table: these roles of one person exclude those.
struct Exclusion {
    R role;
    std::vector<R> others;
};

// Auditor, supervisor and system administrator are handled by rule below, not by row.
const std::vector<Exclusion>& exclusions() {
    static const std::vector<Exclusion> rows = {
        {R::administrator,
         {R::chair, R::vice_chair, R::verifier, R::setter, R::head_of_invigilation, R::invigilator,
          R::blinder, R::head_of_marking, R::marker, R::council_member, R::appeals_panel}},
        {R::chair, {R::head_of_marking, R::marker, R::invigilator, R::appeals_panel}},
        {R::vice_chair, {R::head_of_marking, R::marker, R::invigilator, R::appeals_panel}},
        {R::secretary, {R::head_of_marking, R::marker}},
        {R::setter, {R::head_of_invigilation, R::invigilator, R::head_of_marking, R::marker}},
        {R::head_of_invigilation,
         {R::blinder, R::head_of_marking, R::marker, R::chair, R::vice_chair}},
        {R::invigilator, {R::blinder, R::head_of_marking, R::marker}},
        {R::blinder, {R::head_of_marking, R::marker, R::appeals_panel}},
        {R::appeals_panel, {R::head_of_marking, R::marker}},
    };
    return rows;
}

bool row_excludes(R a, R b) {
    return std::any_of(exclusions().begin(), exclusions().end(), [&](const Exclusion& row) {
        return row.role == a &&
               std::find(row.others.begin(), row.others.end(), b) != row.others.end();
    });
}

// These stand apart: an auditor or a supervisor holds no other duty at all, and whoever runs the
// machines none with content (an administrator's has none).
bool stands_apart(R a, R b) {
    if (a == R::auditor || a == R::supervisor) return true;
    return a == R::sysadmin && b != R::administrator;
}

bool has_any(const std::set<R>& held, std::initializer_list<R> roles) {
    return std::any_of(roles.begin(), roles.end(), [&](R role) { return held.count(role) > 0; });
}

} // namespace

bool exclusive(Role a, Role b) {
    if (a == b) return false;
    return stands_apart(a, b) || stands_apart(b, a) || row_excludes(a, b) || row_excludes(b, a);
}

bool grant_needs_two(Role role) {
    switch (role) {
    case R::administrator:
    case R::chair:
    case R::vice_chair:
    case R::setter:
    case R::head_of_invigilation:
    case R::blinder:
    case R::head_of_marking:
    case R::appeals_panel:
        return true;
    default:
        return false;
    }
}

std::optional<Role> clashing_role(const Contest& contest, PersonId person, Role role) {
    const auto found = contest.officials.find(person);
    if (found == contest.officials.end()) return std::nullopt;
    const auto by_plan = [&](Role held) {
        if (!contest.plan.duty.exclusive_pairs.is_set()) return false;
        const auto& pairs = *contest.plan.duty.exclusive_pairs;
        return std::any_of(pairs.begin(), pairs.end(), [&](const RolePair& pair) {
            return (pair.first == role && pair.second == held) ||
                   (pair.first == held && pair.second == role);
        });
    };
    for (const auto* roles : {&found->second.roles, &found->second.past_roles})
        for (const Role held : *roles)
            if (held != role && (exclusive(held, role) || by_plan(held))) return held;
    return std::nullopt;
}

Result<void> holds_role(const Contest& contest, PersonId person,
                        std::initializer_list<Role> roles) {
    const auto found = contest.officials.find(person);
    if (found != contest.officials.end() && has_any(found->second.roles, roles)) return {};
    return refuse(Code::forbidden, "Anh/chị không giữ nhiệm vụ được làm việc này.",
                  "You do not hold a duty that may do this.");
}

Result<void> approved_by_two(const Contest& contest, const Approvals& approvals,
                             std::initializer_list<Role> roles, Instant now) {
    if (approvals.size() < 2)
        return refuse(Code::needs_approval, "Việc này cần hai người khác nhau cùng phê duyệt.",
                      "This needs the approval of two different people.");
    std::set<PersonId> people;
    for (const auto& approval : approvals)
        people.insert(approval.person);
    if (people.size() < approvals.size())
        return refuse(Code::same_person, "Hai lần phê duyệt phải là của hai người khác nhau.",
                      "The two approvals must come from two different people.");
    for (const auto& approval : approvals) {
        if (auto held = holds_role(contest, approval.person, roles); !held) return held;
        if (approval.at > now || now - approval.at > approval_age_max)
            return refuse(
                Code::needs_approval,
                "Phê duyệt đã quá 5 phút; người phê duyệt cần nhập lại mật khẩu.",
                "An approval is older than 5 minutes; the password must be entered again.");
        if (approval.action_hash != approvals.front().action_hash)
            return refuse(Code::needs_approval, "Hai người đã phê duyệt hai nội dung khác nhau.",
                          "The two people approved two different acts.");
    }
    return {};
}

Result<void> keeps_distance(const Contest& contest, PersonId person, CandidateId candidate) {
    const auto found = contest.officials.find(person);
    if (found == contest.officials.end()) return {};
    const auto& relations = contest.plan.council.conflict_relations;
    for (const auto& [other, relation] : found->second.conflicts) {
        const bool counts = !relations.is_set() || relations->count(relation) > 0;
        const bool concerned = other == candidate || relation == Relation::discipline;
        if (counts && concerned)
            return refuse(
                Code::declared_conflict,
                "Người được giao đã khai báo quan hệ không được tham gia đối với thí sinh "
                "này.",
                "This official has declared a relation that bars him or her here.");
    }
    return {};
}

} // namespace thi::core
