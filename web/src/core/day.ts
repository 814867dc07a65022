// Calendar days as people type them (05/09/1978) and as dossiers keep them (1978-09-05).

export function parse_day(text: string): string | undefined {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(text);
  if (!match) return undefined;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 ? date.toISOString().slice(0, 10) : undefined;
}

export function day_text(day: string | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  return match ? `${match[3]}/${match[2]}/${match[1]}` : "";
}

// "08:00 24/11/2026" in the contest's zone (offset in minutes) to an instant, and back.
export function parse_instant(text: string, offset_minutes = 420): number | undefined {
  const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2}))?[,\s]+(.+)$/.exec(text);
  const day = parse_day(match?.[4] ?? "");
  const [hour, minute, second] = [match?.[1], match?.[2], match?.[3] ?? "0"].map(Number);
  if (!day || hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return midnight + ((hour * 60 + minute - offset_minutes) * 60 + second) * 1000;
}
