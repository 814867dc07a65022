// Words of the page of minutes.
import { pair } from "#ui/pair.svelte";
import type { MinutesKind } from "../state/minutes";

const vi = {
  title: "Biên bản",
  lead: "Biên bản lập từ nhật ký, in trên khổ A4 để ký. Mỗi biên bản ghi rõ mục nhật ký làm căn cứ.",
  none: "Chưa có biên bản nào.",
  open: "Mở để in",
  entry: (index: number) => `đến mục nhật ký ${index}`,
  new_tab: "mở trong thẻ mới",
  kind: {
    opening: "Khai mạc",
    draw: "Bốc thăm",
    sitting: "Coi thi",
    marking: "Chấm thi",
    count: "Kiểm phiếu",
    result: "Kết quả",
  } satisfies Record<MinutesKind, string>,
};
const en: typeof vi = {
  title: "Minutes",
  lead: "Made from the log, for printing on A4 and signing. Each names the entries it rests on.",
  none: "There are no minutes yet.",
  open: "Open for printing",
  entry: (index: number) => `up to log entry ${index}`,
  new_tab: "opens in a new tab",
  kind: {
    opening: "Opening",
    draw: "Draws",
    sitting: "Sittings",
    marking: "Marking",
    count: "Counting of ballots",
    result: "Results",
  },
};
export const minutes = pair({ vi, en });
