// Words of a candidate's own score: from marks and ballots to the rank, step by step.
import { pair } from "#ui/pair.svelte";
import type { Step } from "../state/trace";

type Points = (hundredths: number) => string;

const vi = {
  title: "Điểm và bài làm của tôi",
  lead: "Trang này ghi từng bước từ bài làm đến thứ hạng: ai chấm thế nào, quy định nào được áp dụng và mục nào của nhật ký ghi việc đó.",
  none: "Điểm của anh/chị hiện ở đây sau khi kết quả được công bố.",
  total: "Tổng điểm",
  rank: "Thứ hạng",
  no_rank: "không xếp hạng",
  roll: "Số báo danh",
  score_entry: "Điểm ghi ở",
  release_entry: "Công bố ghi ở",
  again:
    "Điểm đã được tính lại sau lần công bố gần nhất. Số ở trang này sẽ được công bố sau khi Hội đồng thi duyệt.",
  entry: (n: number) => `mục ${n}`,
  entry_hint: "tải bằng chứng của mục này trong nhật ký",
  rule: "Theo quy định",
  mark: "Điểm vòng thi",
  of: (mark: string, scale: string) => `${mark} / ${scale}`,
  passed: "Đạt",
  not_passed: "Không đạt",
  gate: "Phải đạt vòng này mới được vào vòng sau",
  how: "Cách tính",
  parts: "Từng phần",
  part: "Phần thi",
  items: "Từng câu",
  items_note:
    "Mỗi câu kèm câu trả lời đã nộp, đáp án, điểm và mục nhật ký của lần lưu được tính. Câu xếp theo đề gốc, có thể khác thứ tự trên máy thi.",
  script: "Người chấm đã chấm bài viết",
  script_note:
    "Người chấm chỉ thấy bài làm và mã phách, không biết anh/chị là ai. Mỗi người chấm riêng, không thấy điểm của người kia.",
  blind_code: "Mã phách",
  question: (n: number) => `Câu ${n}`,
  stem: "Đề bài",
  answer: "Bài làm của tôi",
  no_answer: "Anh/chị không viết gì ở câu này.",
  criterion: "Tiêu chí",
  sum: "Cộng",
  turn: {
    first: "Người chấm thứ nhất",
    second: "Người chấm thứ hai",
    third: "Chấm lần ba",
    fourth: "Chấm lần tư",
    remark_first: "Phúc khảo, người thứ nhất",
    remark_second: "Phúc khảo, người thứ hai",
    remark_third: "Phúc khảo, người thứ ba",
  } as Record<string, string>,
  both: (first: string, second: string, gap: string) =>
    `Hai người chấm cho ${first} và ${second} điểm, lệch nhau ${gap} điểm.`,
  equal: (mark: string) => `Hai người chấm cho cùng một điểm: ${mark}.`,
  band: {
    mean_of_two: "Mức lệch này được lấy trung bình cộng của hai điểm.",
    agree: "Với mức lệch này, hai người chấm đã trao đổi và thống nhất điểm.",
    agree_with_minutes_else_head:
      "Với mức lệch này, hai người chấm trao đổi có biên bản; không thống nhất thì Trưởng Ban chấm thi quyết định.",
    third_marker:
      "Với mức lệch này, bài được chấm lần ba: hai điểm bằng nhau thì lấy điểm đó, nếu không thì lấy trung bình cộng của ba điểm.",
    third_marker_official: "Với mức lệch này, bài được chấm lần ba và lấy điểm lần ba.",
    two_other_markers_then_chair:
      "Với mức lệch này, bài được hai người khác chấm lại; còn lệch thì Chủ tịch Hội đồng quyết định.",
    collective: "Với mức lệch này, Ban chấm thi chấm tập thể, có biên bản.",
    chair: "Với mức lệch này, Chủ tịch Hội đồng quyết định, có biên bản.",
    single_mark: "Bài do một người chấm, theo kế hoạch của kỳ thi.",
    anomaly_upheld: "Bài có dấu hiệu bất thường đã được Trưởng Ban chấm thi kết luận: 0 điểm.",
  } as Record<string, string>,
  settled: (mark: string) => `Điểm của bài: ${mark}.`,
  ballots: "Xem các phiếu đã kiểm",
  whole: "Từ điểm các vòng đến thứ hạng",
  sum_of: (sum: string, total: string) => `Tổng điểm: ${sum} = ${total}`,
  weighted: (title: string, weight: number, mark: string) =>
    weight === 1 ? `${title} ${mark}` : `${title} ${weight} × ${mark}`,
  tie: (others: number, rung: string, place: number) =>
    `Bằng điểm với ${others} người khác. Phân định bằng: ${rung}. Anh/chị đứng thứ ${place} trong nhóm.`,
  ranked: (rank: number, seats: number) =>
    `Đứng thứ ${rank} trong những người đạt của chức danh này; lấy ${seats} người.`,
  step: (s: Step, p: Points): string => {
    switch (s.kind) {
      case "remedy": {
        const was = `Trước: ${p(s.before)}/${p(s.before_max)} điểm`;
        if (s.remedy === "drop") return `Một câu bị bỏ khỏi đề. ${was}; nay không tính.`;
        const now = `nay: ${p(s.after)}/${p(s.max)} điểm.`;
        return s.remedy === "all_credit"
          ? `Một câu được tính đủ điểm cho mọi thí sinh. ${was}; ${now}`
          : `Một câu được chấp nhận thêm đáp án. ${was}; ${now}`;
      }
      case "part":
        return `Phần thi được ${p(s.points)}/${p(s.max)} điểm, ${s.reached ? "đạt" : "chưa đạt"} mức ${s.pct}%.`;
      case "panel":
        return `Hội đồng chấm ${s.scores} phiếu; điểm tổng hợp ${p(s.mark)}.`;
      case "settled":
        return `Điểm bài viết sau khi chấm: ${p(s.mark)}.`;
      case "remarked":
        return s.before === s.after
          ? `Phúc khảo: đã chấm lại, giữ nguyên ${p(s.before)} điểm.`
          : `Phúc khảo: điểm thay đổi từ ${p(s.before)} thành ${p(s.after)}.`;
      case "deducted":
        return `Trừ ${s.pct}% vì vi phạm nội quy: còn ${p(s.left)} điểm.`;
      case "void":
        return "Bị đình chỉ thi hoặc huỷ kết quả: không được tính điểm.";
      case "no_show":
        return "Không đến trình bày, bảo vệ đề án.";
      case "round":
        return `Điểm vòng thi ${p(s.mark)}, ${s.reached ? "đạt" : "chưa đạt"} mức ${p(s.pass)}.`;
      case "total":
        return `Tổng điểm ${p(s.mark)}, ${s.reached ? "đạt" : "chưa đạt"} mức trúng tuyển ${p(s.pass)}.`;
      case "place":
        return `Đứng thứ ${s.rank}; lấy ${s.places} người: trúng tuyển.`;
      case "other":
        return s.says;
    }
  },
  check: "Tự kiểm tra",
  check_text:
    "Số “mục” là chỗ của việc đó trong nhật ký chỉ ghi thêm. Tệp tải về từ mỗi mục chứng minh mục ấy nằm trong nhật ký đã ký. Hồ sơ kết quả gồm bài làm, điểm, các bước tính, mốc thời gian và biên nhận, đọc được khi không có mạng.",
  file: "Tải hồ sơ kết quả của tôi",
  print: "In",
  verify: "Trang kiểm chứng",
};
const en: typeof vi = {
  title: "My score and answers",
  lead: "Every step from your answers to your rank: how people marked, which rule was applied and which log entry holds it.",
  none: "Your score appears here once the results are published.",
  total: "Total",
  rank: "Rank",
  no_rank: "not ranked",
  roll: "Roll number",
  score_entry: "Scores written in",
  release_entry: "Release written in",
  again:
    "Scores were computed anew after the last release. What this page shows is published once the council has agreed.",
  entry: (n) => `entry ${n}`,
  entry_hint: "download the proof of this log entry",
  rule: "By the rule",
  mark: "Mark of the round",
  of: (mark, scale) => `${mark} / ${scale}`,
  passed: "Passed",
  not_passed: "Not passed",
  gate: "Must be passed to go on to the next round",
  how: "How it was reckoned",
  parts: "Part by part",
  part: "Part",
  items: "Item by item",
  items_note:
    "Each item with the answer you gave, the key, the points and the log entry of the save that counted. In the order of the original paper, which may differ from yours.",
  script: "How your script was marked",
  script_note:
    "Markers see the script and its blind code only, never who you are. Each marks alone, without seeing the other's mark.",
  blind_code: "Blind code",
  question: (n) => `Question ${n}`,
  stem: "The question",
  answer: "What I wrote",
  no_answer: "You wrote nothing here.",
  criterion: "Criterion",
  sum: "Sum",
  turn: {
    first: "First marker",
    second: "Second marker",
    third: "Third marking",
    fourth: "Fourth marking",
    remark_first: "Marked again, first",
    remark_second: "Marked again, second",
    remark_third: "Marked again, third",
  },
  both: (first, second, gap) => `The two markers gave ${first} and ${second}, ${gap} apart.`,
  equal: (mark) => `Both markers gave the same mark: ${mark}.`,
  band: {
    mean_of_two: "This far apart, the mean of the two is taken.",
    agree: "This far apart, the two markers talked and agreed on a mark.",
    agree_with_minutes_else_head:
      "This far apart, the two markers talk, with minutes; if they do not agree, the head of marking decides.",
    third_marker:
      "This far apart, a third marks: two equal marks decide, else the mean of the three.",
    third_marker_official: "This far apart, a third marks, and the third mark counts.",
    two_other_markers_then_chair:
      "This far apart, two others mark again; if they too differ, the chair of the council decides.",
    collective: "This far apart, the marking board marks together, with minutes.",
    chair: "This far apart, the chair of the council decides, with minutes.",
    single_mark: "One person marks a script, by the plan of this contest.",
    anomaly_upheld: "The head of marking upheld an anomaly in this script: it is worth nothing.",
  },
  settled: (mark) => `The script's mark: ${mark}.`,
  ballots: "See the ballots that were counted",
  whole: "From the rounds' marks to the rank",
  sum_of: (sum, total) => `Total: ${sum} = ${total}`,
  weighted: (title, weight, mark) =>
    weight === 1 ? `${title} ${mark}` : `${title} ${weight} × ${mark}`,
  tie: (others, rung, place) =>
    `Equal with ${others} ${others === 1 ? "other" : "others"}. Told apart by: ${rung}. You stand ${place} in the group.`,
  ranked: (rank, seats) =>
    `Rank ${rank} of those who passed for this post; ${seats} ${seats === 1 ? "is" : "are"} selected.`,
  step: (s, p) => {
    switch (s.kind) {
      case "remedy": {
        const was = `Before: ${p(s.before)}/${p(s.before_max)} points`;
        if (s.remedy === "drop")
          return `An item was dropped from the paper. ${was}; now not counted.`;
        const now = `now: ${p(s.after)}/${p(s.max)} points.`;
        return s.remedy === "all_credit"
          ? `An item pays everybody in full. ${was}; ${now}`
          : `A further key of an item was accepted. ${was}; ${now}`;
      }
      case "part":
        return `The part has ${p(s.points)}/${p(s.max)} points, ${s.reached ? "reaching" : "short of"} ${s.pct}%.`;
      case "panel":
        return `${s.scores} scores by the council; together ${p(s.mark)}.`;
      case "settled":
        return `Mark of the script: ${p(s.mark)}.`;
      case "remarked":
        return s.before === s.after
          ? `Marked again after an appeal: it stays at ${p(s.before)}.`
          : `Marked again after an appeal: from ${p(s.before)} to ${p(s.after)}.`;
      case "deducted":
        return `${s.pct}% taken off for an infraction: ${p(s.left)} left.`;
      case "void":
        return "Suspended or cancelled: no marks count.";
      case "no_show":
        return "Did not come to the defence.";
      case "round":
        return `Mark of the round ${p(s.mark)}, ${s.reached ? "reaching" : "short of"} the pass mark ${p(s.pass)}.`;
      case "total":
        return `Total ${p(s.mark)}, ${s.reached ? "reaching" : "short of"} the pass mark ${p(s.pass)}.`;
      case "place":
        return `Rank ${s.rank} of ${s.places} to be selected: selected.`;
      case "other":
        return s.says;
    }
  },
  check: "Check it yourself",
  check_text:
    "An “entry” is the place of that act in the log, which can only grow. The file of an entry proves that it is in the signed log. The result file holds your answers, marks, the steps, the times and the receipts, and can be read without a network.",
  file: "Download my result file",
  print: "Print",
  verify: "Verification page",
};
export const trace = pair({ vi, en });
