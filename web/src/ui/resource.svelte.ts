// One thing read from the server, with what the page must know while it waits or fails.
import type { ApiFault, Reply } from "#core/api/fault";

const slow_after_ms = 800;

export class Resource<T> {
  data = $state.raw<T | undefined>(undefined);
  fault = $state.raw<ApiFault | undefined>(undefined);
  slow = $state(false);
  #read: () => Promise<Reply<T>>;
  #round = 0;

  constructor(read: () => Promise<Reply<T>>, at_once = true) {
    this.#read = read;
    if (at_once) void this.reload();
  }

  // What is shown stays until the new reply is here; a late reply of an older round is dropped.
  async reload(): Promise<void> {
    const round = ++this.#round;
    const timer = setTimeout(() => {
      this.slow = true;
    }, slow_after_ms);
    const reply = await this.#read();
    clearTimeout(timer);
    if (round !== this.#round) return;
    this.slow = false;
    if (reply.ok) {
      this.data = reply.data;
      this.fault = undefined;
    } else {
      this.fault = reply.fault;
    }
  }
}
