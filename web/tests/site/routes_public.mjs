// Accounts, sessions, and what anybody may read of a contest.
import { randomBytes } from "node:crypto";
import { contest_of, field_fault, proved_ms, Refusal, signed } from "./answers.mjs";
import { day_ms, digest, id } from "./ids.mjs";
import { document_kinds } from "./dossiers.mjs";

function session_view(call) {
  const person = signed(call);
  const { world, session } = call;
  const duties = world.contests
    .map((contest) => ({
      contest: contest.line.contest,
      line: contest.officials.find((o) => o.account === person.account),
    }))
    .filter(({ line }) => line && line.roles.some((role) => role !== "administrator"))
    .map(({ contest, line }) => ({ contest, person: line.person, roles: line.roles }));
  const candidacies = world.contests.flatMap((contest) =>
    contest.applications
      .filter((a) => a.account === person.account)
      .map((a) => ({ contest: contest.line.contest, candidate: a.candidate })),
  );
  return {
    account: person.account,
    display_name: person.display_name,
    csrf: session.csrf,
    administrator: person.roles.includes("administrator"),
    demo: true,
    duties,
    candidacies,
    ...(session.proved_until_at && { proved_until_at: session.proved_until_at }),
    expires_at: world.now() + day_ms,
  };
}

function enter(call, person) {
  const token = randomBytes(16).toString("hex");
  const session = { person, csrf: randomBytes(12).toString("hex"), created_at: call.world.now() };
  session.id = id("ses", token);
  call.world.sessions.set(token, session);
  call.session = session;
  call.headers["Set-Cookie"] = `sid=${token}; Path=/; HttpOnly; SameSite=Lax`;
  return session_view(call);
}

function notice_of(contest, now) {
  const reached = contest.stages.slice(0, contest.stages.indexOf(contest.line.stage) + 1);
  return {
    contest: contest.line,
    legal_basis: ["Quyết định 1678-QĐ/BTCTW ngày 24/5/2017", "Thông báo 320-TB/BTCTW, mục II (10)"],
    posts: contest.posts,
    rounds: contest.rounds,
    required_documents: document_kinds,
    stages: reached.map((stage, i) => ({ stage, at: now - (reached.length - i) * 4 * day_ms })),
    ...(contest.petition_closes_at && { petition_closes_at: contest.petition_closes_at }),
    ...(contest.line.stage !== "draft" && {
      plan_hash: contest.plan.hash,
      log: { origin: contest.log.origin, vkey: contest.log.vkey },
    }),
    server_now: now,
  };
}

function list_of(contest, now) {
  const shown = ["listed", "preparing", "sitting", "scored", "released", "final"];
  if (!contest.list && !shown.includes(contest.line.stage)) throw new Refusal(404, "not_found");
  const eligible = contest.applications
    .filter((a) => a.state === "eligible")
    .sort((a, b) => new Intl.Collator("vi").compare(a.given_name, b.given_name));
  const refused = contest.applications.filter((a) => a.state === "refused");
  const refused_by_ground = {};
  for (const { criterion } of refused.flatMap((a) => a.grounds)) {
    refused_by_ground[criterion] = (refused_by_ground[criterion] ?? 0) + 1;
  }
  return {
    posted_at: contest.list?.posted_at ?? now - 10 * day_ms,
    eligible: eligible.map((a) => ({
      post: a.post,
      number: a.number,
      name: a.full_name,
      ...(a.roll_number && { roll_number: a.roll_number }),
    })),
    refused: refused.length,
    refused_by_ground,
    hash: digest(JSON.stringify(eligible.map((a) => a.number))),
  };
}

export { list_of, notice_of };

