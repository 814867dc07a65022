// The council's people in their pages: one browser each, moved along with the session that the
// person has at the API. Every page opened is looked over.
import assert from "node:assert/strict";
import { password } from "../life/world.mjs";
import { Visitor } from "./visitor.mjs";

export class Council {
  constructor(world) {
    this.world = world;
    this.visitors = new Map();
  }

  async visitor(name) {
    const person = name ? this.world.people[name] : undefined;
    let visitor = this.visitors.get(name);
    if (visitor) {
      if (person) await visitor.be(person);
      return visitor;
    }
    visitor = await Visitor.come(this.world.server.origin, person);
    this.visitors.set(name, visitor);
    return visitor;
  }

  // `name` opens the page at `path`; undefined is a stranger. The page has a heading and, where it
  // waits for nothing more, is not wider than the screen and has said nothing wrong. The test's
  // clock stands still, and with it what is left of a person's requests: each page comes later.
  async open(name, path, { see, shot } = {}) {
    const visitor = await this.visitor(name);
    await this.world.server.advance(5_000);
    await visitor.goto(path);
    await visitor.heading(/.+/);
    if (see) await visitor.see(see);
    await visitor.page.waitForLoadState("networkidle");
    const wider = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    assert.deepEqual({ path, wider }, { path, wider: 0 });
    if (shot) await visitor.shot(shot);
    return visitor;
  }
  staff = (name, rest, more) => this.open(name, `/qt/${this.world.contest}${rest}`, more);
  site = (name, rest, more) => this.open(name, `/ky-thi/${this.world.contest}${rest}`, more);

  // Presses `button`, gives the password if it is asked for, and confirms.
  async act(visitor, button, confirm = button) {
    await visitor.press(button);
    await visitor.dialog.waitFor();
    await this.act_in_dialog(visitor, confirm);
  }
  async act_in_dialog(visitor, confirm) {
    const secret = visitor.dialog.getByLabel("Mật khẩu của anh/chị");
    if (await secret.count()) await secret.fill(password);
    await visitor.press(confirm, visitor.dialog);
    await visitor.dialog.waitFor({ state: "detached" });
  }

  // What the first has proposed the second approves, on the page for it.
  async approve(name, shot) {
    const visitor = await this.staff(name, "/phe-duyet", { see: "Mã băm của việc này", shot });
    await this.act(visitor, "Duyệt");
    await visitor.see("Không có việc nào chờ duyệt.");
  }

  faults = (provoked) =>
    [...this.visitors].flatMap(([name, one]) =>
      one.unexpected(provoked).map((text) => `${name}: ${text}`),
    );
}
