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
  defence: "/qt/{contest}/bao-ve",
  results: "/qt/{contest}/ket-qua",
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
  defence: [...board, "council_member", "supervisor", "auditor"],
  results: [...board, "auditor"],
  score: ["chair", "auditor"],
  verify: ["chair", "secretary", "auditor"],
};