export const public_routes = {
  "GET /api/time": (call) => ({ server_now: call.world.now() }),
  "POST /api/accounts": (call) => {
    const { identifier, password, full_name } = call.body;
    if (call.world.people.some((p) => p.identifier === identifier)) {
      throw new Refusal(422, "invalid_field", [
        field_fault("/identifier", "Địa chỉ này đã có tài khoản.", "This address has an account."),
      ]);
    }
    const person = {
      name: identifier,
      identifier,
      password,
      account: id("acc", identifier),
      person: id("per", identifier),
      candidate: id("cand", identifier),
      display_name: full_name,
      roles: [],
    };
    call.world.people.push(person);
    return enter(call, person);
  },
  "POST /api/session": (call) => {
    const { identifier, password } = call.body;
    const person = call.world.people.find((p) => p.identifier === identifier);
    if (!person || (person.password ?? "demo") !== password) {
      throw new Refusal(401, "wrong_credentials");
    }
    return enter(call, person);
  },
  "POST /api/session/link": (call) => {
    const person = call.world.people.find((p) => p.name === call.body.token);
    if (!person) throw new Refusal(401, "wrong_credentials");
    return enter(call, person);
  },
  "GET /api/session": session_view,
  "DELETE /api/session": (call) => {
    call.world.sessions.delete(call.token);
    return {};
  },
  "POST /api/session/proof": (call) => {
    const person = signed(call);
    if (call.body.password !== (person.password ?? "demo")) {
      throw new Refusal(401, "wrong_credentials");
    }
    call.session.proved_until_at = call.world.now() + proved_ms;
    return session_view(call);
  },
  "POST /api/session/password": (call) => {
    const person = signed(call);
    if (call.body.current !== (person.password ?? "demo")) {
      throw new Refusal(401, "wrong_credentials");
    }
    person.password = call.body.password;
    return session_view(call);
  },
  "GET /api/sessions": (call) => {
    const person = signed(call);
    const mine = [...call.world.sessions.values()].filter((s) => s.person === person);
    return {
      sessions: mine.map((s) => ({
        session: s.id,
        created_at: s.created_at,
        seen_at: call.world.now(),
        device: "Chrome, Linux",
        current: s === call.session,
      })),
    };
  },
  "DELETE /api/sessions/{session}": (call) => {
    for (const [token, s] of call.world.sessions) {
      if (s.id === call.params.session) call.world.sessions.delete(token);
    }
    return {};
  },
  "GET /api/messages": (call) => {
    const person = signed(call);
    return { messages: call.world.messages.get(person.account) ?? [] };
  },
  "GET /api/contests": (call) => {
    const mine = call.session?.person.account;
    return {
      contests: call.world.contests
        .filter((c) => c.line.stage !== "draft" || c.officials.some((o) => o.account === mine))
        .map((c) => c.line),
      server_now: call.world.now(),
    };
  },
  "GET /api/presets": () => ({
    presets: [
      ["BTCTW_2017", "Ban Tổ chức Trung ương, năm 2017", "Trình bày, bảo vệ đề án; phiếu kín."],
      ["MOHA_2424", "Hướng dẫn 2424/BNV-CCVC", "Thi viết rồi bảo vệ đề án."],
      ["CIVIL_2ROUND", "Tuyển dụng hai vòng", "Trắc nghiệm trên máy, rồi vòng hai."],
    ].map(([preset, title, summary]) => ({ preset, title, summary })),
  }),
  "GET /api/contests/{contest}": (call) => notice_of(contest_of(call), call.world.now()),
  "GET /api/contests/{contest}/plan": (call) => contest_of(call).plan,
  "GET /api/contests/{contest}/eligible-list": (call) =>
    list_of(contest_of(call), call.world.now()),
  "GET /log/{contest}/checkpoint": (call) => ({
    type: "text/plain; charset=utf-8",
    raw: contest_of(call).log.checkpoint(),
  }),
  "GET /api/contests/{contest}/log/{index}/proof": (call) => {
    const contest = contest_of(call);
    const line = contest.lines[Number(call.params.index)];
    if (!line) throw new Refusal(404, "not_found");
    return { type: "text/plain; charset=utf-8", raw: proof_of(contest, line) };
  },
};

export const proof_of = (contest, line) =>
  contest.log.receipt(line.index, {
    received_at: line.received_at,
    salt: Buffer.from(line.salt, "base64"),
    time: line.at,
  });
