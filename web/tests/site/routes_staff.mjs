// What officials do outside the exam room: plan, people, two-person acts, dossiers, papers.
import { contest_of, official, Refusal, signed } from "./answers.mjs";
import { digest, id } from "./ids.mjs";
import { carry_out, needed_for } from "./acts.mjs";
import { document_kinds } from "./dossiers.mjs";
import { parameters, plan_of, common_rules } from "./plans.mjs";
import { list_of, notice_of } from "./routes_public.mjs";

function tasks_of(contest) {
  const count = (list) => list.length;
  const open = contest.applications.filter((a) => a.state === "submitted");
  const seats = contest.rooms.flatMap((room) => room.seats);
  const rows = [
    ["unset_rules", contest.plan.faults.length],
    ["dossier", contest.line.stage === "intake" ? count(open) : 0],
    ["proposal", count(contest.proposals.filter((p) => p.state === "waiting"))],
    [
      "petition",
      count(contest.applications.filter((a) => a.petition && !("upheld" in a.petition))),
    ],
    ["incident", count(contest.incidents.filter((i) => !i.outcome))],
    ["call", count(seats.filter((s) => s.called)), seats.find((s) => s.called)?.roll_number],
    ["takeover", count(seats.filter((s) => s.takeover_waiting))],
    ["late_answers", seats.reduce((sum, s) => sum + s.late_answers, 0)],
  ];
  return rows
    .filter(([, n]) => n > 0)
    .map(([kind, n, subject]) => ({ kind, count: n, ...(subject && { subject }) }));
}

function overview(call) {
  const { contest } = official(call);
  const now = call.world.now();
  const at = contest.stages.indexOf(contest.line.stage);
  const seats = contest.rooms.flatMap((room) => room.seats);
  const of_post = (post) => contest.applications.filter((a) => a.post === post);
  return {
    notice: notice_of(contest, now),
    stages: contest.stages,
    next: contest.stages[at + 1] ? [contest.stages[at + 1]] : [],
    tasks: tasks_of(contest),
    posts: contest.posts.map(({ post }) => {
      const mine = of_post(post);
      const here = seats.filter((s) => mine.some((a) => a.candidate === s.candidate));
      const state = (...states) => here.filter((s) => states.includes(s.state)).length;
      return {
        post,
        applications: mine.length,
        eligible: mine.filter((a) => a.state === "eligible").length,
        refused: mine.filter((a) => a.state === "refused").length,
        present: state("admitted", "open", "submitted", "ended"),
        working: state("open"),
        submitted: state("submitted", "ended"),
      };
    }),
    log_size: contest.lines.length,
    log_root: contest.log.checkpoint().split("\n")[2],
    log_at: contest.lines.at(-1).at,
  };
}

function register_line(call, contest, a) {
  const me = signed(call);
  const done = a.criteria.filter((c) => c.settled).length;
  const verifier = contest.officials.some(
    (o) => o.account === me.account && o.roles.includes("verifier"),
  );
  const undecided = a.criteria.some(
    (c) => !c.settled && !c.decisions.some((d) => d.by === me.person),
  );
  return {
    application: a.application,
    candidate: a.candidate,
    number: a.number,
    post: a.post,
    full_name: a.full_name,
    given_name: a.given_name,
    state: a.state,
    source: a.source,
    ...(a.introducing_body && { introducing_body: a.introducing_body }),
    received_at: a.received_at,
    criteria: a.criteria.length,
    decided: a.state === "eligible" || a.state === "refused" ? a.criteria.length : done,
    attention: a.criteria.filter((c) => c.finding !== "pass").length,
    mine_open: verifier && a.state === "submitted" && undecided,
    ...(a.roll_number && { roll_number: a.roll_number }),
  };
}

function application_of(call) {
  const { contest, person } = official(call);
  const found = contest.applications.find((a) => a.application === call.params.application);
  if (!found) throw new Refusal(404, "not_found");
  return { contest, person, a: found };
}

function dossier_page(call, contest, a) {
  const me = signed(call);
  // Decisions stay hidden from the other verifier until both have decided.
  const criteria = a.criteria.map((c) => ({
    ...c,
    decisions: c.decisions.filter((d) => c.settled || d.by === me.person),
  }));
  return {
    line: register_line(call, contest, a),
    facts: a.facts,
    documents: a.documents,
    criteria,
    ...(a.supplement_request && { supplement_request: a.supplement_request }),
    ...(a.petition && { petition: a.petition }),
  };
}

