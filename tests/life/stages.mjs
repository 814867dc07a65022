// The stages of a contest before and after its exam, each by the people whose duty it is.
import assert from "node:assert/strict";
import { createHmac, randomBytes } from "node:crypto";
import * as plan from "./plan.mjs";
import { draw_seed, from_base64, sha256 } from "./proof.mjs";
import { each } from "./world.mjs";

export const name_of = (i) => `candidate_${i}`;

// Registration, documents and applications of candidates 0 … count-1. `facts` has what is otherwise
// about some of them.
export async function apply_all(world, count, { post_of = third_post, facts = {} } = {}) {
  const receipts = [];
  await each([...Array(count).keys()], 4, async (i) => {
    await world.register(name_of(i), `Nguyễn Thị Hà ${i}`);
    const own = { ...plan.good_facts, ...facts[i] };
    receipts[i] = await world.apply(name_of(i), post_of(i), own);
    world.candidates[i] = receipts[i].candidate;
  });
  assert.equal(new Set(receipts.map((one) => one.number)).size, count);
  return receipts;
}
const third_post = (i) => plan.posts[i % 3];

export async function hold_intake(world, count, options) {
  await world.leap("03-10 10:00", ["chair", "vice"]);
  return apply_all(world, count, options);
}

// Both verifiers decide every criterion as the machine found it; then the list.
export async function decide_and_list(world) {
  await world.leap("04-05 09:00", ["chair", "vice", "secretary", "verifier_a", "verifier_b"]);
  await world.advance_stage("verification");
  const { secretary, verifier_a, verifier_b } = world.people;
  const register = await secretary.get(world.path("/applications"));
  for (const { application } of register.applications) {
    const path = world.path(`/applications/${application}`);
    const seen = await verifier_a.get(path);
    const decisions = seen.criteria.map(({ criterion, finding }) => ({
      criterion,
      verdict: finding === "fail" ? "fail" : "pass",
      reason: finding === "fail" ? "Không đủ tuổi theo thông báo" : "",
    }));
    await verifier_a.post(`${path}/decisions`, { decisions });
    await verifier_b.post(`${path}/decisions`, { decisions });
  }
  return secretary.post(world.path("/eligible-list"));
}

// Rooms of a round: {name, seats, keepers}.
export async function plan_rooms(world, round, rooms) {
  const { officials } = await world.people.chair.get(world.path("/officials"));
  const person_of = (name) => officials.find((one) => one.identifier === `${name}@thi.vn`).person;
  return world.people.secretary.put(world.path(`/rounds/${round}/rooms`), {
    rooms: rooms.map(({ name, seats, keepers }) => ({
      name,
      seats,
      invigilators: keepers.map(person_of),
    })),
  });
}

// Papers, rooms, seats by a draw with two nonces; the contest is ready to be sat.
export async function prepare_round(world, rooms, questions = 20) {
  const names = ["chair", "vice", "secretary", "setter", "auditor"];
  await world.leap("04-27 09:00", names);
  await world.advance_stage("preparing");
  const paper = await world.seal_paper(plan.round, "official", questions);
  await world.seal_paper(plan.round, "backup", questions);
  const planned = await plan_rooms(world, plan.round, rooms);
  const draw = await hold_draw(world, { purpose: "seats", round: plan.round, pool: [] });
  await world.leap("05-10 09:00", ["chair", "vice"]);
  await world.advance_stage("sitting");
  return { paper, draw, rooms: planned.rooms };
}

// A draw with nonces of the chair and the secretary, computed again from its parts.
export async function hold_draw(world, asked) {
  const { chair, secretary } = world.people;
  const { draw } = await secretary.post(world.path("/draws"), asked);
  const nonces = [randomBytes(32), randomBytes(32)];
  const base64 = (bytes) => bytes.toString("base64");
  for (const [i, who] of [chair, secretary].entries())
    await who.post(world.path("/draws/commit"), { draw, commitment: base64(sha256(nonces[i])) });
  for (const [i, who] of [chair, secretary].entries())
    await who.post(world.path("/draws/reveal"), { draw, nonce: base64(nonces[i]) });
  const drawn = await secretary.post(world.path("/draws/resolve"), { draw });
  const seed = draw_seed(from_base64(drawn.root), nonces);
  assert.equal(drawn.seed, base64(seed));
  const key_of = (id) => createHmac("sha256", seed).update(`exam-draw/v1\n${draw}\n${id}`).digest();
  const again = [...drawn.order].sort((a, b) => key_of(a).compare(key_of(b)));
  assert.deepEqual(drawn.order, again);
  return drawn;
}

// An answer that pays `correct`, and one that pays nothing.
export function right_answer(key) {
  if (key.options?.length > 0) return key.options;
  if (key.numeric) return key.numeric.value;
  return key.accepted[0];
}
export function wrong_answer(item, key) {
  if (item.type === "true_false") return [key.options[0] === "true" ? "false" : "true"];
  if (!(key.options?.length > 0)) return item.type === "numeric" ? "-999999" : "sai hẳn";
  const other = item.options.find(({ option }) => !key.options.includes(option));
  return other ? [other.option] : null;
}

// An answer that the item can have, known from the candidate's own order alone: what has no options
// takes a number, a text or an essay, and a numeral is all three.
export function any_answer(order, item, n) {
  const options = order.options[item];
  return options ? [options[n % options.length]] : String(n);
}

// A word of people about equals, best first.
export const step_tie = (world, post, rung, order) =>
  world.both("chair", "vice", "step_tie", {
    post,
    rung,
    order,
    reason: "Biên bản họp hội đồng số 5",
  });

// The last word about equals: a public draw; their order.
export async function draw_tie(world, post, pool) {
  const { order } = await hold_draw(world, { purpose: "tie", post, pool });
  await step_tie(
    world,
    post,
    "public_draw",
    order.map((one) => [one]),
  );
  return order;
}

// What the public sees: lines, and the file with its bytes.
export async function read_results(world) {
  const stranger = world.stranger();
  const view = await stranger.get(world.path("/results"));
  const file = await fetch(world.server.origin + view.file_url);
  const bytes = Buffer.from(await file.arrayBuffer());
  assert.equal(sha256(bytes).toString("base64"), view.file_hash);
  return { view, file: JSON.parse(bytes.toString("utf8")), bytes };
}

// Scores as they stand, signed by two.
export async function sign_results(world, act = "release") {
  const { file_hash } = await world.people.chair.get(world.path("/scores"));
  await world.both("chair", "secretary", act, { file_hash });
}

// The first release; what the public then sees.
export async function release(world) {
  await sign_results(world);
  await world.advance_stage("released");
  return read_results(world);
}

// After a remedy or an amendment: computed anew, released anew.
export async function release_again(world) {
  const preview = await world.people.secretary.post(world.path("/scores"));
  await sign_results(world);
  return { preview, ...(await read_results(world)) };
}
