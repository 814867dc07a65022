// Who may have broken a rule of a round, and who may have seen it: those let into its rooms, or
// those before the council. What the asker may not read is left out.
import type { Reply } from "#core/api/fault";
import { ask, site, type Schemas } from "#core/api/site";
import { account } from "#ui/account.svelte";
import { candidates_by_roll } from "./infraction";

export interface PersonOfRound {
  candidate: string | undefined; // Absent: this page cannot tell who the number is.
  full_name: string;
  roll_number: string;
  room: string;
  sitting: string | undefined;
}

async function by_roll(contest: string): Promise<Map<string, string>> {
  const params = { path: { contest } };
  if (account.has(contest, "secretary", "chair", "vice_chair")) {
    const register = await ask(site.GET("/api/contests/{contest}/applications", { params }));
    const lines = register.ok ? register.data.applications : [];
    return new Map(lines.map((one) => [one.roll_number ?? "", one.candidate]));
  }
  const draws = await ask(site.GET("/api/contests/{contest}/draws", { params }));
  return draws.ok ? candidates_by_roll(draws.data.draws) : new Map();
}

async function before_council(contest: string, round: string): Promise<Reply<PersonOfRound[]>> {
  const reply = await ask(
    site.GET("/api/contests/{contest}/rounds/{round}/defence", {
      params: { path: { contest, round } },
    }),
  );
  if (!reply.ok) return reply;
  const hearings = reply.data.posts.flatMap((post) => post.hearings);
  return {
    ok: true,
    data: hearings.map(({ candidate, full_name }) => ({
      candidate,
      full_name,
      roll_number: "",
      room: "",
      sitting: undefined,
    })),
  };
}

export async function people_of_round(
  contest: string,
  { round, type }: Pick<Schemas["RoundLine"], "round" | "type">,
): Promise<Reply<PersonOfRound[]>> {
  if (type === "defence") return before_council(contest, round);
  const rooms = await ask(
    site.GET("/api/contests/{contest}/rounds/{round}/rooms", {
      params: { path: { contest, round } },
    }),
  );
  if (!rooms.ok) return rooms;
  const candidates = await by_roll(contest);
  const data: PersonOfRound[] = [];
  for (const { room } of rooms.data.rooms) {
    const live = await ask(
      site.GET("/api/contests/{contest}/rooms/{room}", { params: { path: { contest, room } } }),
    );
    if (!live.ok) continue;
    for (const seat of live.data.seats.filter((one) => one.state !== "scheduled")) {
      const { full_name, roll_number, sitting } = seat;
      const candidate = candidates.get(roll_number);
      data.push({ candidate, full_name, roll_number, room, sitting });
    }
  }
  return { ok: true, data };
}
