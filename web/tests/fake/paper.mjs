// A practice paper for the tests: 60 items of every type. The texts are only there to be shown.
import { createCipheriv, randomBytes } from "node:crypto";

const passage =
  "Sở được giao chủ trì đưa 12 thủ tục lên dịch vụ công trực tuyến toàn trình. Sau ba tháng, tỷ lệ hồ sơ nộp trực tuyến đạt 31%, mục tiêu là 60%. Bộ phận một cửa phản ánh: người dân phải nhập lại thông tin đã có trong cơ sở dữ liệu chuyên ngành.";
const situation = [
  "Giao chỉ tiêu số hồ sơ trực tuyến cho từng công chức bộ phận một cửa và chấm điểm hằng tuần.",
  "Làm việc với đơn vị chủ quản cơ sở dữ liệu để kết nối, bỏ các thông tin phải khai lại; công bố mốc hoàn thành.",
  "Mở đợt truyền thông rộng rãi về lợi ích của dịch vụ công trực tuyến.",
  "Đề xuất lùi mục tiêu 60% sang năm sau để có thêm thời gian chuẩn bị.",
];
const options = (texts) => texts.map((text, i) => ({ option: "abcdef"[i], text }));
export const id_of = (n) => `itm_${String(n).padStart(16, "0")}`;

function item(n) {
  const common = { item: id_of(n), points: 100 };
  if (n === 3) {
    const texts = ["Công khai", "Dân chủ", "Bí mật", "Đúng pháp luật"];
    const stem = "Những nguyên tắc nào áp dụng khi tuyển chọn lãnh đạo cấp sở?";
    return { ...common, type: "multiple", stem, options: options(texts) };
  }
  if (n === 4) {
    return {
      ...common,
      type: "true_false",
      stem: "Quyết định công nhận kết quả phải được công bố.",
    };
  }
  if (n === 5) {
    const stem =
      "Một sở có 48 hồ sơ, đã giải quyết 36. Tỷ lệ đã giải quyết là bao nhiêu phần trăm?";
    return { ...common, type: "numeric", stem };
  }
  if (n === 6)
    return { ...common, type: "text", stem: "Tên viết tắt của cơ sở dữ liệu về dân cư?" };
  if (n === 60) {
    const stem =
      "Trình bày kế hoạch 100 ngày đầu để nâng tỷ lệ hồ sơ trực tuyến toàn trình của Sở.\nNêu mục tiêu, nguồn lực và cách đo.";
    return { ...common, type: "essay", stem, points: 2500, words_max: 1500 };
  }
  const in_situation = n >= 18 && n <= 19;
  const stem = in_situation
    ? "Là Giám đốc Sở, anh/chị ưu tiên thực hiện việc nào trước tiên?"
    : `Câu hỏi luyện tập số ${n}: chọn phương án phù hợp nhất với quy định hiện hành.`;
  const texts = in_situation
    ? situation
    : ["Phương án thứ nhất", "Phương án thứ hai", "Phương án thứ ba", "Phương án thứ tư"];
  const stimulus = in_situation ? { stimulus: "sti_1" } : {};
  return { ...common, type: "choice", stem, options: options(texts), ...stimulus };
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

export const paper = {
  paper: "pap_0000000000000001",
  title: "Bài 1: Kiến thức chung và tình huống",
  parts: [
    { part: "1", title: "Phần I. Kiến thức chung", items: range(1, 15).map(id_of) },
    { part: "2", title: "Phần II. Tình huống quản lý", items: range(16, 60).map(id_of) },
  ],
  items: range(1, 60).map(item),
  stimuli: [{ stimulus: "sti_1", text: passage }],
};

export const order = {
  items: range(1, 60).map(id_of),
  options: Object.fromEntries(
    paper.items.flatMap((entry) =>
      entry.options ? [[entry.item, entry.options.map((o) => o.option)]] : [],
    ),
  ),
};

export const paper_key = randomBytes(32);

// nonce || ciphertext || tag, with the paper's id as additional data.
export function sealed_paper() {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", paper_key, nonce);
  cipher.setAAD(Buffer.from(paper.paper));
  const body = Buffer.concat([cipher.update(JSON.stringify(paper)), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}
