// The sample world: people, three contests at three stages, and their logs. Mutable; made anew for
// each start.
import { Log, sha256 } from "../fake/log.mjs";
import {
  document_kinds,
  facts_of,
  find_criteria,
  receipt_code,
  sample_documents,
} from "./dossiers.mjs";
import { common_rules, parameters, plan_of } from "./plans.mjs";
import { day_ms, digest, hour_ms, id, minute_ms } from "./ids.mjs";

const posts = [
  ["Vụ trưởng Vụ Chính sách cán bộ", "Vụ Chính sách cán bộ", "Hà Nội"],
  ["Vụ trưởng Vụ Cơ sở đảng", "Vụ Cơ sở đảng", "Hà Nội"],
  ["Vụ trưởng Vụ Địa phương III", "Vụ Địa phương III", "TP. Hồ Chí Minh"],
].map(([title, unit, location]) => ({
  post: id("post", title),
  title,
  unit,
  location,
  seats: 1,
  project_topic:
    "Từ chức năng, nhiệm vụ và thực tiễn của đơn vị, phân tích và đề xuất giải pháp cụ thể tạo chuyển biến rõ rệt.",
}));

export const people = [
  ["admin", "Đặng Quốc Bảo", ["administrator"]],
  ["chair", "Phạm Minh Chính Nghĩa", ["chair"]],
  ["vice", "Lê Thị Hồng Vân", ["vice_chair"]],
  ["secretary", "Trần Thu Hà", ["secretary"]],
  ["verifier1", "Nguyễn Văn Ánh", ["verifier"]],
  ["verifier2", "Hoàng Thị Yến", ["verifier"]],
  ["setter", "Vũ Đình Khôi", ["setter"]],
  ["inv1", "Lê Văn Ân", ["invigilator"]],
  ["inv2", "Phạm Thị Dung", ["head_of_invigilation"]],
  ["auditor", "Bùi Thế Sơn", ["auditor"]],
  ["cand1", "Đỗ Nguyễn Thị Quỳnh", []],
  ["cand2", "Trịnh Công Đạt", []],
  ["new", "Ngô Thuỳ An", []],
].map(([name, display_name, roles]) => ({
  name,
  identifier: `${name}@mau.vn`,
  account: id("acc", name),
  person: id("per", name),
  candidate: id("cand", name),
  display_name,
  roles,
}));

const candidate_names = [
  "Đỗ Nguyễn Thị Quỳnh",
  "Trịnh Công Đạt",
  "Nguyễn Hoàng Anh",
  "Lương Thị Bích",
  "Trần Văn Cường",
  "Phan Thuỳ Dương",
  "Vũ Mạnh Đức",
  "Hà Thị Hải",
  "Nguyễn Quốc Hùng",
  "Lê Thanh Hương",
  "Tô Văn Khánh",
  "Nguyễn Thị Lan",
  "Đinh Công Minh",
  "Bùi Thị Ngọc",
  "Hồ Sỹ Phúc",
  "Nguyễn Văn Sáng",
  "Lý Thị Thảo",
  "Cao Xuân Trường",
  "Đoàn Thị Uyên",
  "Võ Thành Ý",
];

function start_log(contest, begun_at) {
  const log = new Log(`thituyen.mau.vn/${contest.line.code}`, sha256(contest.line.contest));
  const lines = [];
  contest.log = log;
  contest.lines = lines;
  contest.append = (type, payload, at) => {
    const text = JSON.stringify(payload, Object.keys(payload).sort());
    const salt = sha256(`${type} ${lines.length}`);
    const leaf = log.append(type, at, text, salt);
    lines.push({
      index: leaf.index,
      at,
      type,
      leaf_hash: leaf.hash.toString("base64"),
      payload,
      salt: salt.toString("base64"),
      received_at: at,
    });
    return leaf.index;
  };
  contest.append("contest.genesis", { contest: contest.line.contest, build: "sample" }, begun_at);
  for (const person of people.filter((p) => p.roles.length > 0)) {
    const payload = { person: person.person, role: person.roles[0] };
    contest.append("person.grant", payload, begun_at + 1000);
  }
}

