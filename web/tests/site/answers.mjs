// What every route of the stand-in needs: refusals, who asks, which contest.

const sentences = {
  not_found: ["Không tìm thấy.", "Not found."],
  not_signed_in: ["Chưa đăng nhập.", "Not signed in."],
  wrong_credentials: ["Tên đăng nhập hoặc mật khẩu không đúng.", "Wrong name or password."],
  forbidden: ["Anh/chị không có quyền làm việc này.", "You may not do this."],
  needs_approval: ["Nhập lại mật khẩu để duyệt.", "Enter the password again to approve."],
  same_person: ["Việc này cần hai người khác nhau.", "This needs two different people."],
  already_done: ["Việc này đã làm rồi.", "This has been done."],
  incomplete: ["Hồ sơ còn thiếu tài liệu bắt buộc.", "Required documents are missing."],
  invalid_field: ["Có trường chưa đúng.", "A field is wrong."],
  limit_reached: ["Đã dự thi đủ số chức danh.", "No more posts may be applied for."],
};

export class Refusal extends Error {
  constructor(status, code, errors) {
    super(code);
    this.status = status;
    this.code = code;
    const [vi, en] = sentences[code] ?? ["", ""];
    this.detail = { vi, en };
    this.errors = errors;
  }
}

export const field_fault = (pointer, vi, en) => ({
  pointer,
  code: "invalid_field",
  detail: { vi, en },
});

export function signed(call) {
  if (!call.session) throw new Refusal(401, "not_signed_in");
  return call.session.person;
}

export function contest_of(call) {
  const found = call.world.contests.find((line) => line.line.contest === call.params.contest);
  if (!found) throw new Refusal(404, "not_found");
  return found;
}

export function official(call) {
  const person = signed(call);
  const contest = contest_of(call);
  const line = contest.officials.find((other) => other.account === person.account);
  if (!line || line.roles.length === 0) throw new Refusal(404, "not_found");
  return { contest, person: line };
}

export const proved_ms = 5 * 60_000;
