// A marker's day with a packet of two questions, four criteria each, from the keyboard alone and at
// the real server: mistakes, a break, a lost network, a session that is over, a report to the head,
// a second look, the last script. THITUYEN_SCRIPTS is how many scripts the packet has; the trial of
// docs/trials.md had 35.
import assert from "node:assert/strict";
import { test } from "node:test";
import { essay_of } from "../life/essays.mjs";
import { Desk } from "../life/marking_day.mjs";
import { marker_names } from "../life/officials.mjs";
import * as plan from "../life/plan.mjs";
import { password } from "../life/world.mjs";
import { give_packets, open_written } from "../life/written_day.mjs";
import { as_typed, Hands } from "./marker_hands.mjs";
import { close_browser, Visitor } from "./visitor.mjs";

const { round } = plan;
const all = Number(process.env.THITUYEN_SCRIPTS ?? 12);
const phrases = [
  "Nêu đúng ý chính, dẫn chiếu chưa đầy đủ.",
  "Nguyên nhân còn chung.",
  "Biện pháp chưa khả thi.",
  "Còn lỗi diễn đạt.",
  "Hiểu chưa đủ mục đích.",
  "Điều kiện còn thiếu.",
  "Lộ trình chưa rõ người chịu trách nhiệm.",
  "Bố cục chưa rõ.",
];
const theirs = "Lời của người chấm khác.";
const paragraph =
  "Về giải pháp, tôi đề xuất lập danh mục các khâu có rủi ro, quy định thời hạn cho từng khâu, " +
  "luân phiên người thẩm định và kiểm tra chéo hằng quý; mỗi giải pháp có người chịu trách nhiệm.";
const text_of = (i) => [essay_of(i), ...Array(4 + (i % 4)).fill(paragraph)].join("\n");

// Of script n: nothing, everything, and what is between, in halves.
function marks_of(maxes, n) {
  return maxes.map((max, i) => {
    const draw = (n * 7 + i * 3) % 11;
    const part = Math.floor((max * (4 + (draw % 5))) / 500) * 50;
    const points = draw === 0 ? 0 : draw < 3 ? max : part;
    return { points, max, words: phrases[(i + (n % 3 === 2 ? 1 : 0)) % phrases.length] };
  });
}

const values = ({ page }) =>
  page
    .locator("section.cr :is(input, textarea)")
    .evaluateAll((fields) => fields.map((one) => one.value));

// The first script: what is wrong is said where it is typed; nothing goes on before it is right.
async function first_script(hands, maxes) {
  const { visitor, page } = hands;
  await page.locator("section.cr").first().waitFor();
  await hands.press("j");
  await hands.on_points();
  await hands.press(..."99", "Enter");
  await visitor.see(`“99” chưa đúng: ghi từ 0 đến ${as_typed(maxes[0])}`);
  assert.equal((await hands.at()).value, "99");
  await hands.press("Control+a");
  await hands.give(1000);
  await hands.on_comment();
  // A commit that cannot be leads to what is missing.
  await hands.press("Control+Enter");
  await visitor.see("Ghi nhận xét vì chưa cho điểm tối đa.");
  await hands.on_comment();
  await hands.comment(phrases[0]);
  // Letters are keys in a field of points, and lead back to what was given.
  await hands.press(..."7.25", "j", "k");
  await hands.on_points();
  assert.equal((await hands.at()).value, "7,25");
  await hands.press("Enter");
  await hands.comment(phrases[1]);
  await hands.give(maxes[2]);
  // The digits' focus follows the points: Space changes nothing.
  await hands.press("4", "Space", ".");
  assert.deepEqual([(await hands.at()).name, (await hands.at()).checked], ["4", "true"]);
  await hands.press("Enter");
  await hands.comment(phrases[3]);
  const before = await page.evaluate(() => document.querySelector(".essay").scrollTop);
  await hands.press("PageDown");
  await page.waitForFunction((y) => document.querySelector(".essay").scrollTop > y, before);
  await hands.mark(marks_of(maxes, 0).slice(4));
  await visitor.shot("80-marking-ready");
  await visitor.narrow_shot("80-marking-ready");
  // Enter at the end commits nothing.
  await hands.press("Enter");
  await visitor.see(`0 / ${all} bài đã chấm`);
  await hands.commit(1, all);
}

// The page closed in the middle of a word, and opened again.
async function a_break(hands, maxes, path) {
  const { visitor } = hands;
  for (const i of [0, 1]) {
    await hands.give(1000);
    await hands.comment(phrases[i]);
  }
  await hands.give(1000);
  await hands.write("Biện pháp chưa kh");
  await visitor.page.locator("[data-keeping=kept]").waitFor();
  await visitor.see("Phần chấm dở được giữ trên máy này.");
  const left = await values(hands);
  await visitor.reopen(path);
  await visitor.see("Bài này đang chấm dở.");
  await visitor.shot("81-marking-resumed");
  assert.deepEqual(await values(hands), left);
  await hands.press("j", "c", "End");
  await hands.on_comment();
  assert.equal((await hands.at()).value, "Biện pháp chưa kh");
  await hands.write("ả thi.");
  await hands.press("Enter");
  await hands.mark(marks_of(maxes, 1).slice(3));
  await hands.commit(2, all);
}