function settle(a) {
  for (const c of a.criteria) {
    const [first, second] = c.decisions;
    if (first && second && first.verdict === second.verdict) c.settled = first.verdict;
  }
  if (a.criteria.every((c) => c.settled)) {
    const failed = a.criteria.filter((c) => c.settled === "fail");
    a.state = failed.length > 0 ? "refused" : "eligible";
    a.grounds = failed.map((c) => ({ criterion: c.criterion, reason: c.finding_reason }));
  }
}

const paper_line = ({ content: _content, ...line }) => line;

const proposal_view = (p) => p;

export const staff_routes = {
  "POST /api/contests": (call) => {
    signed(call);
    const base = call.world.contests.at(-1);
    const { code, title, preset } = call.body;
    const contest = {
      ...base,
      line: { ...base.line, contest: id("con", code), code, title, stage: "draft" },
      applications: [],
      proposals: [],
      plan: {
        plan: plan_of([
          ["contest.code", code, ""],
          ["contest.title", title, ""],
          ["contest.preset", preset, ""],
          ...common_rules,
        ]),
        parameters,
        faults: [],
        version: 0,
      },
    };
    call.world.contests.push(contest);
    return contest.line;
  },
  "PUT /api/contests/{contest}/plan": (call) => {
    const { contest } = official(call);
    contest.plan.plan = call.body.plan;
    contest.plan.hash = digest(JSON.stringify(call.body.plan));
    const text = JSON.stringify(call.body.plan);
    contest.plan.faults = contest.plan.faults.filter((fault) => {
      let at = call.body.plan;
      for (const part of fault.pointer.slice(1).split("/")) at = at?.[part];
      return !at || at.unset;
    });
    if (!text.includes("unset")) contest.plan.faults = [];
    return contest.plan;
  },
  "GET /api/contests/{contest}/overview": overview,
  "GET /api/contests/{contest}/officials": (call) => {
    const { contest } = official(call);
    return {
      officials: contest.officials
        .filter((o) => o.roles.length > 0)
        .map((o) => ({
          person: o.person,
          name: o.display_name,
          identifier: o.identifier,
          roles: o.roles,
        })),
    };
  },
  "POST /api/contests/{contest}/officials": (call) => {
    const contest = contest_of(call);
    const { identifier, role } = call.body;
    const person = call.world.people.find((p) => p.identifier === identifier);
    if (!person) throw new Refusal(404, "not_found");
    let line = contest.officials.find((o) => o.account === person.account);
    if (!line) contest.officials.push((line = { ...person, roles: [] }));
    if (line.roles.includes("marker") && role === "blinder")
      throw new Refusal(409, "role_conflict");
    line.roles.push(role);
    return { person: line.person, name: line.display_name, identifier, roles: line.roles };
  },
  "POST /api/contests/{contest}/officials/{person}/revoke": (call) => {
    const { contest } = official(call);
    const line = contest.officials.find((o) => o.person === call.params.person);
    line.roles = line.roles.filter((role) => role !== call.body.role);
    return {};
  },
  "POST /api/contests/{contest}/conflicts": () => ({}),
  "GET /api/contests/{contest}/proposals": (call) => ({
    proposals: official(call).contest.proposals.map(proposal_view),
  }),
  "POST /api/contests/{contest}/proposals": (call) => {
    const { contest, person } = official(call);
    const now = call.world.now();
    if ((call.session.proved_until_at ?? 0) < now) throw new Refusal(403, "needs_approval");
    const { act, body } = call.body;
    const proposal = {
      proposal: id("prop", `${contest.line.code} ${contest.proposals.length}`),
      act,
      body,
      action_hash: digest(JSON.stringify({ act, body, contest: contest.line.contest })),
      approvals: [{ person: person.person, name: person.display_name, at: now }],
      needed: needed_for(act),
      state: "waiting",
      created_at: now,
    };
    contest.proposals.unshift(proposal);
    if (proposal.needed === 1) carry_out(call.world, contest, proposal);
    return proposal;
  },
  "POST /api/contests/{contest}/proposals/{proposal}/approve": (call) => {
    const { contest, person } = official(call);
    const now = call.world.now();
    const proposal = contest.proposals.find((p) => p.proposal === call.params.proposal);
    if (proposal.approvals.some((a) => a.person === person.person)) {
      throw new Refusal(409, "same_person");
    }
    if ((call.session.proved_until_at ?? 0) < now) throw new Refusal(403, "needs_approval");
    proposal.approvals.push({ person: person.person, name: person.display_name, at: now });
    if (proposal.approvals.length >= proposal.needed) carry_out(call.world, contest, proposal);
    return proposal;
  },
  "DELETE /api/contests/{contest}/proposals/{proposal}": (call) => {
    const { contest } = official(call);
    contest.proposals.find((p) => p.proposal === call.params.proposal).state = "withdrawn";
    return {};
  },
  "GET /api/contests/{contest}/applications": (call) => {
    const { contest } = official(call);
    return { applications: contest.applications.map((a) => register_line(call, contest, a)) };
  },
  "GET /api/contests/{contest}/applications/{application}": (call) => {
    const { contest, a } = application_of(call);
    return dossier_page(call, contest, a);
  },
  "POST /api/contests/{contest}/applications/{application}/decisions": (call) => {
    const { contest, person, a } = application_of(call);
    for (const { criterion, verdict, reason } of call.body.decisions) {
      const line = a.criteria.find((c) => c.criterion === criterion);
      line.decisions = line.decisions.filter((d) => d.by !== person.person);
      line.decisions.push({ by: person.person, name: person.display_name, verdict, reason });
    }
    settle(a);
    return dossier_page(call, contest, a);
  },
  "POST /api/contests/{contest}/applications/{application}/supplement-request": (call) => {
    const { a } = application_of(call);
    a.state = "supplement_requested";
    a.supplement_request = call.body.text;
    return {};
  },
  "POST /api/contests/{contest}/eligible-list": (call) => {
    const { contest } = official(call);
    contest.list = { posted_at: call.world.now() };
    return list_of(contest, call.world.now());
  },
  "GET /api/contests/{contest}/banks": () => ({
    banks: [
      {
        bank: "kien-thuc-chung",
        title: "Kiến thức chung",
        version: 1,
        items_by_topic: { "to-chuc-bo-may": 24, "cong-vu": 22, "phong-chong-tham-nhung": 14 },
        items_by_type: { choice: 40, multiple: 10, true_false: 6, numeric: 2, text: 2 },
      },
    ],
  }),
  "GET /api/contests/{contest}/papers": (call) => ({
    papers: official(call).contest.papers.map(paper_line),
  }),
  "POST /api/contests/{contest}/papers": (call) => {
    const { contest } = official(call);
    const { round, variant, title, parts } = call.body;
    const items = parts.reduce((sum, part) => sum + part.questions, 0);
    const paper = id("pap", `${contest.line.code} ${contest.papers.length}`);
    const line = {
      paper,
      round,
      variant,
      title,
      state: "draft",
      items,
      points: items * 100,
      content_hash: digest(paper),
      in_use: false,
      content: sample_paper(paper, title, Math.min(items, 12)),
    };
    contest.papers.push(line);
    return paper_line(line);
  },
  "GET /api/contests/{contest}/papers/{paper}": (call) => {
    const { contest } = official(call);
    const line = contest.papers.find((p) => p.paper === call.params.paper);
    if (!line) throw new Refusal(404, "not_found");
    return { line: paper_line(line), ...line.content };
  },
};

export function sample_paper(paper, title, count) {
  const items = Array.from({ length: count }, (_, i) => ({
    item: id("itm", `${paper} ${i}`),
    type: "choice",
    stem: `Câu mẫu số ${i + 1}: cơ quan nào có thẩm quyền quyết định biên chế công chức?`,
    options: ["Bộ Chính trị", "Bộ Nội vụ", "Chính phủ", "Quốc hội"].map((text, n) => ({
      option: "ABCD"[n],
      text,
    })),
    points: 100,
  }));
  return {
    paper: {
      paper,
      title,
      parts: [{ part: "general", title: "Kiến thức chung", items: items.map((x) => x.item) }],
      items,
      stimuli: [],
    },
    key: {
      paper,
      shuffle_seed: digest(paper),
      items: items.map(({ item }, i) => ({
        item,
        tariff: { correct: 100, wrong: 0, partial: "none" },
        options: ["ABCD"[i % 4]],
        accepted: [],
        fold_case: true,
        rubric: [],
      })),
    },
  };
}

export { document_kinds };
