// What a candidate does: dossier, documents, application, petition, sittings.
import { createHash } from "node:crypto";
import { contest_of, Refusal, signed } from "./answers.mjs";
import { document_kinds, find_criteria } from "./dossiers.mjs";
import { digest, hour_ms, id } from "./ids.mjs";
import { sample_file } from "./files.mjs";
import { proof_of } from "./routes_public.mjs";
import { add_application } from "./world.mjs";

function dossier_of(contest, person) {
  const account = person.account;
  if (!contest.dossiers.has(account)) {
    const applied = contest.applications.find((a) => a.account === account);
    contest.dossiers.set(account, {
      facts: applied?.facts ?? { discipline: [], appraisals: [] },
      documents: applied?.documents ?? [],
    });
  }
  return contest.dossiers.get(account);
}

function dossier_view({ facts, documents }) {
  const criteria = find_criteria(facts, document_kinds, documents);
  return {
    facts,
    documents,
    missing: document_kinds.filter((kind) => !documents.some((d) => d.kind === kind)),
    self_check: criteria.map((line) => ({
      criterion: line.criterion,
      verdict: line.finding,
      reason: line.finding_reason,
      ...(line.evidence && { evidence: line.evidence }),
    })),
  };
}

function my_line(contest, a) {
  const { application, candidate, post, post_title, number, state, received_at, source } = a;
  return {
    application,
    contest: contest.line.contest,
    contest_title: contest.line.title,
    stage: contest.line.stage,
    candidate,
    post,
    post_title,
    number,
    state,
    received_at,
    source,
    grounds: a.grounds,
    ...(a.supplement_request && { supplement_request: a.supplement_request }),
    ...(a.petition && { petition: a.petition }),
    ...(a.petition_closes_at && { petition_closes_at: a.petition_closes_at }),
    ...(a.roll_number && { roll_number: a.roll_number }),
    code: a.code,
  };
}

function receipt_of(contest, a) {
  const line = contest.lines[a.index];
  return {
    application: a.application,
    candidate: a.candidate,
    number: a.number,
    dossier_hash: digest(a.application),
    received_at: a.received_at,
    index: a.index,
    code: a.code,
    receipt: proof_of(contest, line),
  };
}

function mine(call) {
  const person = signed(call);
  for (const contest of call.world.contests) {
    const found = contest.applications.find(
      (a) => a.application === call.params.application && a.account === person.account,
    );
    if (found) return { contest, application: found, person };
  }
  throw new Refusal(404, "not_found");
}

function note(call, account, subject, text) {
  const list = call.world.messages.get(account) ?? [];
  list.push({ at: call.world.now(), subject, text });
  call.world.messages.set(account, list);
}

function my_sittings(call) {
  const person = signed(call);
  const now = call.world.now();
  return call.world.contests.flatMap((contest) => {
    if (!contest.applications.some((a) => a.account === person.account)) return [];
    const common = { contest: contest.line.contest, contest_title: contest.line.title };
    const seats = contest.rooms.flatMap((room) =>
      room.seats
        .filter((seat) => seat.account === person.account)
        .map((seat) => ({
          ...common,
          sitting: seat.sitting,
          round: room.round,
          round_title: contest.rounds[1].title,
          room_name: room.name,
          seat: `máy ${seat.seat}`,
          roll_number: seat.roll_number,
          opens_at: contest.rounds[1].opens_at,
          ends_at: seat.ends_at,
          state: seat.state,
          practice: false,
        })),
    );
    const practice = contest.rounds
      .filter((round) => round.practice && contest.line.stage !== "released")
      .map((round) => ({
        ...common,
        round: round.round,
        round_title: round.title,
        opens_at: now - hour_ms,
        ends_at: now + 100 * hour_ms,
        state: "scheduled",
        practice: true,
      }));
    return [...seats, ...practice];
  });
}

