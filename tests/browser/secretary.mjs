// The council's secretary through a defence day, with keys alone. The other members and the chair
// are at the API.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { round, voting } from "../life/contest_2017.mjs";
import { CouncilDay, marks_of } from "../life/council_day.mjs";
import { each, password } from "../life/world.mjs";
import { Hand } from "./hand.mjs";
import { patience_ms, Visitor } from "./visitor.mjs";

const base64 = (bytes) => bytes.toString("base64");

export class SecretaryDay extends CouncilDay {
  constructor(world) {
    super(world, round, voting);
    this.keys = []; // [what, how many]
  }

  // Signs in by keys at the page's own address. Time goes on meanwhile, as it does.
  async begin() {
    const { world } = this;
    this.clock = setInterval(() => world.server.advance(1_000).catch(() => {}), 1_000);
    this.visitor = await Visitor.come(world.server.origin);
    this.hand = new Hand(this.visitor);
    await this.visitor.goto(`/qt/${world.contest}`);
    await this.visitor.page.getByLabel("Mật khẩu").waitFor();
    await this.sign_in();
    await this.visitor.heading("Kỳ thi tuyển mẫu");
  }
  end = () => clearInterval(this.clock);
  async sign_in() {
    await this.hand.tab_to(/^Tên đăng nhập|^Tài khoản|^Thư điện tử/);
    await this.hand.type("secretary@thi.vn");
    await this.hand.press("Tab");
    await this.hand.type(password);
    await this.hand.press("Enter");
  }

  // What a part of the day took in keys.
  async counted(what, part) {
    const before = this.hand.count;
    const result = await part();
    this.keys.push([what, this.hand.count - before]);
    return result;
  }
  // Confirms the open dialog, with the password where it is asked for: at once, or, since the
  // machine's clock is not the test's, after the server has asked for it.
  async confirm() {
    const { hand, visitor } = this;
    const secret = visitor.dialog.getByLabel("Mật khẩu của anh/chị");
    await visitor.dialog.waitFor();
    if (await secret.count()) {
      if (!/^Mật khẩu/.test(await hand.focus())) await hand.tab_to(/^Mật khẩu của anh\/chị/);
      await hand.type(password);
    }
    await hand.press("Control+Enter");
    const asked = visitor.page.locator("#act-password:focus");
    await visitor.page
      .locator("body:not(:has(dialog))")
      .or(asked)
      .first()
      .waitFor({ state: "attached" });
    if (await asked.count()) {
      await hand.type(password);
      await hand.press("Control+Enter");
    }
    await visitor.dialog.waitFor({ state: "detached" });
  }
  // A page of the menu, from wherever the focus is.
  async menu(name) {
    await this.hand.tab_to(name, { most: 60, key: "Shift+Tab" });
    await this.hand.press("Enter");
    await this.visitor.page.locator("h1:focus").waitFor();
  }

  // The chair's part of a draw: a number committed, then revealed.
  async commit_as_chair() {
    const { draws } = await this.world.people.chair.get(this.world.path("/draws"));
    const { draw } = draws.find((one) => one.seed === undefined);
    this.nonce = { draw, bytes: randomBytes(32) };
    const commitment = base64(createHash("sha256").update(this.nonce.bytes).digest());
    await this.world.people.chair.post(this.world.path("/draws/commit"), { draw, commitment });
  }
  reveal_as_chair = () =>
    this.world.people.chair.post(this.world.path("/draws/reveal"), {
      draw: this.nonce.draw,
      nonce: base64(this.nonce.bytes),
    });

  // Sessions of people end after half an hour without a word.
  everybody_again = () =>
    each([...voting, "secretary"], 4, async (name) => this.world.sign_in(name));

  async issue(candidate, members) {
    const papers = this.papers.get(candidate) ?? [];
    this.papers.set(candidate, papers);
    for (const member of members)
      papers.push({
        member,
        ...(await this.world.people[member].post(this.path(`/${candidate}/ballot`))),
      });
  }
  // All that were issued and not cast: whole marks about `mark`.
  async cast_all(candidate, mark) {
    const papers = this.papers.get(candidate).filter((one) => !one.cast);
    const marks = marks_of(mark * papers.length, papers.length);
    for (const [i, paper] of papers.entries()) {
      await this.cast(candidate, paper.token, marks[i] * 100);
      paper.cast = true;
    }
  }
  async hearing(post, candidate) {
    return (await this.post_of(post)).hearings.find((one) => one.candidate === candidate);
  }
  // Nothing tells the page of a ballot: it asks again by itself.
  box_is_full = (name, n) =>
    this.card(name).getByText(`Đủ ${n}/${n} phiếu trong hòm`).waitFor({ timeout: patience_ms });
  card = (name) =>
    this.visitor.page.locator("main li").filter({
      has: this.visitor.page.getByRole("heading", { level: 3, name, exact: true }),
    });

  // What waits for a second person, approved by the chair.
  async approve_all() {
    const { world } = this;
    await world.sign_in("chair");
    await world.prove("chair");
    const { proposals } = await world.people.chair.get(world.path("/proposals"));
    for (const { proposal } of proposals.filter((one) => one.state === "waiting"))
      await world.people.chair.post(world.path(`/proposals/${proposal}/approve`));
  }
  // The button that has the focus has stood there long enough.
  ready = (name) =>
    this.visitor.page
      .locator("[data-step][data-ready] button:focus")
      .filter({ hasText: name })
      .waitFor();

  // A member says before the day that a candidate of the post is a relative.
  async declare_conflict(member, post) {
    const { applications } = await this.world.people.chair.get(this.world.path("/applications"));
    const { candidate } = applications.find((one) => one.post === post);
    this.conflict = { member, candidate };
    const body = { candidate, relation: "sibling" };
    await this.world.people[member].post(this.world.path("/conflicts"), body);
  }
  // Whoever is not present on the page's list, and whoever has declared a relation.
  async scorers(post, candidate) {
    const { members, posts } = await this.view("chair");
    const { present } = posts.find((one) => one.post === post);
    const officials = await this.world.people.chair.get(this.world.path("/officials"));
    const name_of = (person) =>
      officials.officials.find((one) => one.person === person).identifier.replace("@thi.vn", "");
    assert.ok(members.length > present.length);
    const { conflict } = this;
    return present
      .map(name_of)
      .filter((name) => !(conflict.candidate === candidate && conflict.member === name));
  }

  async to_defence_stage() {
    const { hand, visitor } = this;
    await this.counted("stage", async () => {
      await hand.tab_to(/^Chuyển sang: Bảo vệ đề án/, { most: 4 });
      await hand.press("Enter");
      await this.confirm();
      await hand.is_at("Đã thực hiện.");
    });
    await this.menu(/^Bảo vệ đề án$/);
    await visitor.see("Chưa có thứ tự: danh sách dưới đây không phải thứ tự bảo vệ.");
    await visitor.shot("secretary-not-drawn");
  }

  // What a step has written is there a moment after the key.
  async until_step(post, candidate, step) {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await this.hearing(post, candidate)).step === step) return;
      await this.visitor.page.waitForTimeout(50);
    }
    await this.assert_step(post, candidate, step);
  }
  async assert_step(post, candidate, step) {
    assert.equal((await this.hearing(post, candidate)).step, step);
  }
}
