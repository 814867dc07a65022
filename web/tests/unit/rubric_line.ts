// A criterion of a marker's rubric with nothing given yet.
import type { Line } from "../../src/staff/state/rubric";

export const line = (more: Partial<Line> = {}): Line => ({
  id: "itm-0",
  item: "itm",
  number: 1,
  criterion: "content",
  text: "Nội dung",
  max: 400,
  levels: [],
  points: undefined,
  wrong: undefined,
  comment: "",
  ...more,
});
