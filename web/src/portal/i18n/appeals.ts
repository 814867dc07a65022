// Words of appeals after the results: the window, the two tracks, the form, what became of each.
import { pair } from "#ui/pair.svelte";
import type { AppealState } from "../state/appeals";
import type { TimeLeft } from "../state/time_left";

const vi = {
  title: "Phúc khảo, kiến nghị",
  lead: "Sau khi công bố kết quả, anh/chị có thể xin chấm lại bài của mình, hoặc kiến nghị về đề thi, đáp án và việc tổ chức thi.",
  back_to_score: "Điểm của tôi",
  none_here: "Trang này dành cho thí sinh của kỳ thi.",
  go: "Xem cách nộp đơn",
  see: (n: number) => `Xem ${n} đơn đã nộp`,
  window: "Thời hạn nộp đơn",
  until: (at: string) => `Nhận đơn đến ${at}`,
  left: ({ days, hours, minutes }: TimeLeft) =>
    days > 0
      ? `còn ${days} ngày ${hours} giờ`
      : hours > 0
        ? `còn ${hours} giờ ${minutes} phút`
        : minutes > 0
          ? `còn ${minutes} phút`
          : "còn chưa đầy một phút",
  by_server: "Tính theo giờ máy chủ. Đơn đến sau giờ này không được nhận.",
  not_released: "Chưa nhận đơn: kết quả chưa được công bố.",
  over: (at: string) => `Đã hết thời hạn nộp đơn lúc ${at}.`,
  over_why: (days: string) =>
    `Thời hạn là ${days} ngày kể từ ngày công bố kết quả lần đầu, theo kế hoạch của kỳ thi.`,
  over_extended: "Thời hạn đã gồm phần gia hạn, nếu Hội đồng thi có gia hạn.",
  final: "Không nhận đơn nữa: kết quả đã thành kết quả chính thức.",
  final_why:
    "Kết quả thành chính thức khi mọi đơn đã được giải quyết. Trước đó đơn được nhận đến hết thời hạn trong kế hoạch.",
  tracks: "Hai loại đơn",
  track: {
    own_mark: "Phúc khảo bài của tôi",
    procedure: "Kiến nghị về đề thi, đáp án, tổ chức thi",
  },
  track_hint: {
    own_mark:
      "Bài được giao cho hai người khác chấm lại. Họ không biết anh/chị là ai và không biết điểm cũ. Điểm có thể tăng, giảm hoặc giữ nguyên. Mỗi vòng xin một lần.",
    procedure:
      "Dùng khi đáp án sai, đề có lỗi, hoặc việc tổ chức thi không đúng quy định. Nếu được chấp nhận, việc sửa áp dụng cho mọi thí sinh, không riêng anh/chị.",
  },
  threshold: (points: string) =>
    `Điểm chỉ thay đổi khi điểm mới lệch điểm cũ từ ${points} điểm trở lên (tính trên thang 100).`,
  rounds_allowed: (kinds: string) => `Kế hoạch của kỳ thi cho phúc khảo: ${kinds}.`,
  rounds_none: "Kế hoạch của kỳ thi không cho phúc khảo vòng nào.",
  rounds_not: (kinds: string) => `Không phúc khảo: ${kinds}.`,
  rounds_left_none:
    "Anh/chị không còn vòng nào có thể xin phúc khảo: chưa có bài được chấm, hoặc đã nộp đơn.",
  write: "Viết đơn",
  write_another: "Viết đơn khác",
  which: "Anh/chị muốn gì?",
  which_need: "Chọn loại đơn.",
  round: "Vòng thi",
  round_need: "Chọn vòng thi.",
  choose_round: "Chọn vòng thi",
  item: "Câu hỏi có liên quan",
  item_all: "Cả vòng thi, không riêng câu nào",
  item_line: (n: number, stem: string) => `Câu ${n}: ${stem}`,
  text: "Nội dung đơn",
  text_hint: {
    "": "Nêu rõ việc gì, ở đâu, và vì sao.",
    own_mark: "Nêu phần nào của bài bị chấm sót hoặc chưa đúng. Không viết tên, cơ quan của mình.",
    procedure: "Nêu đáp án, đề thi hoặc việc nào không đúng, và căn cứ.",
  },
  text_need: "Viết nội dung đơn.",
  text_long: "Nội dung dài quá 8.000 byte. Hãy viết ngắn lại.",
  kept: "Nội dung đang viết được giữ trên máy này.",
  not_kept: "Máy này không giữ được nội dung đang viết. Đừng đóng trang trước khi nộp.",
  file: "Nộp đơn",
  confirm_title: "Nộp đơn này?",
  confirm_text:
    "Việc nộp đơn được ghi vào nhật ký của kỳ thi và không rút lại được. Nội dung đơn không công khai: Ban phúc khảo, lãnh đạo và thư ký Hội đồng thi, người giám sát và kiểm tra đọc được.",
  filed_title: "Đã nhận đơn",
  filed_help: "Máy chủ đã ghi đơn vào nhật ký. Giữ mã biên nhận và số mục dưới đây.",
  mine: "Đơn của tôi",
  mine_none: "Anh/chị chưa nộp đơn nào.",
  filed_at: (at: string) => `Nộp lúc ${at}`,
  state: {
    filed: "Chờ Ban phúc khảo xét",
    remarking: "Đang chấm lại",
    amended: "Đã chấm lại",
    upheld: "Được chấp nhận",
    rejected: "Không được chấp nhận",
  } satisfies Record<AppealState, string>,
  answer_by: (at: string) => `Ban phúc khảo phải trả lời trước ${at}.`,
  remark_by: (at: string) => `Phải chấm lại xong trước ${at}.`,
  says: {
    filed: "Hai người của Ban phúc khảo, không phải người đã chấm anh/chị, sẽ quyết định.",
    upheld: "Ban phúc khảo chấp nhận kiến nghị. Việc sửa áp dụng cho mọi thí sinh.",
    rejected: "Ban phúc khảo không chấp nhận.",
  },
  remarks: (n: number) =>
    n === 0
      ? "Ban phúc khảo cho chấm lại. Bài được giao cho người chấm khác."
      : `Ban phúc khảo cho chấm lại. Đã có ${n} người chấm lại xong.`,
  changed: (before: string, after: string) => `Điểm vòng thi đổi từ ${before} thành ${after}.`,
  same: (mark: string) => `Đã chấm lại, điểm vòng thi giữ nguyên ${mark}.`,
  then_release:
    "Hội đồng thi tính lại điểm và công bố lại. Xem kết quả mới ở trang Kết quả và trang Điểm của tôi.",
  remedied: "Đã xử lý đề thi theo kiến nghị này",
  reason: "Lý do",
  decided_in: "Quyết định ghi ở",
  receipt: "Biên nhận",
  code: "Mã biên nhận",
  log_entry: "Mục nhật ký",
  hash: "Mã băm SHA-256 của nội dung",
  hash_note: "Nhật ký giữ mã băm này, không giữ nội dung đơn.",
  text_mine: "Nội dung tôi đã nộp",
  print: "In",
  results: "Trang kết quả",
};
const en: typeof vi = {
  title: "Appeals",
  lead: "Once results are published you may ask for your own work to be marked again, or object to a paper, a key or how the contest was held.",
  back_to_score: "My score",
  none_here: "This page is for candidates of the contest.",
  go: "How to appeal",
  see: (n) => `See ${n} ${n === 1 ? "appeal" : "appeals"} of mine`,
  window: "Until when",
  until: (at) => `Appeals are taken until ${at}`,
  left: ({ days, hours, minutes }) => {
    const some = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? "" : "s"}`;
    if (days > 0) return `${some(days, "day")} ${some(hours, "hour")} left`;
    if (hours > 0) return `${some(hours, "hour")} ${some(minutes, "minute")} left`;
    return minutes > 0 ? `${some(minutes, "minute")} left` : "less than a minute left";
  },
  by_server: "By the server's clock. What comes later is not taken.",
  not_released: "No appeals yet: results are not published.",
  over: (at) => `The time for appeals ended at ${at}.`,
  over_why: (days) =>
    `It is ${days} days from the day of the first publication, by the plan of this contest.`,
  over_extended: "Extensions by the council, if any, are included.",
  final: "Appeals are no longer taken: the results have become final.",
  final_why:
    "Results become final when every appeal is settled. Until then appeals are taken up to the time in the plan.",
  tracks: "Two kinds of appeal",
  track: { own_mark: "Mark my own work again", procedure: "Object to paper, key or procedure" },
  track_hint: {
    own_mark:
      "Two other people mark your script again. They know neither who you are nor the old mark. The mark may rise, fall or stay. Once for each round.",
    procedure:
      "For a wrong key, a fault in the paper, or a breach of the rules. If it is upheld, what is mended is mended for everybody, not for you alone.",
  },
  threshold: (points) =>
    `The mark changes only where the new one differs by ${points} points or more (of 100).`,
  rounds_allowed: (kinds) => `The plan lets these be marked again: ${kinds}.`,
  rounds_none: "The plan lets no round be marked again.",
  rounds_not: (kinds) => `Never marked again: ${kinds}.`,
  rounds_left_none:
    "You have no round left that can be marked again: no marked work, or asked for already.",
  write: "Write an appeal",
  write_another: "Write another appeal",
  which: "What do you ask for?",
  which_need: "Choose a kind of appeal.",
  round: "Round",
  round_need: "Choose a round.",
  choose_round: "Choose a round",
  item: "The question it is about",
  item_all: "The whole round, no single question",
  item_line: (n, stem) => `Question ${n}: ${stem}`,
  text: "Your appeal",
  text_hint: {
    "": "Say what is wrong, where, and why.",
    own_mark:
      "Say which part of your work was overlooked or misjudged. Do not write your name or agency.",
    procedure: "Say which key, paper or act is wrong, and on what ground.",
  },
  text_need: "Write your appeal.",
  text_long: "The text is longer than 8,000 bytes. Please shorten it.",
  kept: "What you write is kept on this computer.",
  not_kept: "This computer cannot keep what you write. Do not close the page before filing.",
  file: "File the appeal",
  confirm_title: "File this appeal?",
  confirm_text:
    "That you filed it is written to the contest's log and cannot be taken back. The text is not public: the appeals panel, the council's leaders and secretary, supervisors and auditors read it.",
  filed_title: "Appeal received",
  filed_help: "The server has written it to the log. Keep the code and the entry below.",
  mine: "My appeals",
  mine_none: "You have filed no appeal.",
  filed_at: (at) => `Filed at ${at}`,
  state: {
    filed: "Waiting for the appeals panel",
    remarking: "Being marked again",
    amended: "Marked again",
    upheld: "Upheld",
    rejected: "Rejected",
  },
  answer_by: (at) => `The panel must answer before ${at}.`,
  remark_by: (at) => `Must be marked again before ${at}.`,
  says: {
    filed: "Two of the appeals panel, none of whom marked you, decide.",
    upheld: "The panel upholds it. What is mended is mended for everybody.",
    rejected: "The panel rejects it.",
  },
  remarks: (n) =>
    n === 0
      ? "The panel grants a marking again. The script is given to other markers."
      : `The panel grants a marking again. ${n} ${n === 1 ? "has" : "have"} marked it again.`,
  changed: (before, after) => `The mark of the round changed from ${before} to ${after}.`,
  same: (mark) => `Marked again; the mark of the round stays at ${mark}.`,
  then_release:
    "The council computes the scores anew and publishes them again. See the new result under Results and My score.",
  remedied: "The paper was mended on this appeal",
  reason: "Reason",
  decided_in: "Decision written in",
  receipt: "Receipt",
  code: "Receipt code",
  log_entry: "Log entry",
  hash: "SHA-256 of the text",
  hash_note: "The log holds this hash, not the text.",
  text_mine: "What I filed",
  print: "Print",
  results: "Results page",
};
export const appeals = pair({ vi, en });