function make_contest(code, title, title_en, stage, offsets, now) {
  const contest = id("con", code);
  const rules = [
    ["contest.code", code, "demo"],
    ["contest.title", title, "demo"],
    ["contest.title_en", title_en, "demo"],
    ["post.list", posts, "Thông báo 320-TB/BTCTW, mục II (10)"],
    ["intake.opens", now + offsets.opens, "demo"],
    ["intake.closes", now + offsets.closes, "demo"],
    ...common_rules,
  ];
  const rounds = [];
  if (code !== "BTCTW-2026") {
    rounds.push(
      {
        round: id("rnd", `${code} practice`),
        type: "objective",
        title: "Thi thử trắc nghiệm",
        practice: true,
        gate: false,
        weight: 0,
        scale: 10000,
        pass: 5000,
        minutes: 60,
        clock: "on_login",
      },
      {
        round: id("rnd", `${code} objective`),
        type: "objective",
        title: "Trắc nghiệm kiến thức chung",
        practice: false,
        gate: false,
        weight: 1,
        scale: 10000,
        pass: 5000,
        minutes: 60,
        clock: "fixed_instant",
        opens_at: now + offsets.sitting,
        closes_at: now + offsets.sitting + hour_ms,
      },
    );
  } else {
    rounds.push({
      round: id("rnd", `${code} defence`),
      type: "defence",
      title: "Trình bày, bảo vệ đề án và chương trình hành động",
      practice: false,
      gate: false,
      weight: 1,
      scale: 10000,
      pass: 5000,
      minutes: 75,
      clock: "fixed_instant",
      opens_at: now + 40 * day_ms,
    });
  }
  rules.push(["rounds", rounds.map(({ opens_at: opens, ...r }) => ({ ...r, opens })), "demo"]);
  const unset = stage === "draft" ? ["defence.qa_max", "panel.ballot_timing"] : [];
  const plan = plan_of(rules, unset);
  return {
    line: {
      contest,
      code,
      title,
      title_en,
      stage,
      authority: "Ban Tổ chức Trung ương",
      intake_opens_at: now + offsets.opens,
      intake_closes_at: now + offsets.closes,
      posts: posts.length,
      seats: posts.length,
      demo: true,
    },
    posts,
    rounds,
    plan: {
      plan,
      parameters,
      version: stage === "draft" ? 0 : 1,
      hash: digest(JSON.stringify(plan)),
      faults: unset.map((name) => ({
        pointer: `/${name.replaceAll(".", "/")}`,
        code: "rule_unset",
        vi: `Quy định ${name} chưa được ấn định.`,
        en: `The rule ${name} is not set.`,
      })),
    },
    applications: [],
    dossiers: new Map(),
    proposals: [],
    papers: [],
    rooms: [],
    draws: [],
    incidents: [],
    officials: people.filter((p) => p.roles.length > 0).map((p) => ({ ...p, roles: [...p.roles] })),
    stages: [
      "published",
      "intake",
      "verification",
      "listed",
      "preparing",
      "sitting",
      "scored",
      "released",
      "final",
    ],
    petition_closes_at: stage === "intake" || stage === "draft" ? undefined : now + 3 * day_ms,
    result: undefined,
    list: undefined,
  };
}

export function add_application(contest, person, at, post, source, extra = {}) {
  const number = contest.applications.length + 1;
  const application = {
    application: id("app", `${contest.line.code} ${number}`),
    contest: contest.line.contest,
    contest_title: contest.line.title,
    candidate: person.candidate,
    account: person.account,
    full_name: person.display_name,
    given_name: person.display_name.split(" ").at(-1),
    post,
    post_title: contest.posts.find((p) => p.post === post)?.title ?? "",
    number,
    state: "submitted",
    received_at: at,
    source,
    grounds: [],
    ...extra,
  };
  const { account, candidate } = application;
  application.facts = contest.dossiers.get(account)?.facts ?? facts_of(number);
  application.documents =
    contest.dossiers.get(account)?.documents ?? sample_documents(application.application, at);
  application.criteria = find_criteria(application.facts, document_kinds, application.documents);
  const payload = {
    application: application.application,
    candidate,
    dossier_hash: digest(application.application),
    number,
    post,
    received_at: at,
    source,
    ...(extra.introducing_body && { introducing_body: extra.introducing_body }),
  };
  const index = contest.append("intake.apply", payload, at);
  const code = contest.lines[index].leaf_hash;
  application.code = receipt_code(code);
  application.index = index;
  contest.applications.push(application);
  return application;
}

