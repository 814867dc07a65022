// The post that a person is preparing to apply for, until the application itself holds it.
import type { Schemas } from "#core/api/site";

export interface Choice {
  post: string;
  source: Schemas["ApplicationSource"];
  introducing_body: string;
}
const key = (contest: string): string => `thituyen.choice.${contest}`;

export function read_choice(contest: string): Choice | undefined {
  try {
    const kept = localStorage.getItem(key(contest));
    return kept ? (JSON.parse(kept) as Choice) : undefined;
  } catch {
    return undefined;
  }
}

export function keep_choice(contest: string, choice: Choice | undefined): void {
  try {
    if (choice) localStorage.setItem(key(contest), JSON.stringify(choice));
    else localStorage.removeItem(key(contest));
  } catch {
    // Without storage the choice is asked again.
  }
}

export function contests_begun(): string[] {
  try {
    const prefix = key("");
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  } catch {
    return [];
  }
}
