// Scores, results, the log as a list, and the outcome of verify.
import { createHash } from "node:crypto";
import { contest_of, official, Refusal, signed } from "./answers.mjs";
import { day_ms, digest, id } from "./ids.mjs";
import { sample_paper } from "./routes_staff.mjs";

const released = ["released", "final", "archived"];

// Half of 60 items is the pass mark.
const compared = (own, right, needed) => `${own} ${right >= 30 ? ">=" : "<"} ${needed}`;

function score_of(contest, a, place) {
  const right = 52 - place * 2;
  const { paper, key } = sample_paper(id("pap", contest.line.code), contest.rounds[1].title, 12);
  const round = {
    round: contest.rounds[1].round,
    fate: "sat",
    items: paper.items.map(({ item }, i) => {
      const verdict = i % 5 === 4 ? "blank" : (i + place) % 3 === 0 ? "wrong" : "correct";
      const points = verdict === "correct" ? 100 : 0;
      return { item, verdict, points, max: 100, ...(verdict !== "blank" && { index: 40 + i }) };
    }),
    parts: [{ part: "general", points: right * 100, max: 6000, pass_pct: 50, passed: right >= 30 }],
    mark: { numerator: right * 10000, denominator: 60 },
    passed: right >= 30,
  };
  const shown = ((right * 100) / 60).toFixed(1).replace(".", ",");
  return {
    candidate: a.candidate,
    post: a.post,
    roll_number: a.roll_number ?? String(a.number).padStart(4, "0"),
    rounds: [round],
    total: round.mark,
    shown,
    rank: place + 1,
    outcome: place === 0 ? "winner" : right >= 30 ? "passed" : "not_passed",
    steps: [
      { rule: "round.objective.parts", says: compared(`${right * 10000}`, right, "50 * 6000") },
      { rule: "rounds", says: compared(`${right * 10000}/60`, right, "5000") },
      { rule: "result.pass_mark", says: compared(`${right * 10000}/60`, right, "5000") },
    ],
    paper,
    key,
  };
}

function scores(contest) {
  return contest.posts.flatMap(({ post }) =>
    contest.applications
      .filter((a) => a.post === post && a.state === "eligible")
      .map((a, place) => ({ a, score: score_of(contest, a, place) })),
  );
}
const bare = ({ paper: _paper, key: _key, ...score }) => score;

const file_of = (contest) =>
  JSON.stringify({
    contest: contest.line.contest,
    lines: scores(contest).map((s) => bare(s.score)),
  });

function preview(contest) {
  const list = scores(contest);
  return {
    candidates:
      contest.computed || released.includes(contest.line.stage)
        ? list.map(({ a, score }) => ({ score: bare(score), full_name: a.full_name }))
        : [],
    open_ties:
      contest.computed && !contest.tie_done && list.length > 4
        ? [
            {
              post: list[1].a.post,
              candidates: [list[1].a.candidate, list[2].a.candidate],
              next: "council_vote",
            },
          ]
        : [],
    unfilled: [],
    computed: Boolean(contest.computed) || released.includes(contest.line.stage),
    file_hash: createHash("sha256").update(file_of(contest)).digest("base64"),
    moves: [],
  };
}

const window_ms = 15 * day_ms;
const released_at = (contest, now) => contest.released_at ?? now - day_ms;

function my_appeals(call) {
  const person = signed(call);
  const contest = contest_of(call);
  if (!contest.applications.some((a) => a.account === person.account))
    throw new Refusal(404, "not_found");
  const appeals = (contest.appeals ?? []).filter((one) => one.account === person.account);
  return {
    ...(released.includes(contest.line.stage) && {
      closes_at: released_at(contest, call.world.now()) + window_ms,
    }),
    open: contest.line.stage === "released",
    appeals: appeals.map(({ account: _account, ...one }) => one),
  };
}

const checks = [
  ["01.02", "Các bản kê của nhật ký nối tiếp nhau", "Checkpoints are consistent"],
  ["01.05", "Chữ ký của nhật ký đúng", "The log's signatures are valid"],
  ["01.08", "Giờ trong nhật ký không lùi", "Times never go back"],
  ["02.01", "Nội dung khớp với cam kết", "Openings match their commitments"],
  ["02.02", "Dữ liệu khớp với nhật ký", "Rows match the log"],
  ["03.01", "Mọi câu trả lời được tính đều có trong nhật ký", "Every counted answer is in the log"],
  ["03.02", "Chuỗi lưu bài không đứt", "Chains of saves are unbroken"],
  ["03.05", "Bài nộp khớp với lần lưu cuối", "Submissions match the last saves"],
  ["04.01", "Điểm tính lại ra đúng như đã ghi", "Scores recompute"],
  ["04.02", "Thứ hạng tính lại ra đúng như đã ghi", "Ranks recompute"],
  ["05.02", "Việc cần hai người có đủ hai người", "Two-person acts have two people"],
];

