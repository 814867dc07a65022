// A marker's unfinished marks in the browser, and the marker's own comments offered again.
import "fake-indexeddb/auto";
import { openDB } from "idb";
import { describe, expect, it } from "vitest";
import { forget_marks, marks_db } from "#core/keep/marks";
import { KeptMarks, type Place } from "../../src/staff/state/kept_marks";
import { draft_of, with_draft } from "../../src/staff/state/mark_draft";
import { offers, said_in, said_now, type Said } from "../../src/staff/state/own_comments";
import type { Line, ScriptPage } from "../../src/staff/state/rubric";
import { line as a_line } from "./rubric_line";

const line = (criterion: string, more: Partial<Line> = {}): Line =>
  a_line({ id: criterion, criterion, text: "", ...more });
const place: Place = ["rnd", "abc123", "first"];
const draft = {
  focused: 1,
  lines: [{ item: "itm", criterion: "c1", points: 250, comment: "Thiếu căn cứ." }],
};

describe("Unfinished marks", () => {
  it("nothing given is nothing to keep", () => {
    expect(draft_of([line("c1"), line("c2", { comment: " " })], 0)).toBeUndefined();
  });

  it("points, comments and the criterion at hand come back as they were", () => {
    const begun = [line("c1", { points: 0, comment: "Không nêu." }), line("c2", { comment: "Dở" })];
    const kept = draft_of(begun, 1);
    expect(kept?.focused).toBe(1);
    expect(with_draft([line("c1"), line("c2"), line("c3")], kept)).toEqual([...begun, line("c3")]);
  });

  it("what is no mark of the criterion, and lines that are committed by now, do not come back", () => {
    const lines = [150.5, -1, 401].map((points) => ({
      ...{ item: "itm", criterion: "c1", comment: "" },
      points,
    }));
    for (const one of lines) {
      expect(with_draft([line("c1")], { focused: 0, lines: [one] })[0]?.points).toBeUndefined();
    }
    expect(with_draft([line("c2")], draft)).toEqual([line("c2")]);
  });

  it("are kept by account, sealed, until they are deleted", async () => {
    const kept = await KeptMarks.open("acc_1");
    expect(await kept?.write(place, draft)).toBe(true);
    expect(await kept?.read(place)).toEqual(draft);
    expect(await kept?.begun("rnd")).toEqual([{ code: "abc123", turn: "first" }]);
    expect(await kept?.begun("another")).toEqual([]);
    expect(await (await KeptMarks.open("acc_2"))?.count()).toBe(0);

    const raw = await openDB(marks_db("acc_1"));
    const record = (await raw.get("marks", place)) as { data: ArrayBuffer };
    expect(new TextDecoder().decode(record.data)).not.toContain("criterion");
    raw.close();

    await kept?.write(place, undefined);
    expect([await kept?.read(place), await kept?.count()]).toEqual([undefined, 0]);
  });

  it("a sealed record moved to another script does not open", async () => {
    const kept = await KeptMarks.open("acc_3");
    await kept?.write(place, draft);
    const raw = await openDB(marks_db("acc_3"));
    await raw.put("marks", await raw.get("marks", place), ["rnd", "other", "first"]);
    raw.close();
    expect(await kept?.read(["rnd", "other", "first"])).toBeUndefined();
  });

  it("signing out takes them, while a page still has them open", async () => {
    const kept = await KeptMarks.open("acc_4");
    await kept?.write(place, draft);
    forget_marks("acc_4");
    const again = await KeptMarks.open("acc_4");
    expect(await again?.count()).toBe(0);
    expect(await kept?.write(place, draft)).toBe(false);
  });
});

const said = (code: string, criterion: string, comment: string): Said => ({
  ...{ code, item: "itm", criterion, comment },
});

describe("Own comments", () => {
  it("are those of committed items, and of what stands on the script at hand", () => {
    const item = { item: "itm", stem: "", answer: "", max: 800, rubric: [], marked: 300 };
    const lines = [
      { criterion: "c1", points: 100, comment: "\nThiếu. " },
      { criterion: "c2", points: 200, comment: "" },
    ];
    const page = { round: "rnd", code: "a", turn: "first", items: [{ ...item, lines }] };
    expect(said_in(page as unknown as ScriptPage)).toEqual([said("a", "c1", "Thiếu.")]);
    expect(said_now("b", [line("c1", { comment: " Dở " }), line("c2")])).toEqual([
      said("b", "c1", "Dở"),
    ]);
  });

  it("of the same criterion come first, the most used before; each once", () => {
    const all = [
      said("a", "c2", "Ý khác."),
      said("a", "c1", "Một lần."),
      said("b", "c1", "Hai lần."),
      said("c", "c1", "Hai lần."),
      said("d", "c2", "Ý khác."),
      said("e", "c2", "Ý khác."),
    ];
    expect(offers(all, [], line("c1"), "", "z")).toEqual(["Hai lần.", "Một lần.", "Ý khác."]);
  });

  it("narrow down to what is typed, with or without its marks", () => {
    const all = [said("a", "c1", "Thiếu căn cứ."), said("b", "c1", "Bố cục rõ.")];
    expect(offers(all, [], line("c1"), "can cu", "z")).toEqual(["Thiếu căn cứ."]);
    expect(offers(all, [], line("c1"), "Thiếu căn cứ.", "z")).toEqual([]);
  });

  it("of this very script at another turn are not offered: a second look is not told the first", () => {
    const all = [said("a", "c1", "Lần trước."), said("b", "c1", "Bài khác.")];
    expect(offers(all, [], line("c1"), "", "a")).toEqual(["Bài khác."]);
  });
});