// One question reaches the server, the other does not; then it does and the answer is lost.
async function lost_network(hands, maxes) {
  const { visitor, page } = hands;
  for (const [n, arrives] of [false, true].entries()) {
    await hands.mark(marks_of(maxes, 2 + n));
    let sent = 0;
    await page.route("**/marks", async (route) => {
      sent += 1;
      if (sent === 1) return route.continue();
      if (arrives) await route.fetch();
      return route.abort();
    });
    await hands.press("Control+Enter");
    await visitor.see("Không kết nối được với máy chủ.");
    await visitor.see("Phần đang chấm vẫn còn ở đây.");
    await visitor.shot("82-marking-lost");
    await page.unroute("**/marks");
    await hands.commit(3 + n, all);
  }
}

// The session ends while the marker writes; signed in again, nothing is lost.
async function session_over(hands, maxes) {
  const { page, visitor, world } = hands;
  await hands.mark(marks_of(maxes, 4));
  const left = await values(hands);
  await world.server.advance(31 * plan.minute);
  await hands.press("Control+Enter");
  await visitor.see("Phần chấm dở đã được giữ trên máy này vẫn còn.");
  await hands.focus_on("#sign-in-identifier");
  await hands.write("marker_1@thi.vn");
  await hands.press("Tab");
  await hands.write(password);
  await hands.press("Enter");
  await visitor.see("Bài này đang chấm dở.");
  await page.waitForFunction(() => document.activeElement.tagName === "H1");
  assert.deepEqual(await values(hands), left);
  await hands.commit(5, all);
}

// What is committed is shown and cannot be changed, and the page says so.
async function second_look(hands) {
  const { visitor } = hands;
  await hands.press("Shift+P");
  await hands.focus_on("#own-marks");
  await visitor.see("Điểm đã chốt không sửa được. Nếu chốt nhầm, báo ngay cho Trưởng ban chấm thi");
  assert.deepEqual(await values(hands), []);
  await visitor.shot("83-marking-own-marks");
  await hands.press("Shift+N");
  await hands.on_points();
}

async function report(hands) {
  const { page, visitor } = hands;
  await hands.press("f");
  await visitor.dialog.waitFor();
  await page.waitForFunction(() => document.activeElement.closest("dialog"));
  while ((await hands.at()).id !== "flag-text") await hands.press("Tab");
  await hands.write("Có chữ ký ở cuối bài.");
  await hands.press("Tab", "Enter");
  await visitor.dialog.waitFor({ state: "detached" });
  await visitor.see("cho Trưởng ban chấm thi. Anh/chị chấm tiếp bài này như thường.");
}

async function sign_out(hands) {
  const { page, visitor } = hands;
  for (let i = 0; i < 60 && (await hands.at()).name !== "Đăng xuất"; i += 1)
    await hands.press("Shift+Tab");
  await hands.press("Enter");
  await visitor.heading("Đăng nhập");
  const kept = () => indexedDB.databases().then((bases) => bases.map((one) => one.name));
  assert.deepEqual(await page.evaluate(kept), []);
}

test("a marker marks a whole packet from the keyboard", async (t) => {
  const sitters = [...Array(all).keys()];
  const { world } = await open_written({ sitters, hands: marker_names(2), text_of });
  t.after(async () => {
    await close_browser();
    await world.end();
  });
  await give_packets(world);
  const other = new Desk(world, "marker_2");
  const to_other = await other.open_scripts();
  for (const script of to_other.slice(0, 3)) await other.mark(script, 50, theirs);
  const mine = new Desk(world, "marker_1");
  const [{ items }] = await mine.open_scripts();
  const maxes = items.flatMap(({ rubric }) => rubric.map(({ max }) => max));
  assert.equal(maxes.length, 8);

  const path = `/qt/${world.contest}/cham-thi`;
  const visitor = await Visitor.come(world.server.origin, world.people.marker_1);
  const hands = new Hands(visitor, world);
  await visitor.goto(path);
  await visitor.see(`0 / ${all} bài đã chấm`);
  await first_script(hands, maxes);
  await a_break(hands, maxes, path);
  await lost_network(hands, maxes);
  await session_over(hands, maxes);
  await second_look(hands);
  await report(hands);
  const before = { ...hands };
  for (let n = 5; n < all; n += 1) {
    if (n > 5) await hands.press("PageDown", "PageDown");
    else await hands.press("j", "k");
    await hands.mark(marks_of(maxes, n));
    await hands.commit(n + 1, all);
  }
  await hands.focus_on("#all-done");
  // Offered again were this marker's own words, all of them, and nobody else's.
  const offered = [...hands.offered].filter((one) => one !== "Biện pháp chưa khả thi.");
  assert.deepEqual(offered.sort(), phrases.filter((one) => offered.includes(one)).sort());
  assert.ok(offered.length > 4);
  await visitor.see(`Anh/chị đã chốt điểm cả ${all} bài được giao.`);
  await visitor.shot("84-marking-done");
  const since = (what) => hands[what] - before[what];
  t.diagnostic(
    `${all - 5} scripts: ${since("keys")} keys, ${since("letters")} letters of comments, ` +
      `${since("taken")} comments taken`,
  );

  await world.sign_in("marker_1");
  const { scripts } = await mine.ask("GET", "/packet");
  assert.ok(scripts.every((one) => one.marked === one.items));
  for (const { code, turn } of scripts) {
    const page = await mine.ask("GET", `/scripts/${code}?turn=${turn}`);
    const said = page.items.flatMap(({ lines }) => lines.map(({ comment }) => comment));
    assert.deepEqual(
      said.filter((one) => one !== one.trim() || one.includes(theirs)),
      [],
    );
  }
  await sign_out(hands);
  const provoked = /ERR_FAILED|ERR_INTERNET_DISCONNECTED|status of 401/;
  assert.deepEqual(visitor.unexpected(provoked), []);
});
