// Plans of the sample contests: the rules of the 2017 contest, and a ministry's variant of them.
import { readFileSync } from "node:fs";

export const parameters = JSON.parse(readFileSync(new URL("parameters.json", import.meta.url)));

const known = "Thông báo 320-TB/BTCTW, mục II (10)";
const news = "Báo chí đưa tin về kỳ thi năm 2017";
const borrowed = (what) => `borrowed: ${what}`;
const recruitment = borrowed("quy chế tuyển dụng công chức");
const custom = borrowed("thông lệ các kỳ thi cùng loại");

// name, value, source
export const common_rules = [
  ["contest.authority", "Ban Tổ chức Trung ương", known],
  ["contest.legal_basis", ["Quyết định 1678-QĐ/BTCTW ngày 24/5/2017", known], known],
  ["contest.first_appointment_only", true, "Hướng dẫn 2424/BNV-CCVC"],
  ["post.max_posts_per_candidate", 1, borrowed("suy từ số thí sinh năm 2017")],
  ["appointment.term", 5, news],
  ["appointment.max_days_after_result", 5, custom],
  ["intake.min_days", 16, news],
  ["intake.postmark_counts", true, borrowed("kế hoạch của Bộ Nội vụ năm 2017")],
  ["intake.extension_allowed", true, custom],
  ["verify.max_days", 9, borrowed("kế hoạch của Bộ Nội vụ năm 2017")],
  ["eligible_list.posting_days", 15, borrowed("kế hoạch của Bộ Nội vụ năm 2017")],
  ["rejection.reason_required", true, recruitment],
  ["petition.window", 5, custom],
  ["elig.planned_status_sources", ["same_post", "equivalent_post_elsewhere"], news],
  ["elig.age_rule", { kind: "remaining_years", men: 5, women: 5 }, custom],
  ["elig.age_reference_date", "appointment", custom],
  ["elig.min_years_in_sector", 5, borrowed("kỳ thi của Bộ Giao thông vận tải năm 2017")],
  ["elig.party_member", true, custom],
  ["elig.required_degree", "university", custom],
  ["elig.required_theory", "advanced", custom],
  ["elig.required_state_mgmt", "principal", custom],
  ["elig.required_rank", "principal", custom],
  ["elig.required_language", "B", custom],
  [
    "elig.discipline_lockout",
    { reprimand: 12, warning: 12, demotion: 12, dismissal: 12 },
    "Luật Cán bộ, công chức năm 2008, điều 82",
  ],
  ["elig.not_under_investigation", true, custom],
  ["elig.health_cert_max_age", 6, custom],
  ["elig.political_standard_check", true, custom],
  ["elig.appraisal_years", 3, custom],
  ["elig.appraisal_min_grade", "good", custom],
  ["elig.min_candidates_per_post", 2, "Hướng dẫn 2424/BNV-CCVC"],
  ["elig.below_min_action", "extend", custom],
  ["elig.four_eyes_check", true, custom],
  [
    "dossier.required_documents",
    [
      "application_form",
      "cv_2c",
      "diploma",
      "theory_certificate",
      "appraisals",
      "health_certificate",
    ],
    custom,
  ],
  ["council.min_members", 9, borrowed("kỳ thi của tỉnh Bà Rịa - Vũng Tàu")],
  ["council.max_members", 17, borrowed("quy định của Tỉnh uỷ Thừa Thiên Huế")],
  ["council.quorum", { numerator: 2, denominator: 3 }, custom],
  ["council.conflict_relations", ["spouse", "parent", "child", "sibling", "in_law"], custom],
  ["council.decision_rule", "majority_tie_chair", custom],
  ["summons.min_days", 5, recruitment],
  ["result.rank_on", "exact_mean", custom],
  ["result.display_decimals", 1, news],
  ["result.rounding", "half_up", custom],
  ["result.pass_mark", 5000, news],
  ["result.winners_per_post", 1, news],
  ["result.tie_break", ["project_mark", "written_mark", "council_vote", "chair_decision"], custom],
  ["result.no_one_passes", "post_unfilled", custom],
  [
    "room.late_entry_bands",
    [{ up_to_minutes: 30, minutes: 5 }, { up_to_minutes: 59 }, { minutes: 10 }],
    recruitment,
  ],
  ["room.max_candidates", 50, custom],
  ["room.invigilators", 2, custom],
  ["remark.allowed_round_types", ["written"], recruitment],
  ["remark.window", 15, recruitment],
  ["remark.change_threshold", 250, custom],
  ["publish.channels", ["portal", "notice_board"], recruitment],
  ["publish.profile", "names", custom],
  ["sitting.grace_ms", 30000, custom],
  ["sitting.late_rule", "review", custom],
  ["sitting.proctored", true, custom],
  ["sitting.devices", "computers", custom],
  ["languages", ["vi", "en"], custom],
];

export function plan_of(rules, unset = []) {
  const plan = {};
  const put = (name, leaf) => {
    const parts = name.split(".");
    const last = parts.pop();
    let at = plan;
    for (const part of parts) at = at[part] ??= {};
    at[last] = leaf;
  };
  for (const [name, value, source] of rules) put(name, { value, source });
  for (const name of unset) put(name, { unset: true });
  return plan;
}
