// Exact fractions and the order of docs/formats/results.md, written a second time: shares nothing
// with the server.

const divisor = (a, b) => (b === 0n ? a : divisor(b, a % b));

// In lowest terms; nothing here is below zero.
export function exact(numerator, denominator = 1) {
  const [above, below] = [BigInt(numerator), BigInt(denominator)];
  const common = divisor(above, below);
  return { numerator: above / common, denominator: below / common };
}
export const zero = exact(0);
// From JSON, whatever terms it is written in.
export const as_exact = ({ numerator, denominator }) => exact(numerator, denominator);

export function compare(a, b) {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : Number(difference > 0n);
}
export const plus = (a, b) =>
  exact(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const at_least = (a, b) => compare(a, b) >= 0;
export const mean = (numbers) =>
  exact(
    numbers.reduce((sum, one) => sum + one, 0),
    numbers.length,
  );

// `fraction` in whole units of 1/`units`, half up.
const half_up = ({ numerator, denominator }, units) =>
  (2n * numerator * units + denominator) / (2n * denominator);

// Hundredths of a point rounded to so many decimals of a point, as hundredths again.
export function rounded(hundredths, decimals) {
  const step = 10n ** BigInt(2 - decimals);
  const { numerator, denominator } = hundredths;
  return exact(half_up(exact(numerator, denominator * step), 1n) * step);
}

// "84,1" of 841/10 points, given in hundredths.
export function shown({ numerator, denominator }, decimals) {
  const units = 10n ** BigInt(decimals);
  const digits = String(half_up(exact(numerator, denominator * 100n), units));
  const text = digits.padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)},${text.slice(-decimals)}`;
}

// Who passed, as rank and whether a seat is won: Map of candidate -> {rank, wins}. `apart` tells
// equals apart, or leaves them equal with 0.
export function standings(candidates, seats, apart) {
  const passed = candidates.filter((one) => one.passed);
  const order = (a, b) => compare(b.total, a.total) || apart(a, b);
  return new Map(
    passed.map((one) => {
      const before = passed.filter((other) => order(other, one) < 0).length;
      const not_after = passed.filter((other) => order(other, one) <= 0).length;
      return [one, { rank: before + 1, wins: not_after <= seats }];
    }),
  );
}
