// Words of the published results: lines, what was done to the paper, releases in turn.
import { pair } from "#ui/pair.svelte";
import type { Release } from "../state/releases";

const vi = {
  title: "Kết quả",
  none: "Kết quả chưa được công bố.",
  provisional: "Kết quả công bố, chưa phải kết quả chính thức",
  final_result: "Kết quả chính thức",
  released_at: "Công bố lúc",
  rank: "Thứ hạng",
  name: "Họ và tên",
  roll: "Số báo danh",
  mark: "Điểm",
  outcome: "Kết quả",
  you: "Anh/chị",
  own: "Kết quả của tôi",
  own_rank: (rank: number) => `Hạng ${rank}`,
  own_mark: (mark: string) => `${mark} điểm`,
  own_roll: (roll: string) => `số báo danh ${roll}`,
  own_go: "Xem cách tính và bài làm",
  by_roll:
    "Theo kế hoạch của kỳ thi, kết quả được công bố theo số báo danh, không nêu họ tên. Số báo danh ghi trên giấy báo dự thi.",
  unfilled: "Chức danh không tuyển được ai",
  set_aside:
    "Kết quả dưới đây không còn hiệu lực: một vòng thi được tổ chức lại, theo quyết định ghi trong nhật ký ở",
  set_aside_tag: "Không còn hiệu lực",
  set_aside_next: "Kết quả mới được công bố sau khi thi lại. Giờ thi lại ở trang thông báo.",
  remedies: "Đã xử lý đề thi",
  remedies_note: "Việc xử lý áp dụng cho mọi thí sinh làm đề đó, kể cả người không có đơn.",
  remedy: {
    drop: "Bỏ câu khỏi đề: không ai được điểm câu này, điểm tối đa giảm theo",
    all_credit: "Mọi thí sinh được đủ điểm câu này",
    several_keys: "Chấp nhận thêm đáp án",
  },
  remedy_item: "Câu",
  remedy_keys: "Đáp án thêm",
  or: " hoặc ",
  reason: "Lý do",
  releases: "Các lần công bố",
  release: {
    first: "Công bố lần đầu",
    again: "Công bố lại",
    final: "Kết quả chính thức",
  } satisfies Record<Release["kind"], string>,
  changed: ({ amended, mended }: Release) =>
    [
      amended > 0 ? `${amended} điểm bài thi thay đổi sau phúc khảo` : "",
      mended > 0 ? `${mended} câu của đề được xử lý` : "",
    ]
      .filter(Boolean)
      .join("; "),
  current: "đang xem",
  file: "Tệp kết quả",
  file_hash: "Mã băm của tệp",
  file_index: "Ghi trong nhật ký ở",
  download: "Tải tệp kết quả",
  check:
    "Tải tệp, tính SHA-256 của tệp và so với mã băm ở đây. Mục nhật ký nêu trên giữ đúng mã băm đó.",
};
const en: typeof vi = {
  title: "Results",
  none: "The results have not been published.",
  provisional: "Published results, not final yet",
  final_result: "Final results",
  released_at: "Published",
  rank: "Rank",
  name: "Name",
  roll: "Roll number",
  mark: "Mark",
  outcome: "Outcome",
  you: "You",
  own: "My result",
  own_rank: (rank) => `Rank ${rank}`,
  own_mark: (mark) => `mark ${mark}`,
  own_roll: (roll) => `roll number ${roll}`,
  own_go: "See how it was reckoned, and my answers",
  by_roll:
    "By the plan of this contest results are published by roll number, without names. The roll number is on the admission ticket.",
  unfilled: "Posts not filled",
  set_aside:
    "The results below are no longer in force: a round is held again, by the decision in the log at",
  set_aside_tag: "No longer in force",
  set_aside_next:
    "New results follow once it has been held. Its time is on the page of the notice.",
  remedies: "What was done to the paper",
  remedies_note: "It holds for everybody who had the paper, also for who did not appeal.",
  remedy: {
    drop: "The item leaves the paper: it pays nobody and the maximum falls",
    all_credit: "Everybody is paid in full for the item",
    several_keys: "Further keys are accepted",
  },
  remedy_item: "Item",
  remedy_keys: "Further keys",
  or: " or ",
  reason: "Reason",
  releases: "Releases",
  release: { first: "First release", again: "Released again", final: "Final results" },
  changed: ({ amended, mended }) =>
    [
      amended > 0 ? `${amended} ${amended === 1 ? "mark" : "marks"} changed after appeals` : "",
      mended > 0 ? `${mended} ${mended === 1 ? "item" : "items"} of the paper dealt with` : "",
    ]
      .filter(Boolean)
      .join("; "),
  current: "shown here",
  file: "Result file",
  file_hash: "Hash of the file",
  file_index: "In the log as",
  download: "Download the result file",
  check:
    "Download the file, compute its SHA-256 and compare it with the hash here. The log entry named above holds the same hash.",
};
export const results = pair({ vi, en });
