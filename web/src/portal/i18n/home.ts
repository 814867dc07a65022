// Words of the first page.
import { pair } from "#ui/pair.svelte";

const vi = {
  title: "Thi tuyển chức danh lãnh đạo, quản lý",
  lead: "Xem thông báo, đăng ký dự thi, tra cứu kết quả và tự kiểm chứng rằng mọi bài làm đều được giữ nguyên.",
  open: "Kỳ thi đang nhận hồ sơ",
  others: "Các kỳ thi khác",
  closes: "Hạn nộp hồ sơ",
  closed: "Đã hết hạn nhận hồ sơ",
  opens: "Bắt đầu nhận hồ sơ",
  left: (days: number) => (days === 0 ? "hết hạn hôm nay" : `còn ${days} ngày`),
  posts: (posts: number, seats: number) => `${posts} chức danh, tuyển ${seats} người`,
  see: "Xem thông báo",
  apply: "Đăng ký dự thi",
  none: "Hiện chưa có kỳ thi nào được thông báo. Thông báo mới sẽ hiện tại đây.",
  practice_title: "Thi thử",
  practice:
    "Ai đã có hồ sơ dự thi đều làm được bài thi thử trên đúng máy sẽ dùng. Bài thi thử không tính điểm.",
  practice_go: "Mở trang thi",
  verify_title: "Kiểm chứng",
  verify:
    "Mỗi lần lưu bài đều có biên nhận ký bằng khoá của kỳ thi. Dán biên nhận vào trang kiểm chứng, máy của bạn tự tính lại và trả lời, không cần tin máy chủ.",
  verify_go: "Mở trang kiểm chứng",
  sample: "Dữ liệu mẫu",
};
const en: typeof vi = {
  title: "Contests for leadership and management posts",
  lead: "Read notices, apply, look up results, and check for yourself that every answer was kept.",
  open: "Open for applications",
  others: "Other contests",
  closes: "Applications close",
  closed: "Applications have closed",
  opens: "Applications open",
  left: (days: number) =>
    days === 0 ? "closes today" : days === 1 ? "1 day left" : `${days} days left`,
  posts: (posts: number, seats: number) =>
    `${posts} ${posts === 1 ? "post" : "posts"}, ${seats} to be selected`,
  see: "Read the notice",
  apply: "Apply",
  none: "No contest has been announced. New notices will appear here.",
  practice_title: "Practice",
  practice:
    "Everyone with a dossier can sit the practice paper, best on the computer to be used. Practice does not count.",
  practice_go: "Open the exam page",
  verify_title: "Verification",
  verify:
    "Every save has a receipt signed with the contest's key. Paste it into the verification page and your own computer recomputes it, without trusting the server.",
  verify_go: "Open the verification page",
  sample: "Sample data",
};
export const home = pair({ vi, en });
