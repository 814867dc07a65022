// Who is signed in, and the three things that every screen of the exam needs.
import { make_client } from "#core/api/client";
import { code_of, type ApiFault } from "#core/api/fault";
import { current_session } from "#core/api/session";
import type { Session } from "#core/api/types";
import { ServerClock } from "#core/clock";
import { open_exam_db, type ExamDb } from "#core/keep/db";
import { ExamServer } from "./server";

export type Access =
  | { kind: "asking" }
  | { kind: "signed_out" }
  | { kind: "unreachable"; fault: ApiFault }
  | { kind: "signed_in"; session: Session };

class ExamApp {
  access = $state.raw<Access>({ kind: "asking" });
  readonly api = make_client();
  readonly server = new ExamServer(this.api, new ServerClock());
  private opened: Promise<ExamDb | undefined> | undefined;

  // Undefined when this browser keeps nothing (blocked, private mode): the machine check says so.
  db(): Promise<ExamDb | undefined> {
    this.opened ??= open_exam_db().catch(() => undefined);
    return this.opened;
  }

  async ask(): Promise<void> {
    const reply = await current_session(this.api);
    if (reply.ok) this.access = { kind: "signed_in", session: reply.data };
    else if (code_of(reply.fault) === "not_signed_in") this.access = { kind: "signed_out" };
    else this.access = { kind: "unreachable", fault: reply.fault };
  }
}

export const app = new ExamApp();
