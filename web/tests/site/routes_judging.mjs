// Human judgement as pages show it: a marking desk in every state of a script, infractions, appeals
// of both tracks, remedies, minutes.
import { contest_of, official } from "./answers.mjs";
import { day_ms, hour_ms, id } from "./ids.mjs";

const points = (numerator, denominator = 1) => ({ numerator, denominator });
const blinding_draw = (round) => `blinding/${round}`;

function turns_of(contest, totals) {
  const markers = contest.officials.slice(0, totals.length);
  return totals.map((total, i) => ({
    turn: ["first", "second", "third"][i],
    marker: markers[i].person,
    name: markers[i].display_name,
    done: total !== undefined,
    ...(total && { points: total }),
  }));
}

function scripts_of(contest) {
  const line = (code, totals, more) => ({
    code,
    turns: turns_of(contest, totals),
    action: "",
    open_anomalies: 0,
    standard: false,
    ...more,
  });
  return [
    line("18402731", [7250, 7000], {
      action: "mean_of_two",
      settled: points(7125),
      standard: true,
    }),
    line("27318840", [8100, 6400], { action: "agree_with_minutes_else_head", awaits: "head" }),
    line("35210077", [9000, 4000], { action: "collective", awaits: "collective" }),
    line("40917265", [0, undefined], { awaits: "marks" }),
    line("58820143", [6000, 6100], { awaits: "rule", open_anomalies: 1 }),
    line("73110926", [], { awaits: "marks" }),
  ];
}

const marker_line = (official, more) => ({
  marker: official.person,
  name: official.display_name,
  assigned: 12,
  done: 9,
  stopped: false,
  qualified: true,
  gap: points(1250, 4),
  severity: points(-500, 4),
  pairs: 4,
  far: 1,
  drift: points(100, 2),
  repeats: 2,
  trials: 3,
  within: 3,
  ...more,
});

function marking_of(contest, round) {
  const [one, two, three] = contest.officials;
  return {
    round,
    title: "Thi viết",
    max: 10_000,
    progress: { scripts: 6, settled: 1, unassigned: 2, marking: 2, people: 2, anomalies: 1 },
    scripts: scripts_of(contest),
    markers: [
      marker_line(one),
      marker_line(two, { qualified: false, within: 1, severity: points(900, 4) }),
      marker_line(three, { stopped: true, pairs: 0, repeats: 0, trials: 0, within: 0 }),
    ],
    anomalies: [
      {
        anomaly: 1,
        code: "58820143",
        kind: "name",
        text: contest.applications[0].full_name,
        by_machine: true,
      },
      {
        anomaly: 2,
        code: "27318840",
        kind: "unrelated",
        text: "Có một câu thơ ở cuối bài.",
        by_machine: false,
        outcome: "dismissed",
      },
    ],
    unblinded: false,
  };
}

// One script is committed, one waits, a repeat is locked; of two questions, the one given by digits
// and typed points.
const packet_codes = ["18402731", "27318840", "35210077"];
const packet_of = (round) => ({
  round,
  title: "Thi viết",
  scripts: packet_codes.map((code, i) => ({
    code,
    turn: i === 2 ? "repeat" : "first",
    items: 2,
    marked: i === 0 ? 2 : 0,
    locked: i === 2,
  })),
});

const rubric = [
  ["content", "Nội dung, căn cứ", 1500],
  ["style", "Bố cục, văn phong", 500],
].map(([criterion, text, max]) => ({
  criterion,
  text,
  max,
  levels: [
    { points: max, text: "Đủ ý, dẫn đúng căn cứ" },
    { points: 0, text: "Không nêu được" },
  ],
}));

function script_of({ round, code }, turn) {
  const done = packet_codes.indexOf(code) === 0;
  const given = rubric.map(({ criterion, max }) => ({
    criterion,
    points: max - 50,
    comment: "Còn thiếu căn cứ.",
  }));
  return {
    round,
    code,
    turn,
    items: [1, 2].map((n) => ({
      item: id("itm", `essay ${n}`),
      stem: `Câu ${n}: phân tích và đề xuất giải pháp.`,
      answer: "Trước hết, cần xác định căn cứ.\nVề giải pháp, tôi đề xuất ba việc.",
      max: 2000,
      rubric,
      ...(done && { marked: 1900 }),
      lines: done ? given : [],
    })),
  };
}

