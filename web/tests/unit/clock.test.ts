// The server's clock seen from a device whose own clock cannot be trusted.
import { describe, expect, it } from "vitest";
import { ServerClock } from "#core/clock";

function device() {
  const time = { perf: 1000, wall: 5_000_000 };
  const clock = new ServerClock({ perf: () => time.perf, wall: () => time.wall });
  const pass = (ms: number): void => {
    time.perf += ms;
    time.wall += ms;
  };
  return { time, clock, pass };
}

describe("The server's clock", () => {
  it("takes the midpoint of the request", () => {
    const { clock } = device();
    clock.sample(900_000, 900, 1100);
    expect(clock.now()).toBe(900_000);
  });
  it("takes the median of the last five samples, so that one slow reply changes nothing", () => {
    const { clock } = device();
    for (const skew of [0, 10, 4000, -10, 5]) clock.sample(900_000 + skew, 1000, 1000);
    expect(clock.now()).toBe(900_005);
    for (let i = 0; i < 5; i += 1) clock.sample(950_000, 1000, 1000);
    expect(clock.now()).toBe(950_000);
  });
  it("ticks on, whatever the device's clock is set to, and asks for a sample", () => {
    const { time, clock, pass } = device();
    clock.sample(900_000, 1000, 1000);
    pass(60_000);
    expect(clock.jumped()).toBe(false);
    time.wall += 7_200_000;
    expect(clock.now()).toBe(960_000);
    expect(clock.jumped()).toBe(true);
    expect(clock.synced).toBe(false);
    expect(clock.jumped()).toBe(false);
    clock.sample(960_000, time.perf, time.perf);
    expect(clock.synced).toBe(true);
    expect(clock.now()).toBe(960_000);
  });
  it("after a reload without network goes by the device, corrected as last known", () => {
    const { clock, pass } = device();
    clock.assume(-4_000_000);
    pass(5000);
    expect(clock.now()).toBe(1_005_000);
    expect(clock.synced).toBe(false);
    clock.sample(2_000_000, 6000, 6000);
    clock.assume(0);
    expect(clock.now()).toBe(2_000_000);
    expect(clock.wall_offset()).toBe(2_000_000 - 5_005_000);
  });
});
