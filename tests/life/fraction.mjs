// Exact fractions, written a second time: nothing is rounded before it is shown.

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export class Fraction {
  constructor(numerator, denominator = 1) {
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    const common = gcd(n, d);
    this.n = n / common;
    this.d = d / common;
  }
  static of = ({ numerator, denominator }) => new Fraction(numerator, denominator);

  plus = (other) => new Fraction(this.n * other.d + other.n * this.d, this.d * other.d);
  times = (n, d = 1) => new Fraction(this.n * BigInt(n), this.d * BigInt(d));
  // Below, at or above zero as this is below, at or above the other.
  compare = (other) => Number(this.n * other.d - other.n * this.d);
  reaches = (other) => this.compare(other) >= 0;

  // As traces write it: "8440", "26799/5".
  toString = () => (this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`);

  // Hundredths as points with one decimal, a half going up: "84,4". Not below zero.
  shown() {
    const tenths = (2n * this.n + 10n * this.d) / (20n * this.d);
    return `${tenths / 10n},${tenths % 10n}`;
  }
}

// The half-up mean of whole hundredths, as a whole number of them.
export function rounded_mean(marks) {
  const sum = marks.reduce((a, b) => a + b, 0);
  return Math.floor((2 * sum + marks.length) / (2 * marks.length));
}
