// Who is signed in, for the portal and the staff pages.
import { code_of } from "#core/api/fault";
import { read_session, site, type Role, type Session } from "#core/api/site";
import { sign_out } from "#core/api/session";

const kept = $state<{ session: Session | undefined; known: boolean }>({
  session: undefined,
  known: false,
});

export const account = {
  get session(): Session | undefined {
    return kept.session;
  },
  // False until the server has answered once.
  get known(): boolean {
    return kept.known;
  },
  async refresh(): Promise<Session | undefined> {
    const reply = await read_session();
    if (reply.ok) kept.session = reply.data;
    else if (code_of(reply.fault) === "not_signed_in") kept.session = undefined;
    kept.known = true;
    return kept.session;
  },
  async leave(): Promise<void> {
    await sign_out(site);
    kept.session = undefined;
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
