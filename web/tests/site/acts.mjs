// What an approved act changes in the sample world.

const alone = ["grant_role", "extend_deadline"];
export const needed_for = (act) => (alone.includes(act) ? 1 : 2);

const seats_of = (contest) => contest.rooms.flatMap((room) => room.seats);

const acts = {
  publish(_world, contest) {
    contest.line.stage = "published";
    contest.plan.version = 1;
  },
  amend_plan(_world, contest, { plan }) {
    contest.plan.plan = plan;
    contest.plan.version += 1;
  },
  advance_stage(_world, contest, { to }) {
    contest.line.stage = to;
  },
  extend_deadline(_world, contest, { new_at }) {
    contest.line.intake_closes_at = new_at;
  },
  grant_role(world, contest, { identifier, role }) {
    const person = world.people.find((p) => p.identifier === identifier);
    if (!person) return;
    let line = contest.officials.find((o) => o.account === person.account);
    if (!line) contest.officials.push((line = { ...person, roles: [] }));
    line.roles.push(role);
  },
  decide_petition(_world, contest, { petition, upheld, reason }) {
    const a = contest.applications.find((line) => line.petition?.petition === petition);
    Object.assign(a.petition, { upheld, reason });
    if (upheld) a.state = "eligible";
  },
  seal_paper(_world, contest, { paper }) {
    const line = contest.papers.find((p) => p.paper === paper);
    line.state = "sealed";
    line.in_use = line.variant === "official";
  },
  grant_time(_world, contest, { sitting, ms }) {
    const seat = seats_of(contest).find((s) => s.sitting === sitting);
    seat.granted_ms += ms;
    seat.ends_at += ms;
  },
  remove_time(_world, contest, { room, from_at, to_at }) {
    for (const line of contest.rooms.filter((r) => !room || r.room === room)) {
      for (const seat of line.seats) seat.ends_at += to_at - from_at;
    }
  },
  decide_late(_world, contest, { sitting }) {
    seats_of(contest).find((s) => s.sitting === sitting).late_answers = 0;
  },
  release(world, contest) {
    contest.line.stage = "released";
    contest.released_at = world.now();
  },
  finalise(_world, contest) {
    contest.line.stage = "final";
    contest.final_result = true;
  },
};

export function carry_out(world, contest, proposal) {
  acts[proposal.act]?.(world, contest, proposal.body);
  proposal.state = "done";
  contest.append("contest.state", { act: proposal.act }, world.now());
}
