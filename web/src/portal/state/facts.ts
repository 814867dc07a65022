// The steps of the facts form and the fields on each. Which fields a contest needs, its plan says;
// all are asked, since an absent fact is judged by people.
import type { DossierFacts } from "#core/api/site";

export const steps = ["ban-than", "cong-tac", "dang", "trinh-do", "nhan-xet"] as const;
export type Step = (typeof steps)[number];

export const is_step = (text: string): text is Step => (steps as readonly string[]).includes(text);

export type FactName = Exclude<keyof DossierFacts, "discipline" | "appraisals">;

export type FactField =
  | { name: FactName; kind: "day" | "text" | "whole" }
  | { name: FactName; kind: "choice"; values: readonly string[] }
  | { name: FactName; kind: "yes_no" };

const levels = ["none", "officer", "principal", "senior"] as const;

export const fields: Record<Step, readonly FactField[]> = {
  "ban-than": [
    { name: "born_on", kind: "day" },
    { name: "sex", kind: "choice", values: ["female", "male"] },
  ],
  "cong-tac": [
    { name: "organisation", kind: "text" },
    { name: "position", kind: "text" },
    { name: "years_in_sector", kind: "whole" },
    {
      name: "planned_status",
      kind: "choice",
      values: ["none", "same_post", "equivalent_post_elsewhere", "nominee"],
    },
    { name: "rank", kind: "choice", values: levels },
  ],
  dang: [
    { name: "party_member_since", kind: "day" },
    { name: "political_standard_met", kind: "yes_no" },
  ],
  "trinh-do": [
    {
      name: "degree",
      kind: "choice",
      values: ["none", "college", "university", "master", "doctor"],
    },
    { name: "degree_field", kind: "text" },
    { name: "theory", kind: "choice", values: ["none", "intermediate", "advanced"] },
    { name: "state_mgmt", kind: "choice", values: levels },
    { name: "language", kind: "choice", values: ["none", "A", "B", "C"] },
  ],
  "nhan-xet": [
    { name: "under_investigation", kind: "yes_no" },
    { name: "health_certified_on", kind: "day" },
  ],
};

// What a claim of priority points is chosen from: the groups of the plan, with their points.
export type PriorityGroups = Readonly<Record<string, number>>;

// Asked where the plan has groups; "none" is no fact.
export const priority_field = (groups: PriorityGroups): FactField => ({
  name: "priority_group",
  kind: "choice",
  values: ["none", ...Object.keys(groups)],
});

// A step is done when every field of it has an answer; lists may be empty.
export function step_state(step: Step, facts: DossierFacts): "none" | "some" | "all" {
  const given = fields[step].filter((field) => facts[field.name] !== undefined).length;
  const graded = step !== "nhan-xet" || facts.appraisals.length > 0;
  if (given === fields[step].length && graded) return "all";
  return given > 0 || (step === "nhan-xet" && facts.appraisals.length > 0) ? "some" : "none";
}
