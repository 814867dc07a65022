// What the site prints for people to keep: minutes, and a candidate's own file.
import assert from "node:assert/strict";
import { essay_of } from "./essays.mjs";
import { assert_kept, read_log } from "./log.mjs";
import { check_receipt, parse_receipt } from "./proof.mjs";
import { name_of } from "./stages.mjs";

// Of every kind, each with the entry that ended its act.
export async function assert_minutes(world) {
  const { auditor } = world.people;
  const { minutes } = await auditor.get(world.path("/minutes"));
  assert.deepEqual(
    new Set(minutes.map(({ kind }) => kind)),
    new Set(["opening", "draw", "sitting", "marking", "count", "result"]),
  );
  for (const { name, title, index } of minutes) {
    const page = await auditor.get(world.path(`/minutes/${name}`));
    assert.ok(page.includes(title), `${name}: ${title}`);
    assert.ok(page.includes(`[mục ${index}]`), `${name}: ${index}`);
  }
  return minutes;
}

const points_text = (hundredths) => (hundredths / 100).toFixed(2).replace(".", ",");
const count_of = (page, text) => page.split(text).length - 1;

// Candidate i's own answers and essays, the marks with their comments and the ballots, as
// outcome.mjs has them; and a receipt of every entry, which leads into the log
// (docs/formats/candidate-file.md).
export async function assert_candidate_file(world, i, { turns, ballots }) {
  const person = await world.sign_in(name_of(i));
  const reply = await person.answer("GET", world.path("/candidate-file"));
  const page = await reply.text();
  assert.equal(reply.status, 200, page);
  assert.match(reply.headers.get("content-disposition"), /^attachment/);

  const { items, marks } = await person.get(world.path(`/scores/${world.candidates[i]}`));
  assert.ok(items.length > 0);
  assert.ok(items.every(({ score }) => page.includes(`[mục ${score.index}]`)));
  const essays = new Set(marks.map(({ item }) => item)).size;
  assert.ok(essays > 0);
  assert.equal(count_of(page, essay_of(i)), essays);
  assert.deepEqual(new Set(marks.map(({ turn }) => turn)), new Set(Object.keys(turns)));
  for (const { points, lines, index } of marks) {
    assert.ok(page.includes(`${points_text(points)} điểm [mục ${index}]`), `mark at ${index}`);
    for (const { comment } of lines) assert.ok(page.includes(comment));
  }
  for (const score of ballots) assert.ok(page.includes(`${points_text(score)} [mục `), `${score}`);

  const [, text] = /<script id="receipts" type="application\/json">(.*?)<\/script>/s.exec(page);
  const { candidate, contest, entries, format, vkey } = JSON.parse(text);
  assert.deepEqual(
    { candidate, contest, format, vkey },
    {
      candidate: world.candidates[i],
      contest: world.contest,
      format: "exam-candidate-file/v1",
      vkey: world.vkey,
    },
  );
  const log = await read_log(world);
  for (const { index, receipt, type } of entries) {
    const { payload } = parse_receipt(receipt).extra;
    const proved = check_receipt(receipt, type, () => payload, world.log_key);
    assert.equal(proved.index, index);
    assert_kept(log, proved);
  }
  const indices = entries.map(({ index }) => index);
  assert.deepEqual(
    indices,
    [...indices].sort((a, b) => a - b),
  );
  const types = new Set(entries.map(({ type }) => type));
  for (const type of ["intake.apply", "answer.save", "mark.commit", "appeal.file", "mark.amend"])
    assert.ok(types.has(type), type);
  assert.ok(marks.every(({ index }) => indices.includes(index)));
}
