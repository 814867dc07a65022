// Addresses of the staff pages, and which duties open each.
import type { Role } from "#core/api/site";
import { make_router } from "#ui/router.svelte";

export const table = {
  contests: "/qt",
  overview: "/qt/{contest}",
  plan: "/qt/{contest}/ke-hoach/{step}",
  people: "/qt/{contest}/phan-quyen",
  proposals: "/qt/{contest}/phe-duyet",
  dossiers: "/qt/{contest}/ho-so",
  dossier: "/qt/{contest}/ho-so/{application}",
  lists: "/qt/{contest}/danh-sach",
  papers: "/qt/{contest}/de-thi",
  paper: "/qt/{contest}/de-thi/{paper}",
  rooms: "/qt/{contest}/phong-thi",
  room: "/qt/{contest}/phong-thi/{room}",
  draws: "/qt/{contest}/boc-tham",
  late: "/qt/{contest}/bai-muon",
  marking: "/qt/{contest}/cham-thi",
  desk: "/qt/{contest}/dieu-hanh-cham",
  infractions: "/qt/{contest}/vi-pham",
  defence: "/qt/{contest}/bao-ve",
  results: "/qt/{contest}/ket-qua",
  appeals: "/qt/{contest}/phuc-khao",
  remedies: "/qt/{contest}/xu-ly-loi-de",
  minutes: "/qt/{contest}/bien-ban",
  score: "/qt/{contest}/diem/{candidate}",
  log: "/qt/{contest}/nhat-ky",
  verify: "/qt/{contest}/kiem-tra",
} as const;

export const router = make_router(table, "/qt");
export type RouteName = keyof typeof table;

const board: readonly Role[] = ["chair", "vice_chair", "secretary"];

// Undefined: every official. The server decides; this only leaves out what it would refuse.
export const opened_by: Partial<Record<RouteName, readonly Role[]>> = {
  dossiers: [...board, "verifier", "supervisor", "auditor"],
  dossier: [...board, "verifier", "auditor"],
  lists: [...board, "verifier", "supervisor", "auditor"],
  papers: ["chair", "vice_chair", "setter"],
  late: [...board, "supervisor"],
  marking: ["marker", "head_of_marking"],
  desk: ["blinder", "head_of_marking", "chair", "vice_chair", "supervisor", "auditor"],
  infractions: [...board, "head_of_invigilation", "invigilator", "supervisor", "auditor"],
  defence: [...board, "council_member", "supervisor", "auditor"],
  results: [...board, "auditor"],
  appeals: [...board, "appeals_panel", "supervisor", "auditor"],
  remedies: [...board, "supervisor", "auditor"],
  minutes: [...board, "supervisor", "auditor"],
  score: ["chair", "auditor"],
  verify: ["chair", "secretary", "auditor"],
};
