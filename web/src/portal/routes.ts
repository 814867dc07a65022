// Addresses of the portal. Links anywhere in it are built from this table.
import { make_router } from "#ui/router.svelte";

export const table = {
  home: "/",
  sign_in: "/dang-nhap",
  register: "/dang-ky",
  recognise: "/nhan-biet",
  accessibility: "/tro-nang",
  privacy: "/rieng-tu",
  mine: "/cua-toi",
  messages: "/tin-nhan",
  security: "/bao-mat",
  notice: "/ky-thi/{contest}",
  rules: "/ky-thi/{contest}/quy-dinh",
  eligible: "/ky-thi/{contest}/danh-sach",
  results: "/ky-thi/{contest}/ket-qua",
  checkpoint: "/ky-thi/{contest}/moc",
  choose: "/ky-thi/{contest}/du-tuyen",
  dossier: "/ky-thi/{contest}/ho-so",
  facts: "/ky-thi/{contest}/ho-so/khai/{step}",
  document: "/ky-thi/{contest}/ho-so/tai-lieu/{kind}",
  check: "/ky-thi/{contest}/ho-so/kiem-tra",
  project: "/ky-thi/{contest}/de-an/{round}",
  application: "/don/{application}",
  receipt: "/don/{application}/bien-nhan",
  ticket: "/giay-bao/{sitting}",
  appeals: "/ky-thi/{contest}/phuc-khao",
  trace: "/ky-thi/{contest}/diem-cua-toi/{candidate}",
} as const;

export const router = make_router(table, "/");
export type RouteName = keyof typeof table;