export const result_routes = {
  "POST /api/contests/{contest}/scores": (call) => {
    const { contest } = official(call);
    contest.computed = true;
    return preview(contest);
  },
  "GET /api/contests/{contest}/scores": (call) => preview(official(call).contest),
  "GET /api/contests/{contest}/scores/{candidate}": (call) => {
    const person = signed(call);
    const contest = contest_of(call);
    const found = scores(contest).find(({ a }) => a.candidate === call.params.candidate);
    const staff = contest.officials.some((o) => o.account === person.account);
    const own = found?.a.account === person.account && released.includes(contest.line.stage);
    if (!found || (!staff && !own)) throw new Refusal(404, "not_found");
    const { score } = found;
    return {
      score: bare(score),
      items: score.rounds[0].items.map((line, i) => ({
        score: line,
        item: score.paper.items[i],
        key: score.key.items[i],
        answer:
          line.verdict === "blank"
            ? null
            : line.verdict === "correct"
              ? score.key.items[i].options
              : ["D"],
      })),
      marks: [],
      ballots: [],
      sheets: [],
      score_index: 61,
      release_index: 62,
    };
  },
  "GET /api/contests/{contest}/results": (call) => {
    const contest = contest_of(call);
    if (!released.includes(contest.line.stage)) throw new Refusal(404, "not_found");
    return {
      final_result: contest.line.stage === "final",
      released_at: released_at(contest, call.world.now()),
      lines: scores(contest).map(({ a, score }) => ({
        post: a.post,
        who: contest.profile === "roll_numbers" ? score.roll_number : a.full_name,
        roll_number: score.roll_number,
        shown: score.shown,
        rank: score.rank,
        outcome: score.outcome,
      })),
      unfilled: [],
      file_hash: createHash("sha256").update(file_of(contest)).digest("base64"),
      file_url: `/api/contests/${contest.line.contest}/results.json`,
      index: contest.lines.length - 1,
    };
  },
  "GET /api/contests/{contest}/appeals/mine": my_appeals,
  "POST /api/contests/{contest}/appeals": (call) => {
    const { account, candidate } = signed(call);
    const contest = contest_of(call);
    const { track, round, item, text } = call.body;
    if (contest.line.stage !== "released") throw new Refusal(409, "deadline_passed");
    const filed_at = call.world.now();
    contest.appeals ??= [];
    const appeal = id("appeal", `${account} ${contest.appeals.length}`);
    const index = contest.append("appeal.file", { appeal, candidate, track, round }, filed_at);
    const kept = { appeal, account, candidate, track, round, text, filed_at, index };
    const standing = { full_name: "", amended: false, remarks: 0, answer_by: filed_at + window_ms };
    contest.appeals.push({ ...kept, ...standing, ...(item && { item }) });
    return my_appeals(call);
  },
  "GET /api/contests/{contest}/remedies": (call) => ({
    remedies: contest_of(call).remedies ?? [],
    resits: [],
  }),
  "GET /api/contests/{contest}/results.json": (call) => ({
    type: "application/json",
    raw: file_of(contest_of(call)),
  }),
  "GET /api/contests/{contest}/log": (call) => {
    const contest = contest_of(call);
    const me = call.session?.person.account;
    const auditor = contest.officials.some((o) => o.account === me && o.roles.includes("auditor"));
    const from = Number(call.query.get("from") ?? 0);
    const count = Number(call.query.get("count") ?? 50);
    const type = call.query.get("type");
    const open = ["contest.genesis", "person.grant", "contest.state"];
    return {
      size: contest.lines.length,
      checkpoint: contest.log.checkpoint(),
      vkey: contest.log.vkey,
      lines: contest.lines
        .slice(from)
        .filter((line) => !type || line.type === type)
        .slice(0, count)
        .map(({ payload, salt, received_at: _received_at, ...line }) =>
          auditor || open.includes(line.type) ? { ...line, payload, salt } : line,
        ),
    };
  },
  "POST /api/contests/{contest}/verify": (call) => {
    const { contest } = official(call);
    return {
      clean: true,
      size: contest.lines.length,
      root: contest.log.checkpoint().split("\n")[2],
      checks: checks.map(([check, title_vi, title_en]) => ({
        check,
        title_vi,
        title_en,
        state: "pass",
        examined: contest.lines.length,
        positions: [],
      })),
      at: call.world.now(),
    };
  },
};

export { digest };
