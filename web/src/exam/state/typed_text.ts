// The pace of a text answer: to disk 1 s after a pause, to the server 2 s after a pause and at
// least every 5 s while typing. It reads the field and never writes to it.

const local_pause_ms = 1000;
const send_pause_ms = 2000;
const send_longest_ms = 5000;

export interface TypedTextPorts {
  keep: () => Promise<void>;
  send: () => void;
}

export class TypedText {
  private keep_timer: ReturnType<typeof setTimeout> | undefined;
  private send_timer: ReturnType<typeof setTimeout> | undefined;
  private longest_timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ports: TypedTextPorts) {}

  typed(): void {
    clearTimeout(this.keep_timer);
    clearTimeout(this.send_timer);
    this.keep_timer = setTimeout(() => void this.ports.keep(), local_pause_ms);
    this.send_timer = setTimeout(() => void this.flush(), send_pause_ms);
    this.longest_timer ??= setTimeout(() => void this.flush(), send_longest_ms);
  }

  // Everything typed so far, to disk and on its way.
  async flush(): Promise<void> {
    const was_typed = this.send_timer !== undefined;
    clearTimeout(this.keep_timer);
    clearTimeout(this.send_timer);
    clearTimeout(this.longest_timer);
    this.keep_timer = this.send_timer = this.longest_timer = undefined;
    if (!was_typed) return;
    await this.ports.keep();
    this.ports.send();
  }
}