function seat_contest(contest, now) {
  const round = contest.rounds[1].round;
  for (const [r, name] of ["Phòng thi 1", "Phòng thi 2"].entries()) {
    const eligible = contest.applications.filter((a) => a.state === "eligible");
    const mine = eligible.filter((_, i) => i % 2 === r);
    contest.rooms.push({
      room: id("room", name),
      round,
      name,
      invigilators: ["Lê Văn Ân", "Phạm Thị Dung"],
      seats: mine.map((application, i) => {
        application.roll_number = String(401 + eligible.indexOf(application)).padStart(4, "0");
        const late = i === 3 ? 40_000 : i === 6 ? 6 * minute_ms : 5_000 + i * 2_000;
        return {
          sitting: id("sit", `${contest.line.code} ${application.application}`),
          candidate: application.candidate,
          account: application.account,
          seat: String(i + 1),
          roll_number: application.roll_number,
          full_name: application.full_name,
          state: i === 8 ? "scheduled" : i === 5 ? "admitted" : "open",
          answered: i === 8 ? 0 : 18 + ((i * 7) % 24),
          items: 60,
          ...(i !== 8 && i !== 5 && { last_saved_at: now - late, last_seen_at: now - late }),
          connected: i !== 6 && i !== 8,
          ends_at: contest.rounds[1].closes_at,
          granted_ms: 0,
          takeover_waiting: i === 4,
          ...(i === 4 && { takeover_device: "Chrome, Windows, máy dự phòng 2" }),
          late_answers: i === 7 ? 2 : 0,
          called: i === 2,
        };
      }),
    });
  }
}

export function make_world(now = Date.now()) {
  const open = make_contest(
    "BTCTW-2026",
    "Thi tuyển chức danh Vụ trưởng, Ban Tổ chức Trung ương",
    "Contest for three department directors, Central Organisation Commission",
    "intake",
    { opens: -3 * day_ms, closes: 12 * day_ms, sitting: 40 * day_ms },
    now,
  );
  const live = make_contest(
    "BNV-2026-2",
    "Thi tuyển chức danh Vụ trưởng, Bộ Nội vụ, Đợt 2 năm 2026",
    "Contest for department directors, Ministry of Home Affairs, second round of 2026",
    "sitting",
    { opens: -40 * day_ms, closes: -20 * day_ms, sitting: -25 * minute_ms },
    now,
  );
  const done = make_contest(
    "BNV-2026-1",
    "Thi tuyển chức danh Vụ trưởng, Bộ Nội vụ, Đợt 1 năm 2026",
    "Contest for department directors, Ministry of Home Affairs, first round of 2026",
    "released",
    { opens: -120 * day_ms, closes: -100 * day_ms, sitting: -30 * day_ms },
    now,
  );
  const draft = make_contest(
    "BTCTW-2027",
    "Thi tuyển chức danh Vụ trưởng, Ban Tổ chức Trung ương, năm 2027",
    "Contest for department directors, 2027",
    "draft",
    { opens: 60 * day_ms, closes: 80 * day_ms, sitting: 120 * day_ms },
    now,
  );
  const contests = [open, live, done, draft];
  for (const contest of contests) start_log(contest, now - 5 * day_ms);
  const applicant = (i) =>
    people.find((p) => p.display_name === candidate_names[i]) ?? {
      account: id("acc", candidate_names[i]),
      candidate: id("cand", candidate_names[i]),
      display_name: candidate_names[i],
    };
  for (let i = 0; i < 20; i += 1) {
    for (const contest of [live, done]) {
      const a = add_application(
        contest,
        applicant(i),
        now - (30 - i) * day_ms,
        posts[i % 3].post,
        "self",
      );
      a.state = i === 4 || i === 1 ? "refused" : "eligible";
      if (a.state === "refused") {
        a.grounds = [{ criterion: "sector_years", reason: "sector_years_short" }];
        a.petition_closes_at = now + 3 * day_ms;
      }
    }
  }
  for (let i = 1; i < 9; i += 1) {
    add_application(
      open,
      applicant(i),
      now - (9 - i) * 3 * hour_ms,
      posts[i % 3].post,
      i === 3 ? "introduced" : "self",
      i === 3 ? { introducing_body: "Tỉnh uỷ Mẫu" } : {},
    );
  }
  open.applications[1].state = "supplement_requested";
  open.applications[1].supplement_request = "Đề nghị bổ sung giấy chứng nhận sức khoẻ còn hạn.";
  seat_contest(live, now);
  return {
    contests,
    people,
    sessions: new Map(),
    uploads: new Map(),
    messages: new Map(),
    now: () => Date.now(),
  };
}
