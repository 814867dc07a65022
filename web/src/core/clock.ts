// The server's clock, as seen from here. Offsets come from the midpoint of a request; the median
// of the last five counts. It ticks on performance.now, so that setting the device's clock
// changes nothing; a sleep shows as a jump between the two and asks for a new sample.

const samples_max = 5;
const jump_ms = 2000;

export interface Ticks {
  perf: () => number;
  wall: () => number;
}
const browser_ticks: Ticks = { perf: () => performance.now(), wall: () => Date.now() };

export class ServerClock {
  private offsets: number[] = [];
  private offset: number | undefined;
  private wall_minus_perf: number;
  // False before the first sample and after a jump: shown time may be wrong.
  synced = false;

  constructor(private readonly ticks: Ticks = browser_ticks) {
    this.wall_minus_perf = ticks.wall() - ticks.perf();
  }

  perf(): number {
    return this.ticks.perf();
  }

  // `server_now` was read between the two readings of perf().
  sample(server_now: number, sent_perf: number, received_perf: number): void {
    this.offsets.push(server_now - (sent_perf + received_perf) / 2);
    if (this.offsets.length > samples_max) this.offsets.shift();
    const sorted = [...this.offsets].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const low = sorted[sorted.length % 2 === 1 ? middle : middle - 1] ?? 0;
    const high = sorted[middle] ?? 0;
    this.offset = (low + high) / 2;
    this.synced = true;
  }

  // Until a sample arrives (a reload without network): the device's clock, corrected as last known.
  assume(wall_offset_ms: number): void {
    if (this.synced) return;
    this.offset = this.ticks.wall() - this.ticks.perf() + wall_offset_ms;
  }

  now(): number {
    const offset = this.offset ?? this.ticks.wall() - this.ticks.perf();
    return Math.round(this.ticks.perf() + offset);
  }

  // Server's clock minus the device's, to be kept for a reload.
  wall_offset(): number {
    return this.now() - this.ticks.wall();
  }

  // True once after the machine slept or its clock was set. Old samples no longer hold.
  jumped(): boolean {
    const now = this.ticks.wall() - this.ticks.perf();
    const moved = Math.abs(now - this.wall_minus_perf) > jump_ms;
    if (moved) {
      this.wall_minus_perf = now;
      this.offsets = [];
      this.synced = false;
    }
    return moved;
  }
}
