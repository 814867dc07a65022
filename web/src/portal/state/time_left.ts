// How long something still lasts, in the two largest units that a person needs. Pure.

export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
}

const minute_ms = 60_000;

// Rounded down: never promises a minute that is not there.
export function time_left(ms: number): TimeLeft {
  const minutes = Math.max(0, Math.floor(ms / minute_ms));
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  };
}
