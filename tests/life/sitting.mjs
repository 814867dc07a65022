// Candidates at their seats: browsers, admission, answers. Knows no contest's day.
import { Browser } from "./browser.mjs";
import * as plan from "./plan.mjs";
import { name_of, right_answer, wrong_answer } from "./stages.mjs";
import { each } from "./world.mjs";

// Signs the candidate in; the round's sitting as the lobby lists it.
export async function my_sitting(world, i, round = plan.round) {
  const person = await world.sign_in(name_of(i));
  const { sittings } = await person.get("/api/me/sittings");
  return sittings.find((one) => one.round === round);
}

// Everybody's browser, with room and seat.
export async function seat_everybody(world, numbers, round = plan.round) {
  const seated = [];
  await each(numbers, 4, async (i) => {
    const mine = await my_sitting(world, i, round);
    const browser = new Browser(world, world.people[name_of(i)], mine.sitting);
    seated.push({ i, browser, room: mine.room_name, seat: mine.seat, roll: mine.roll_number });
  });
  return seated.sort((a, b) => a.i - b.i);
}

export const keeper_of = ({ room }) => (room === "Phòng 1" ? "keeper_1" : "keeper_3");
export const admit = (world, one, late_by_decision = false, by = world.people[keeper_of(one)]) =>
  by.post(one.browser.mine("/admit"), { late_by_decision });

export async function let_in(world, seated) {
  await each(seated, 4, async (one) => {
    await admit(world, one);
    await one.browser.take_lease();
  });
}

// All in the first room, and let in.
export async function take_seats(world, numbers, round = plan.round) {
  await world.sign_in("keeper_1");
  const seated = await seat_everybody(world, numbers, round);
  await let_in(world, seated);
  return seated;
}

// The texts of the answers to `items`, frozen now; the first `right` of them are right.
export function answers_to(browser, items, key, right) {
  const keys = new Map(key.items.map((one) => [one.item, one]));
  return items.map((item, k) => {
    const own = keys.get(item.item);
    return browser.freeze(item.item, k < right ? right_answer(own) : wrong_answer(item, own));
  });
}
