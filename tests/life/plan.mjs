// The plan of the contest that these tests hold: the preset MOHA_2424 with an objective round in
// place of its written round and defence. Instants are in the year after this one.

export const year = new Date().getFullYear() + 1;
// "05-16 08:00" in Viet Nam, in that year.
export const at = (text) => Date.parse(`${year}-${text.replace(" ", "T")}:00+07:00`);

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
export const numbered = (kind, n) => `${kind}_${"0".repeat(14)}1${alphabet[n]}`;
export const round = numbered("rnd", 1);
export const practice = numbered("rnd", 2);
export const posts = [1, 2, 3].map((n) => numbered("post", n));
export const bell = at("05-16 08:00");
export const minute = 60_000;

const titles = ["Vụ trưởng Vụ Tổ chức", "Chánh Văn phòng", "Vụ trưởng Vụ Pháp chế"];
const documents = ["application_form", "cv_2c", "agency_consent"];

export const a_round = (id, title, more) => ({
  round: id,
  type: "objective",
  title,
  weight: 1,
  scale: 10_000,
  pass: 5_000,
  gate: false,
  practice: false,
  minutes: 60,
  clock: "fixed_instant",
  ...more,
});

const choices = {
  "contest.authority": "Bộ Mẫu",
  "post.list": posts.map((post, i) => ({
    post,
    title: titles[i],
    unit: titles[i].replace("Vụ trưởng ", ""),
    location: "Hà Nội",
    seats: 1,
    project_topic: "",
  })),
  "intake.opens": at("03-02 08:00"),
  "intake.closes": at("03-31 17:00"),
  "intake.extension_max_days": 15,
  "council.min_members": 3,
  "dossier.required_documents": documents,
  rounds: [
    a_round(round, "Trắc nghiệm", { opens: bell }),
    a_round(practice, "Làm thử", {
      weight: 0,
      pass: 0,
      practice: true,
      opens: at("03-02 08:00"),
      closes: at("05-15 17:00"),
      clock: "on_login",
    }),
  ],
  "round.objective.parts": [
    { topic: "general", title: "Kiến thức chung", questions: 20, minutes: 60, pass_pct: 0 },
  ],
  "round.objective.show_result_immediately": false,
  "result.tie_break": ["objective_mark", "council_vote", "public_draw"],
  "room.max_candidates": 120,
  "sitting.late_window_ms": 10 * minute,
};

// The draft with these choices; what is unset and may be, waived. `more` are further choices.
export const with_choices = (view, more = {}) => fill(view, { ...choices, ...more });

// The draft with just these.
export function fill({ plan, parameters }, wanted) {
  for (const { name, waivable } of parameters) {
    const parts = name.split(".");
    const last = parts.pop();
    let place = plan;
    for (const part of parts) place = place[part] ??= {};
    if (name in wanted) place[last] = { value: wanted[name], source: "Kỳ thi mẫu" };
    else if ((place[last]?.unset ?? !(last in place)) && waivable)
      place[last] = { waived: { by: "Hội đồng", reason: "Kỳ thi mẫu không cần" } };
  }
  return plan;
}

// A dossier that passes every criterion of the preset.
export const good_facts = {
  born_on: "1985-01-01",
  sex: "female",
  planned_status: "same_post",
  years_in_sector: 10,
  position: "Phó Vụ trưởng",
  organisation: "Vụ Mẫu",
  party_member_since: "2010-05-19",
  degree: "master",
  degree_field: "Luật",
  theory: "advanced",
  state_mgmt: "principal",
  rank: "principal",
  language: "B",
  discipline: [],
  under_investigation: false,
  health_certified_on: `${year}-02-10`,
  political_standard_met: true,
  appraisals: [3, 2, 1].map((back) => ({ year: year - back, grade: "good" })),
};
export const required_documents = documents;
export const a_pdf = new TextEncoder().encode(
  "%PDF-1.4\n1 0 obj\n<< /Type /Page >>\nendobj\nstartxref\n0\n%%EOF\n",
);
