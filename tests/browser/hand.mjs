// A person at a keyboard: presses keys, counts them, and knows where the focus is. Touches nothing
// else of the page.
import assert from "node:assert/strict";

export class Hand {
  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.count = 0;
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.count += 1;
    }
  }
  // Words are not counted.
  type = (text) => this.page.keyboard.type(text);

  // A key that somebody leaves a finger on: one press and what the machine repeats of it.
  async hold(key, times) {
    for (let i = 0; i < times; i += 1) await this.page.keyboard.down(key);
    await this.page.keyboard.up(key);
    this.count += 1;
  }

  // What has the focus, as a screen reader would name it; "" where nothing has.
  focus = () =>
    this.page.evaluate(() => {
      const node = document.activeElement;
      if (!node || node === document.body) return "";
      const label = node.labels?.[0]?.textContent ?? "";
      return (label || node.innerText || node.ariaLabel || "").replace(/\s+/g, " ").trim();
    });
  async is_at(name) {
    await this.page.locator(":focus", { hasText: name }).waitFor();
  }
  // Another page has come, and its title has the focus.
  at_page = (title) =>
    this.page
      .locator("h1:focus")
      .filter({ hasText: new RegExp(`^${title}$`) })
      .waitFor();

  // Tab until something of this name has the focus.
  async tab_to(name, { most = 40, key = "Tab" } = {}) {
    for (let i = 0; i < most; i += 1) {
      await this.press(key);
      if (name.test(await this.focus())) return;
    }
    assert.fail(`${most} times ${key} did not lead to ${name}, but to “${await this.focus()}”`);
  }

  // The step at hand has the focus, is what is expected, and has stood there long enough.
  async step(name) {
    const button = this.page.locator("[data-step][data-ready] :is(button, a):focus");
    await button.filter({ hasText: name }).waitFor();
    await this.press("Enter");
  }
}
