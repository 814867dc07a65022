// Who is signed in, for the portal and the staff pages.
import { code_of } from "#core/api/fault";
import { read_session, site, type Role, type Session } from "#core/api/site";
import { sign_out } from "#core/api/session";
import { forget_marks } from "#core/keep/marks";

const kept = $state<{ session: Session | undefined; known: boolean; over: boolean }>({
  session: undefined,
  known: false,
  over: false,
});

export const account = {
  get session(): Session | undefined {
    return kept.session;
  },
  // False until the server has answered once.
  get known(): boolean {
    return kept.known;
  },
  // The session ended by itself while the page was open.
  get over(): boolean {
    return kept.over;
  },
  async refresh(): Promise<Session | undefined> {
    const reply = await read_session();
    if (reply.ok) {
      kept.session = reply.data;
      kept.over = false;
    } else if (code_of(reply.fault) === "not_signed_in") {
      kept.over ||= kept.session !== undefined;
      kept.session = undefined;
    }
    kept.known = true;
    return kept.session;
  },
  // What this browser keeps of the account's unfinished marks goes as well.
  async leave(): Promise<void> {
    const account = kept.session?.account;
    await sign_out(site);
    kept.session = undefined;
    kept.over = false;
    if (account !== undefined) forget_marks(account);
  },
  // Of this contest; an administrator has the site, not the contest.
  roles(contest: string): Role[] {
    return kept.session?.duties.find((duty) => duty.contest === contest)?.roles ?? [];
  },
  has(contest: string, ...wanted: Role[]): boolean {
    return account.roles(contest).some((role) => wanted.includes(role));
  },
  person(contest: string): string | undefined {
    return kept.session?.duties.find((duty) => duty.contest === contest)?.person;
  },
};
