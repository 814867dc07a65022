// A published contest with an open practice round and candidates who may sit it.
import * as plan from "./plan.mjs";
import { World, each } from "./world.mjs";

export async function open_practice(candidates, serve_options = []) {
  const world = await World.open(undefined, serve_options);
  try {
    await world.make_contest();
    await world.publish();
    await world.leap("03-10 10:00");
    await world.seal_paper(plan.practice, "official", 20);
    const numbers = Array.from({ length: candidates }, (_, i) => i);
    await each(numbers, 4, async (i) => {
      await world.register(`candidate_${i}`, `Nguyễn Thị Hà ${i}`);
      await world.apply(`candidate_${i}`, plan.posts[0]);
    });
  } catch (error) {
    await world.end();
    throw error;
  }
  return world;
}