export const candidate_routes = {
  "GET /api/contests/{contest}/dossier": (call) =>
    dossier_view(dossier_of(contest_of(call), signed(call))),
  "PUT /api/contests/{contest}/dossier": (call) => {
    const dossier = dossier_of(contest_of(call), signed(call));
    dossier.facts = call.body;
    return dossier_view(dossier);
  },
  "POST /api/contests/{contest}/documents": (call) => {
    const person = signed(call);
    const dossier = dossier_of(contest_of(call), person);
    const kind = call.query.get("kind");
    const line = {
      document: id("doc", `${person.account} ${kind} ${dossier.documents.length}`),
      kind,
      file_name: call.query.get("name"),
      media_type: call.media_type,
      bytes: call.bytes.length,
      sha256: createHash("sha256").update(call.bytes).digest("base64"),
      version: 1 + dossier.documents.filter((d) => d.kind === kind).length,
      received_at: call.world.now(),
    };
    call.world.uploads.set(line.document, { bytes: call.bytes, type: call.media_type });
    dossier.documents = [...dossier.documents, line];
    return line;
  },
  "GET /api/documents/{document}": (call) => {
    signed(call);
    const kept = call.world.uploads.get(call.params.document);
    if (kept) return { raw: kept.bytes, type: kept.type };
    const line = call.world.contests
      .flatMap((contest) => contest.applications)
      .flatMap((a) => a.documents)
      .find((d) => d.document === call.params.document);
    if (!line) throw new Refusal(404, "not_found");
    return { raw: sample_file(line), type: line.media_type };
  },
  "POST /api/contests/{contest}/applications": (call) => {
    const person = signed(call);
    const contest = contest_of(call);
    const dossier = dossier_of(contest, person);
    if (dossier_view(dossier).missing.length > 0) throw new Refusal(409, "incomplete");
    if (contest.applications.some((a) => a.account === person.account && a.state !== "withdrawn")) {
      throw new Refusal(409, "limit_reached");
    }
    const { post, source, introducing_body } = call.body;
    const extra = introducing_body ? { introducing_body } : {};
    const a = add_application(contest, person, call.world.now(), post, source, extra);
    note(call, person.account, `Đã nhận hồ sơ số ${a.number}`, `Mã biên nhận: ${a.code}`);
    return receipt_of(contest, a);
  },
  "GET /api/me/applications": (call) => {
    const person = signed(call);
    return {
      applications: call.world.contests.flatMap((contest) =>
        contest.applications
          .filter((a) => a.account === person.account)
          .map((a) => my_line(contest, a)),
      ),
      server_now: call.world.now(),
    };
  },
  "POST /api/applications/{application}/supplement": (call) => {
    const { contest, application } = mine(call);
    application.state = "submitted";
    application.supplement_request = undefined;
    return receipt_of(contest, application);
  },
  "POST /api/applications/{application}/withdraw": (call) => {
    mine(call).application.state = "withdrawn";
    return {};
  },
  "POST /api/applications/{application}/petition": (call) => {
    const { application } = mine(call);
    application.petition = {
      petition: id("pet", application.application),
      filed_at: call.world.now(),
      text: call.body.text,
    };
    return application.petition;
  },
  "GET /api/me/sittings": (call) => ({
    sittings: my_sittings(call),
    server_now: call.world.now(),
  }),
  "GET /api/sittings/{sitting}": (call) => {
    const person = signed(call);
    const line = my_sittings(call).find((s) => s.sitting === call.params.sitting);
    if (!line) throw new Refusal(404, "not_found");
    const contest = call.world.contests.find((c) => c.line.contest === line.contest);
    return {
      ...line,
      candidate: person.candidate,
      display_name: person.display_name,
      proctored: true,
      grace_ms: 30_000,
      server_now: call.world.now(),
      log: { origin: contest.log.origin, vkey: contest.log.vkey },
      languages: ["vi", "en"],
      rules: { devices: "computers" },
      signed_saves: false,
    };
  },
};
