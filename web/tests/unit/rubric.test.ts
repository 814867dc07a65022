// A marker's work before it is committed: points by keys and by typing, what is still missing.
import { describe, expect, it } from "vitest";
import * as rubric from "../../src/staff/state/rubric";
import { line } from "./rubric_line";

describe("A marker's rubric", () => {
  it("a digit gives whole points, never more than the maximum", () => {
    expect(rubric.give(line(), 4)).toBe(400);
    expect(rubric.give(line({ points: 100 }), 5)).toBe(100);
  });

  it("half a point comes and goes, and does not pass the maximum", () => {
    expect(rubric.toggle_half(line({ points: 300 }))).toBe(350);
    expect(rubric.toggle_half(line({ points: 350 }))).toBe(300);
    expect(rubric.toggle_half(line({ points: 400 }))).toBe(400);
    expect(rubric.toggle_half(line())).toBe(50);
  });

  it("typed points are read with a comma or a point, and only where they are the criterion's", () => {
    expect(rubric.typed_points("7,5", 1500)).toBe(750);
    expect(rubric.typed_points("7.25", 1500)).toBe(725);
    expect(rubric.typed_points(" 15 ", 1500)).toBe(1500);
    for (const text of ["15,01", "", "abc", "-1", "1,234"]) {
      expect(rubric.typed_points(text, 1500), text).toBeUndefined();
    }
  });

  it("what is missing: points, and comments below the maximum", () => {
    const lines = [line(), line({ points: 300 }), line({ points: 400 })];
    expect(rubric.unmarked(lines)).toBe(1);
    expect(rubric.uncommented(lines)).toBe(1);
    expect(rubric.total_of(lines)).toBe(700);
  });

  it("one digit gives the points only where one digit and the half give every mark", () => {
    expect([400, 500, 950].map(rubric.by_digits)).toEqual([true, true, true]);
    expect([1000, 1500, 125].map(rubric.by_digits)).toEqual([false, false, false]);
  });

  it("what comes next is what is missing, from the criterion at hand and around the end", () => {
    const lines = [line(), line({ points: 400 }), line({ points: 100, comment: " \n" })];
    expect(rubric.first_missing(lines)).toBe(0);
    expect(rubric.first_missing(lines, 1)).toBe(2);
    expect(lines.map(rubric.missing_of)).toEqual(["points", undefined, "comment"]);
    expect(rubric.first_missing([line({ points: 0, comment: "Không nêu." })])).toBeUndefined();
  });

  it("a comment is sent without blanks at its ends and in one spelling", () => {
    expect(rubric.clean("\nThiếu ý.\n".normalize("NFD"))).toBe("Thiếu ý.");
  });

  it("words and paragraphs of an answer", () => {
    expect(rubric.words_in(" một  hai\nba ")).toBe(3);
    expect(rubric.paragraphs_of("một\n\n hai \n")).toEqual(["một", " hai "]);
  });
});