function appeals_of(contest, now) {
  const round = contest.rounds[1].round;
  const line = (i, more) => ({
    appeal: id("apl", String(i)),
    candidate: contest.applications[i].candidate,
    full_name: contest.applications[i].full_name,
    round,
    filed_at: now - hour_ms * (i + 1),
    index: 70 + i,
    amended: false,
    remarks: 0,
    answer_by: now + 15 * day_ms,
    ...more,
  });
  return [
    line(0, { track: "procedure", text: "Câu 12 có hai đáp án đúng.", upheld: true }),
    line(1, { track: "own_mark", text: "Bài của tôi bị chấm sót ý ở câu 2." }),
    line(2, { track: "own_mark", text: "Đề nghị chấm lại.", upheld: true, remarks: 2 }),
  ];
}

const ranked = (rank, shown, outcome) => ({ rank, shown, outcome });

export const judging_routes = {
  "GET /api/contests/{contest}/rounds/{round}/blinding": (call) => {
    official(call);
    const { round } = call.params;
    return {
      round,
      draw: blinding_draw(round),
      frozen: true,
      committed: 2,
      revealed: 2,
      scripts: 6,
      unblinded: false,
    };
  },
  "GET /api/contests/{contest}/rounds/{round}/marking": (call) =>
    marking_of(official(call).contest, call.params.round),
  "GET /api/contests/{contest}/rounds/{round}/packet": (call) => {
    official(call);
    return packet_of(call.params.round);
  },
  "GET /api/contests/{contest}/rounds/{round}/scripts/{code}": (call) => {
    official(call);
    return script_of(call.params, call.query.get("turn"));
  },
  "GET /api/contests/{contest}/infractions": (call) => {
    const { contest } = official(call);
    return {
      infractions: ["reprimand", "suspension"].map((level, i) => ({
        infraction: id("inf", level),
        candidate: contest.applications[i].candidate,
        full_name: contest.applications[i].full_name,
        round: contest.rounds[1].round,
        level,
        index: 31 + i,
      })),
    };
  },
  "GET /api/contests/{contest}/appeals": (call) => {
    const { contest } = official(call);
    const now = call.world.now();
    return { closes_at: now + 3 * day_ms, open: true, appeals: appeals_of(contest, now) };
  },
  "GET /api/contests/{contest}/remedies": (call) => ({
    remedies: contest_of(call).papers.flatMap(({ paper }) => [
      { paper, item: id("itm", `${paper} 0`), kind: "all_credit", keys: [], index: 80 },
      { paper, item: id("itm", `${paper} 1`), kind: "several_keys", keys: [["A"]], index: 81 },
    ]),
    resits: [],
  }),
  "POST /api/contests/{contest}/resits/preview": (call) => {
    const { contest } = official(call);
    const round = contest.rounds.find((one) => one.round === call.body.round);
    return { candidates: contest.applications.length, title: `${round.title}, thi lại` };
  },
  "POST /api/contests/{contest}/remedies/preview": (call) => {
    const { contest } = official(call);
    const [one, two] = contest.applications;
    const move = (a, before, after) => ({
      candidate: a.candidate,
      full_name: a.full_name,
      post: a.post,
      before,
      after,
      crosses: before.outcome !== after.outcome,
    });
    return {
      moves: [
        move(one, ranked(2, "84,0", "passed"), ranked(1, "86,0", "winner")),
        move(two, ranked(1, "85,0", "winner"), ranked(2, "85,0", "passed")),
      ],
    };
  },
  "GET /api/contests/{contest}/minutes": (call) => {
    official(call);
    return {
      minutes: [
        ["opening", "khai-mac", "Biên bản khai mạc"],
        ["draw", "boc-tham-1", "Biên bản bốc thăm số báo danh, chỗ ngồi"],
        ["sitting", "coi-thi-1", "Biên bản coi thi, Phòng 1"],
        ["result", "ket-qua", "Biên bản tổng hợp kết quả"],
      ].map(([kind, name, title], i) => ({ kind, name, title, index: 20 + i * 7 })),
    };
  },
};
