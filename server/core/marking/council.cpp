#include "core/marking/council.h"

#include "core/marking/hearing.h"
#include "core/plan/duties.h"
#include "core/refusal.h"

#include <algorithm>

namespace thi::core {

std::vector<PersonId> voting_members(const Contest& contest) {
    std::vector<PersonId> members;
    for (const auto& [person, official] : contest.officials)
        if (holds_role(contest, person, {Role::council_member, Role::chair, Role::vice_chair}))
            members.push_back(person);
    return members;
}

Result<void> quorate(const Contest& contest, std::span<const PersonId> present) {
    const auto members = voting_members(contest);
    if (!std::includes(members.begin(), members.end(), present.begin(), present.end()) ||
        std::adjacent_find(present.begin(), present.end()) != present.end())
        return refuse(Code::invalid_field, "Có người không phải thành viên hội đồng có quyền chấm.",
                      "Somebody is not a voting member of the council.");
    const auto& rules = contest.plan.council;
    if (std::ssize(members) < rules.min_members.value_or(0))
        return refuse(Code::incomplete, "Hội đồng chưa đủ số thành viên tối thiểu.",
                      "The council has too few members.");
    const auto quorum = rules.quorum.value_or(Fraction{0, 1});
    if (Fraction{std::ssize(present), 1} <
        Fraction{quorum.numerator * std::ssize(members), quorum.denominator})
        return refuse(Code::incomplete, "Chưa đủ số thành viên có mặt theo quy định.",
                      "Too few members are present.");
    const bool led = std::any_of(present.begin(), present.end(), [&](const PersonId& one) {
        return holds_role(contest, one, leading_roles).has_value();
    });
    if (led) return {};
    return refuse(Code::incomplete, "Phải có mặt chủ tịch hoặc phó chủ tịch hội đồng.",
                  "The chair or a vice chair must be present.");
}

std::vector<PersonId> scorers(const Contest& contest, RoundId round, CandidateId candidate) {
    std::vector<PersonId> all;
    const auto* hearing = find_hearing(contest, round, candidate);
    if (hearing == nullptr) return all;
    const auto& day = contest.defences.at(round).days.at(hearing->post);
    for (const auto& member : day.present)
        if (!day.excluded.contains({member, candidate})) all.push_back(member);
    return all;
}

} // namespace thi::core
