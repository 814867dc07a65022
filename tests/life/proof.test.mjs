// The second implementation against the known answers of docs/formats, so that it can be trusted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { leaf_hash, leaf_of, open_checkpoint, parse_vkey, root_of, sha256 } from "./proof.mjs";

const vkey = parse_vkey(
  "exam.example.org/contest/2026-01+7f2259b6+AQmpHPxAqiYmyKKoy6fGojN6Y8xQoeGVDtLi7n7C5SDB",
);
const leaves = [
  ["contest.genesis", 1767225600000, '{"contest":"2026-01","rules":"r1"}'],
  ["paper.seal", 1767225601000, '{"paper":"P1","sha256":"00"}'],
  ["answer.save", 1767229200123, '{"a":"A7","k":"q1","seq":1,"v":"Đáp án B"}'],
  ["answer.save", 1767229201456, '{"a":"A7","k":"q1","seq":2,"v":"C"}'],
  ["mark.commit", 1767232800000, '{"blind":"K7Q2","m":1725,"marker":"M3","q":"q1"}'],
];
const signature =
  "fyJZtk1lm5MKfNFsFa5QolKIdvF1CcmRjuu/K77bv/cw" +
  "rAn55NHesvAKMrubPn1fom8OIo5H1K2iwohAEWCP21BNZws=";
const note = [
  "exam.example.org/contest/2026-01",
  "5",
  "7q6++58PiRfo1dqUAjctRFNj9d6EXako4jJLKdFBWeY=",
  "",
  `\u2014 exam.example.org/contest/2026-01 ${signature}`,
  "",
].join("\n");

test("the known tree of leaf.md has the root that the known checkpoint signs", () => {
  const hashes = leaves.map(([type, time, payload], i) =>
    leaf_hash(leaf_of(type, time, sha256(`kat salt ${i}`), payload)),
  );
  assert.equal(hashes[2].toString("hex").slice(0, 16), "06ebb2a41ea54da0");
  const head = open_checkpoint(note, vkey);
  assert.equal(head.size, 5);
  assert.deepEqual(root_of(hashes), head.root);
});

test("a checkpoint changed by one letter, or under another key, is refused", () => {
  assert.throws(() => open_checkpoint(note.replace("\n5\n", "\n6\n"), vkey), /bad signature/);
  const other = { ...vkey, id: "00000000" };
  assert.throws(() => open_checkpoint(note, other), /not signed/);
});
