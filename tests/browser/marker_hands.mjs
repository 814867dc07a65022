// A marker's hands on the keyboard: keys are counted, words of comments apart. Nothing here clicks,
// fills or moves the focus but by a key.

// The points that a hand types: "12,5" in hundredths, as a person writes them.
export const as_typed = (points) => String(points / 100).replace(".", ",");

export class Hands {
  constructor(visitor, world) {
    Object.assign(this, { visitor, world, keys: 0, letters: 0, taken: 0, offered: new Set() });
  }
  get page() {
    return this.visitor.page;
  }

  async press(...keys) {
    for (const key of keys) {
      this.keys += 1;
      await this.page.keyboard.press(key);
    }
  }
  async write(text) {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }

  // What has the focus: its name for a screen reader, its value, whether it is of the rubric.
  at = () =>
    this.page.evaluate(() => {
      const { activeElement: at } = document;
      const name = at.getAttribute("aria-label") ?? at.textContent.trim();
      const line = at.closest("section.cr")?.id ?? "";
      return { name, id: at.id, value: at.value, tag: at.tagName, checked: at.ariaChecked, line };
    });
  // Waits until the focus is on what `selector` says.
  focus_on = (selector) =>
    this.page.waitForFunction((wanted) => document.activeElement.matches(wanted), selector);
  on_points = () => this.focus_on("section.cr.on [data-points]");
  on_comment = () => this.focus_on("section.cr.on [data-comment]");
  on_sum = () => this.focus_on("#script-sum");

  // Points as the criterion takes them, then Enter.
  async give(points) {
    await this.on_points();
    const text = as_typed(points);
    if ((await this.at()).tag === "INPUT") await this.press(...text);
    else await this.press(text[0], ...(text.includes(",") ? ["."] : []));
    await this.press("Enter");
  }
  // The words out of the marker's own earlier comments where they are offered, else written.
  async comment(words) {
    await this.on_comment();
    const offered = await this.page.locator("[role=option] span").allInnerTexts();
    for (const one of offered) this.offered.add(one);
    const place = offered.indexOf(words);
    if (place < 0) await this.write(words);
    else {
      this.taken += 1;
      await this.press("ArrowDown", String(place + 1));
      await this.page.waitForFunction((text) => document.activeElement.value === text, words);
    }
    await this.press("Enter");
  }
  // All criteria of the script at hand, from the first: {points, max, words} of each.
  async mark(lines) {
    for (const { points, max, words } of lines) {
      await this.give(points);
      if (points < max) await this.comment(words);
    }
    await this.on_sum();
  }
  // Commits; the next script waits where points are given. The test's clock stands still, and with
  // it what is left of a person's requests.
  async commit(done, all) {
    await this.press("Control+Enter");
    await this.visitor.see(`${done} / ${all} bài đã chấm`);
    if (done < all) await this.on_points();
    await this.world.server.advance(30_000);
  }
}
