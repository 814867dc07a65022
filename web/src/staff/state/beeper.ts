// Two short tones while something is lost for long. Always beside what is seen, never alone.

const every_ms = 15_000;

export class Beeper {
  #timer: ReturnType<typeof setInterval> | undefined;
  #audio: AudioContext | undefined;

  sound(on: boolean): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (!on) return;
    this.#beep();
    this.#timer = setInterval(() => this.#beep(), every_ms);
  }

  #beep(): void {
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    for (const delay of [0, 0.25]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      volume.gain.value = 0.15;
      tone.frequency.value = 660;
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + delay);
      tone.stop(audio.currentTime + delay + 0.15);
    }
  }
}
