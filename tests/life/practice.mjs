// A published contest with an open practice round and candidates who may sit it.
import * as plan from "./plan.mjs";
import { apply_all } from "./stages.mjs";
import { World } from "./world.mjs";

export async function open_practice(candidates, serve_options = []) {
  const world = await World.open(undefined, serve_options);
  try {
    await world.make_contest();
    await world.publish();
    await world.leap("03-10 10:00");
    await world.seal_paper(plan.practice, "official", 20);
    await apply_all(world, candidates, { post_of: () => plan.posts[0] });
  } catch (error) {
    await world.end();
    throw error;
  }
  return world;
}
