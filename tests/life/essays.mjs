// What is asked and written in a written round.
import { each } from "./world.mjs";

// Says whose it is to the test alone: nobody is called so.
export const essay_of = (i) => `Bài viết theo phương án PA${i}, trình bày căn cứ và giải pháp.`;
export const writer_of = (answer) => Number(/phương án PA(\d+),/.exec(answer)[1]);

export async function seal_essays(world, round) {
  const part = { part: "essay", title: "Tự luận", bank: "tu-luan", questions: 2 };
  for (const variant of ["official", "backup"])
    await world.seal(round, variant, "Đề thi viết", [part]);
}

// Everybody writes under every question; `text_of` is what candidate i writes.
export async function write_essays(seated, text_of = essay_of) {
  await each(seated, 4, async ({ i, browser }) => {
    const { order } = await browser.person.get(browser.mine("/key"));
    await browser.send(order.items.map((item) => browser.freeze(item, text_of(i))));
  });
}
