// Candidates at their seats in a round: admitted, each at an own browser.
import { Browser } from "./browser.mjs";
import { name_of } from "./stages.mjs";

// Signs the candidate in; the round's sitting as it is listed.
export async function my_sitting(world, round, i) {
  const person = await world.sign_in(name_of(i));
  const { sittings } = await person.get("/api/me/sittings");
  return sittings.find((one) => one.round === round);
}

// {i, browser, roll, sitting} of each.
export async function take_seats(world, round, numbers, keeper = "keeper_1") {
  await world.sign_in(keeper);
  const seated = [];
  for (const i of numbers) {
    const { sitting, roll_number: roll } = await my_sitting(world, round, i);
    const browser = new Browser(world, world.people[name_of(i)], sitting);
    await world.people[keeper].post(browser.mine("/admit"), { late_by_decision: false });
    await browser.take_lease();
    seated.push({ i, browser, roll, sitting });
  }
  return seated;
}
