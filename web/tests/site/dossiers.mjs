// Facts, documents and findings of the sample dossiers.
import { digest, id } from "./ids.mjs";

export function facts_of(i) {
  return {
    born_on: `${1974 + (i % 9)}-0${1 + (i % 9)}-1${i % 9}`,
    sex: i % 2 === 0 ? "female" : "male",
    planned_status: i % 5 === 4 ? "equivalent_post_elsewhere" : "same_post",
    years_in_sector: i === 4 ? 3 : 8 + (i % 9),
    position: "Phó Vụ trưởng",
    organisation: "Ban Tổ chức Trung ương",
    party_member_since: "2001-02-03",
    degree: "master",
    degree_field: "Luật",
    theory: "advanced",
    state_mgmt: "principal",
    rank: "principal",
    language: "B",
    discipline: [],
    under_investigation: false,
    appraisals: [2025, 2024, 2023].map((year) => ({ year, grade: "good" })),
    political_standard_met: true,
    ...(i !== 7 && { health_certified_on: "2026-09-01" }),
  };
}

export const document_kinds = [
  "application_form",
  "cv_2c",
  "diploma",
  "theory_certificate",
  "appraisals",
  "health_certificate",
];

export function sample_documents(owner, at) {
  return document_kinds.map((kind, i) => ({
    document: id("doc", `${owner} ${kind}`),
    kind,
    file_name: `${kind}.${i === 2 ? "png" : "pdf"}`,
    media_type: i === 2 ? "image/png" : "application/pdf",
    bytes: 84_000 + i * 31_000,
    sha256: digest(`${owner} ${kind}`),
    version: 1,
    received_at: at,
  }));
}

export function find_criteria(facts, asked_documents, documents) {
  const line = (criterion, title_vi, title_en, rule, verdict, reason, evidence) => ({
    criterion,
    title_vi,
    title_en,
    rule,
    finding: verdict,
    finding_reason: reason,
    ...(evidence && { evidence }),
    decisions: [],
  });
  const given = (value, good, bad) =>
    value === undefined ? ["unclear", "not_declared"] : good ? ["pass", "met"] : ["fail", bad];
  const year = Number((facts.born_on ?? "").slice(0, 4));
  const missing = asked_documents.filter((kind) => !documents.some((d) => d.kind === kind));
  return [
    line(
      "planned_status",
      "Quy hoạch",
      "Planned status",
      "elig.planned_status_sources",
      ...given(facts.planned_status, facts.planned_status !== "none", "planned_missing"),
      "planned_status_proof",
    ),
    line(
      "age",
      "Tuổi",
      "Age",
      "elig.age_rule",
      ...given(facts.born_on, year >= 1970, "years_left_short"),
      "cv_2c",
    ),
    line(
      "sector_years",
      "Số năm công tác trong ngành",
      "Years in the sector",
      "elig.min_years_in_sector",
      ...given(facts.years_in_sector, facts.years_in_sector >= 5, "sector_years_short"),
      "cv_2c",
    ),
    line(
      "degree",
      "Trình độ chuyên môn",
      "Degree",
      "elig.required_degree",
      ...given(
        facts.degree,
        ["university", "master", "doctor"].includes(facts.degree),
        "degree_below",
      ),
      "diploma",
    ),
    line(
      "theory",
      "Lý luận chính trị",
      "Political theory",
      "elig.required_theory",
      ...given(facts.theory, facts.theory === "advanced", "theory_below"),
      "theory_certificate",
    ),
    line(
      "appraisals",
      "Đánh giá hằng năm",
      "Annual appraisals",
      "elig.appraisal_years",
      ...given(
        facts.appraisals?.length || undefined,
        facts.appraisals?.length >= 3,
        "appraisal_missing",
      ),
      "appraisals",
    ),
    line(
      "health",
      "Sức khoẻ",
      "Health",
      "elig.health_cert_max_age",
      ...given(facts.health_certified_on, true, "health_cert_expired"),
      "health_certificate",
    ),
    line(
      "documents",
      "Thành phần hồ sơ",
      "Documents of the dossier",
      "dossier.required_documents",
      ...(missing.length === 0 ? ["pass", "met"] : ["fail", "documents_missing"]),
    ),
  ];
}

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export function receipt_code(base64) {
  const bits = [...Buffer.from(base64, "base64").subarray(0, 8)]
    .map((b) => b.toString(2).padStart(8, "0"))
    .join("");
  const letters = Array.from(
    { length: 12 },
    (_, i) => crockford[parseInt(bits.slice(i * 5, i * 5 + 5), 2)],
  );
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
