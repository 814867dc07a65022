// The contest whose pages are open: its overview, read once and kept fresh, for the menu's counts
// and for the words that screens need (posts, rounds, titles).
import { ask, site, type Schemas } from "#core/api/site";
import { account } from "#ui/account.svelte";
import { Resource } from "#ui/resource.svelte";
import { listen } from "./live";

type Overview = Schemas["Overview"];

let kept: { contest: string; overview: Resource<Overview> } | undefined;
let stop: (() => void) | undefined;

// One contest at a time: opening another lets go of the first.
export function overview_of(contest: string): Resource<Overview> {
  if (kept?.contest === contest) return kept.overview;
  stop?.();
  // An administrator without a duty here makes drafts and grants roles, but sees no overview.
  const official = account.roles(contest).length > 0;
  const overview = new Resource<Overview>(
    () => ask(site.GET("/api/contests/{contest}/overview", { params: { path: { contest } } })),
    official,
  );
  kept = { contest, overview };
  stop = official ? listen(contest, () => void overview.reload()) : undefined;
  return overview;
}

export const task_count = (overview: Overview | undefined, ...kinds: string[]): number =>
  (overview?.tasks ?? [])
    .filter((task) => kinds.includes(task.kind))
    .reduce((sum, task) => sum + task.count, 0);

export const post_name = (overview: Overview | undefined, post: string): string =>
  overview?.notice.posts.find((line) => line.post === post)?.title ?? post;

export const round_name = (overview: Overview | undefined, round: string | undefined): string =>
  overview?.notice.rounds.find((line) => line.round === round)?.title ?? round ?? "";
