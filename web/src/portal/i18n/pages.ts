// The standing pages: recognising the site, accessibility, personal data.
import { pair } from "#ui/pair.svelte";

const vi = {
  recognise_title: "Cách nhận biết trang này",
  recognise: [
    "Địa chỉ của trang được in trên thông báo có dấu của Hội đồng thi. So từng chữ của địa chỉ trên trình duyệt với địa chỉ trên thông báo.",
    "Trang chính thức luôn mở bằng https, trừ khi chạy thử trên chính máy của bạn. Trình duyệt báo kết nối không an toàn thì dừng lại.",
    "Hội đồng thi không bao giờ hỏi mật khẩu qua điện thoại, tin nhắn hay thư.",
    "Khoá công khai của nhật ký in trên giấy báo dự thi. Nếu khoá trên trang khác với khoá in, trang đó không phải trang này.",
  ],
  address: "Bạn đang ở:",
  accessibility_title: "Trợ năng",
  accessibility: [
    {
      title: "Trang này hướng tới",
      lines: [
        "Tiêu chuẩn WCAG 2.2 mức A và AA.",
        "Dùng được hết bằng bàn phím, với trình đọc màn hình, ở cỡ chữ 200% và trên màn hình rộng 320 điểm ảnh.",
        "Trạng thái luôn có chữ, không chỉ có màu.",
      ],
    },
    {
      title: "Thời gian",
      lines: [
        "Bản nháp hồ sơ được giữ trên máy chủ; phiên đăng nhập hết hạn thì đăng nhập lại, không mất gì.",
        "Thời gian làm bài thi theo quy định của kỳ thi. Người cần thêm thời gian đề nghị với Hội đồng thi trước ngày thi.",
      ],
    },
    {
      title: "Chưa kiểm tra",
      lines: ["Trang chưa được người dùng trình đọc màn hình kiểm tra trên mọi hệ điều hành."],
    },
    {
      title: "Khi gặp khó khăn",
      lines: ["Gọi số điện thoại trong thông báo của kỳ thi. Hồ sơ giấy vẫn được nhận tại trụ sở."],
    },
  ],
  privacy_title: "Dữ liệu cá nhân",
  privacy: [
    {
      title: "Giữ những gì",
      lines: [
        "Họ tên, cách liên hệ, những điều anh/chị khai và tài liệu anh/chị nộp.",
        "Câu trả lời trong bài thi và giờ máy chủ nhận được chúng.",
      ],
    },
    {
      title: "Ai xem được",
      lines: [
        "Thư ký và hai người thẩm định xem hồ sơ. Giám thị xem họ tên để đối chiếu ở cửa phòng.",
        "Nhật ký công khai không có tên người, chỉ có mã và mã băm.",
        "Danh sách và kết quả công bố theo quy định của kỳ thi: họ tên hoặc chỉ số báo danh.",
      ],
    },
    {
      title: "Giữ bao lâu",
      lines: [
        "Theo thời hạn lưu trữ ghi trong quy định của kỳ thi. Hết hạn, khoá riêng của từng người bị huỷ nên dữ liệu không đọc được nữa.",
      ],
    },
    {
      title: "Trên máy của anh/chị",
      lines: [
        "Trang nhớ ngôn ngữ đã chọn và khoá công khai của nhật ký. Không có mã theo dõi, không có phần mềm của bên thứ ba.",
      ],
    },
  ],
};
const en: typeof vi = {
  recognise_title: "How to recognise this site",
  recognise: [
    "The address is printed on the notice that bears the council's seal. Compare every letter of the address in your browser with the notice.",
    "The official site always opens with https, except for a trial on your own computer. If the browser says the connection is not safe, stop.",
    "The council never asks for a password by telephone, message or letter.",
    "The log's public key is printed on the admission ticket. If the key on the page differs from the printed one, the page is not this site.",
  ],
  address: "You are at:",
  accessibility_title: "Accessibility",
  accessibility: [
    {
      title: "What this site aims at",
      lines: [
        "WCAG 2.2, levels A and AA.",
        "Everything works by keyboard, with a screen reader, at 200% text size and on screens 320 pixels wide.",
        "States are always said in words, never by colour alone.",
      ],
    },
    {
      title: "Time",
      lines: [
        "Drafts of dossiers are kept on the server; when a session ends, sign in again and nothing is lost.",
        "The time of the examination follows the rules of the contest. Ask the council for more time before the day.",
      ],
    },
    {
      title: "Not tested yet",
      lines: ["The site has not been tested by screen reader users on every operating system."],
    },
    {
      title: "If you meet a difficulty",
      lines: [
        "Call the number in the contest's notice. Dossiers on paper are still taken at the office.",
      ],
    },
  ],
  privacy_title: "Personal data",
  privacy: [
    {
      title: "What is kept",
      lines: [
        "Your name, how to reach you, what you declare and the documents you hand in.",
        "Your answers and the time at which the server received them.",
      ],
    },
    {
      title: "Who can see it",
      lines: [
        "The secretary and two verifiers see dossiers. Invigilators see names, to check identity at the door.",
        "The public log holds no names, only pseudonyms and hashes.",
        "Lists and results are published by the rules of the contest: names, or roll numbers only.",
      ],
    },
    {
      title: "How long",
      lines: [
        "As long as the contest's rules of retention say. Then each person's own key is destroyed and the data can no longer be read.",
      ],
    },
    {
      title: "On your computer",
      lines: [
        "The site remembers the chosen language and the log's public key. There is no tracking and no third-party software.",
      ],
    },
  ],
};
export const pages = pair({ vi, en });
