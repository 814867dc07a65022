// Exact fractions, written a second time: nothing is rounded before it is shown. Marks are in
// hundredths of a point.

const divisor = (a, b) => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b));

// In lowest terms; equal ones are deeply equal.
export class Fraction {
  constructor(numerator, denominator = 1) {
    const [n, d] = [BigInt(numerator), BigInt(denominator)];
    const common = divisor(n, d);
    this.n = n / common;
    this.d = d / common;
  }
  // From JSON, whatever terms it is written in.
  static of({ numerator, denominator }) {
    return new Fraction(numerator, denominator);
  }
  static mean(numbers) {
    const sum = numbers.reduce((a, b) => a + b, 0);
    return new Fraction(sum, numbers.length);
  }

  plus(other) {
    return new Fraction(this.n * other.d + other.n * this.d, this.d * other.d);
  }
  times(n, d = 1) {
    return new Fraction(this.n * BigInt(n), this.d * BigInt(d));
  }
  // Below, at or above zero as this is below, at or above the other.
  compare(other) {
    return Number(this.n * other.d - other.n * this.d);
  }
  reaches(other) {
    return this.compare(other) >= 0;
  }

  // The next whole number, a half going up. Not below zero.
  whole() {
    return (2n * this.n + this.d) / (2n * this.d);
  }

  // As traces write it: "8440", "26799/5".
  toString() {
    return this.d === 1n ? `${this.n}` : `${this.n}/${this.d}`;
  }
  // As points with so many decimals, at least one: "84,4".
  shown(decimals) {
    const digits = String(this.times(10 ** decimals, 100).whole()).padStart(decimals + 1, "0");
    return `${digits.slice(0, -decimals)},${digits.slice(-decimals)}`;
  }
}
