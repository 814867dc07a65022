// The people of a contest, by duty: name of account, full name, role. A test takes those that its
// contest needs.

const numbered = (kind, count) => Array.from({ length: count }, (_, i) => `${kind}_${i + 1}`);

export const office = [
  ["chair", "Trần Văn Chủ", "chair"],
  ["vice", "Lê Thị Phó", "vice_chair"],
  ["secretary", "Phạm Thư Ký", "secretary"],
  ["verifier_a", "Đỗ Thẩm Định", "verifier"],
  ["verifier_b", "Vũ Kiểm Tra", "verifier"],
  ["auditor", "Ngô Giám Sát", "auditor"],
];
export const of_exam = [
  ["setter", "Hồ Ra Đề", "setter"],
  ["head", "Đặng Trưởng Điểm", "head_of_invigilation"],
  ["keeper_1", "Bùi Coi Thi", "invigilator"],
  ["keeper_2", "Cao Coi Thi", "invigilator"],
  ["keeper_3", "Dương Coi Thi", "invigilator"],
  ["keeper_4", "Hà Coi Thi", "invigilator"],
];

export const marker_names = (count) => numbered("marker", count);
export const marker_called = (name) => `Giám Khảo Thứ ${name.slice("marker_".length)}`;
export const of_marking = (markers) => [
  ["blinder", "Ngô Làm Phách", "blinder"],
  ["chief", "Lý Trưởng Ban Chấm", "head_of_marking"],
  ...markers.map((name) => [name, marker_called(name), "marker"]),
];
export const of_appeals = [
  ["panel_1", "Mai Phúc Khảo", "appeals_panel"],
  ["panel_2", "Phan Phúc Khảo", "appeals_panel"],
];

// Those who vote on candidates: the chair, the vice chair and `count` further members.
export const voting_names = (count) => ["chair", "vice", ...numbered("member", count)];
export const of_council = (voting) =>
  voting
    .filter((name) => name.startsWith("member_"))
    .map((name) => [name, `Ủy viên Thứ ${name.slice("member_".length)}`, "council_member"]);
