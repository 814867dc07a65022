// The defence rounds of a contest as the server has them now, and the counts that wait in each for
// a second person, by candidate.
import type { Reply } from "#core/api/fault";
import { ask, site, type Proposal, type Schemas } from "#core/api/site";
import { account } from "#ui/account.svelte";

export interface Day {
  view: Schemas["DefenceView"];
  proposals: Map<string, Proposal>;
}

async function waiting_counts(contest: string, round: string): Promise<Day["proposals"]> {
  const found = new Map<string, Proposal>();
  const reply = await ask(
    site.GET("/api/contests/{contest}/proposals", { params: { path: { contest } } }),
  );
  for (const one of reply.ok ? reply.data.proposals : []) {
    const body = (one.body ?? {}) as { round?: string; candidate?: string };
    if (one.act === "count_ballots" && one.state === "waiting" && body.round === round)
      found.set(body.candidate ?? "", one);
  }
  return found;
}

// Only then can there be a count to wait for.
const may_be_counted = ({ posts }: Schemas["DefenceView"]): boolean =>
  posts.some((post) => post.over && post.hearings.some((one) => one.may_cast && !one.count));

export async function read_days(contest: string): Promise<Reply<Day[]>> {
  const notice = await ask(site.GET("/api/contests/{contest}", { params: { path: { contest } } }));
  if (!notice.ok) return notice;
  const runs = account.has(contest, "secretary", "chair", "vice_chair");
  const data: Day[] = [];
  for (const { round } of notice.data.rounds.filter((one) => one.type === "defence")) {
    const reply = await ask(
      site.GET("/api/contests/{contest}/rounds/{round}/defence", {
        params: { path: { contest, round } },
      }),
    );
    if (!reply.ok) return reply;
    const asks = runs && may_be_counted(reply.data);
    data.push({
      view: reply.data,
      proposals: asks ? await waiting_counts(contest, round) : new Map<string, Proposal>(),
    });
  }
  return { ok: true, data };
}
