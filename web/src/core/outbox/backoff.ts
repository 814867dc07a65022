// How long to wait before trying again: 1 s doubling to 15 s, with jitter so that a room that
// lost its network does not come back as one wave.

const first_ms = 1000;
const longest_ms = 15_000;

export function backoff_ms(failures: number, random: () => number = Math.random): number {
  const whole = Math.min(longest_ms, first_ms * 2 ** Math.min(failures, 10));
  return Math.round(whole * (0.5 + random() / 2));
}
