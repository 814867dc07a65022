// "Chrome, Windows": what an invigilator needs to tell machines apart, and no more.

const first = (agent: string, names: readonly [RegExp, string][]): string =>
  names.find(([pattern]) => pattern.test(agent))?.[1] ?? "?";

export function device_text(agent: string): string {
  const browser = first(agent, [
    [/SEB\//, "Safe Exam Browser"],
    [/Edg\//, "Edge"],
    [/Firefox\//, "Firefox"],
    [/Chrom(e|ium)\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = first(agent, [
    [/Windows/, "Windows"],
    [/Android/, "Android"],
    [/iPhone|iPad/, "iOS"],
    [/Mac OS/, "macOS"],
    [/CrOS/, "ChromeOS"],
    [/Linux/, "Linux"],
  ]);
  return `${browser}, ${system}`;
}
