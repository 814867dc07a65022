// Ids, hashes and instants of the sample world; the same at every start.
import { createHash } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

export function id(prefix, name) {
  const bytes = createHash("sha256").update(`${prefix} ${name}`).digest();
  let text = "";
  for (let i = 0; i < 16; i += 1) text += alphabet[bytes[i] % 32];
  return `${prefix}_${text}`;
}
export const digest = (text) => createHash("sha256").update(text).digest("base64");
export const hour_ms = 3_600_000;
export const day_ms = 24 * hour_ms;
export const minute_ms = 60_000;
