// Short names for the API's bodies that the exam uses, and the paper's plaintext, which is no API
// body: it comes sealed. schema.d.ts is written from docs/api/openapi.json by `npm run types`.
import type { Sentence } from "../i18n/language";
import type { components, paths } from "./schema";

type Schemas = components["schemas"];

// The CSRF token of unsafe requests is the client's business, not each caller's.
type WithoutHeader<Route> = Route extends { parameters: infer Given }
  ? Omit<Route, "parameters"> & { parameters: Omit<Given, "header"> & { header?: never } }
  : Route;
export type Doors = {
  [Path in keyof paths]: { [Verb in keyof paths[Path]]: WithoutHeader<paths[Path][Verb]> };
};

export interface FieldProblem {
  pointer: string;
  line?: number;
  code: string;
  detail: Sentence;
}
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: Sentence;
  errors?: FieldProblem[];
}

export type Session = Schemas["Session"];
export type SittingState = Schemas["SittingState"];
export type SittingCard = Schemas["MySitting"];
export type Sitting = Schemas["SittingView"];

export type LeaseGrant = Schemas["LeaseReply"];
export type PaperOrder = Schemas["PaperOrder"];
export type SaveRequest = Schemas["OneSave"];
export type SaveResult = Schemas["SaveResult"];
export type SavesReply = Schemas["SavesReply"];
export type SubmitReply = Schemas["SubmitReply"];
export type EarlyScore = Schemas["EarlyScore"];
export type Notes = Schemas["Notes"];

export type ItemType = "choice" | "multiple" | "true_false" | "numeric" | "text" | "essay";

export interface PaperItem {
  item: string;
  type: ItemType;
  stem: string;
  stimulus?: string;
  options?: { option: string; text: string }[];
  points: number;
  words_max?: number;
}
export interface Paper {
  paper: string;
  title: string;
  parts: { part: string; title: string; minutes?: number; items: string[] }[];
  items: PaperItem[];
  stimuli?: { stimulus: string; title?: string; text: string }[];
}

// An answer in the form that the log keeps: docs/formats/saving.md.
export type AnswerValue = string | string[] | Record<string, string> | null;

export interface KeptAnswer {
  item: string;
  value: AnswerValue;
  received_at: number;
  index: number;
}
export interface AnswersReply {
  answers: KeptAnswer[];
  lease: number;
  last_seq: number;
  last_prev: string;
}
