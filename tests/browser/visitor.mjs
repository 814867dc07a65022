// A person's browser at the real server: a fresh profile, errors of the page collected, and, where
// THITUYEN_SHOTS names a folder, a picture of each screen. Knows nothing of contests.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { close_browser, open_browser } from "../../web/tests/browser/driver.mjs";

export { close_browser };
const shots = process.env.THITUYEN_SHOTS;
export const wide = { width: 1366, height: 768 };
export const narrow = { width: 390, height: 844 };
// The machine that runs this may be slow; what never comes is a failure all the same.
export const patience_ms = 45_000;

export class Visitor {
  constructor(origin, context, page) {
    this.origin = origin;
    this.context = context;
    this.faults = [];
    this.watch(page);
  }
  watch(page) {
    this.page = page;
    page.setDefaultTimeout(patience_ms);
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      this.faults.push(`${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => this.faults.push(String(error)));
  }

  // `person` is one signed in at the API: the browser gets the same session.
  static async come(origin, person, options = {}) {
    const browser = await open_browser();
    const context = await browser.newContext({
      viewport: wide,
      locale: "vi-VN",
      reducedMotion: "reduce",
      ...options,
    });
    const visitor = new Visitor(origin, context, await context.newPage());
    if (person) await visitor.be(person);
    return visitor;
  }
  async be(person) {
    const [name, value] = person.cookie.split(/=(.*)/s);
    // A __Host- cookie is a secure one; on localhost it goes to http as well.
    const url = this.origin.replace("http:", "https:");
    await this.context.addCookies([
      { name, value, url, httpOnly: true, secure: true, sameSite: "Lax" },
    ]);
  }

  // Closes the page and opens another in the same profile, as after a break.
  async reopen(path) {
    await this.page.close();
    this.watch(await this.context.newPage());
    await this.goto(path);
  }

  goto = (path) => this.page.goto(this.origin + path);
  heading = (name) => this.page.getByRole("heading", { level: 1, name }).first().waitFor();
  press = (name, scope = this.page) => scope.getByRole("button", { name, exact: true }).click();
  link = (name) => this.page.getByRole("link", { name }).first().click();
  see = (text) => this.page.getByText(text).first().waitFor();
  get dialog() {
    return this.page.getByRole("dialog");
  }

  // What the page said went wrong, without what a test provoked: no network, not signed in yet.
  unexpected(provoked = /ERR_INTERNET_DISCONNECTED|status of 401/) {
    return this.faults.filter((text) => !provoked.test(text));
  }

  async shot(name) {
    if (!shots) return;
    mkdirSync(shots, { recursive: true });
    const folder = (suffix) => join(shots, `${name}${suffix}.png`);
    await this.page.screenshot({ path: folder(""), fullPage: true });
  }
  async narrow_shot(name) {
    if (!shots) return;
    await this.page.setViewportSize(narrow);
    await this.shot(`${name}-390`);
    await this.page.setViewportSize(wide);
  }
  leave = () => this.context.close();
}
