// C2SP signed notes, verifier keys and checkpoints. Unknown signatures are ignored; a bad one by a
// known key refuses the note.
import { concat, equal_bytes, from_base64, hex, sha256, utf8, type Bytes } from "./bytes";
import { verify_ed25519 } from "./ed25519";

export const note_chars_max = 64 * 1024;
const signatures_max = 100;
const ed25519_kind = 1;

export interface VerifierKey {
  name: string;
  hash: Bytes;
  key: Bytes;
}

const good_name = (name: string): boolean => /^[^\s+\p{C}]+$/u.test(name);

// `name+hash+base64`: the hash must be that of the name and key. Only Ed25519 log keys (kind 1).
export async function parse_vkey(text: string): Promise<VerifierKey | undefined> {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  if (!match) return undefined;
  const [, name = "", claimed = "", encoded = ""] = match;
  const body = from_base64(encoded);
  if (!good_name(name) || body?.length !== 33 || body[0] !== ed25519_kind) return undefined;
  const hash = (await sha256(concat(utf8(`${name}\n`), body))).slice(0, 4);
  return hex(hash) === claimed ? { name, hash, key: body.slice(1) } : undefined;
}

export interface Note {
  text: string;
  signatures: { name: string; hash: Bytes; signature: Bytes }[];
}

export function parse_note(note: string): Note | undefined {
  if (note.length > note_chars_max || !note.endsWith("\n")) return undefined;
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return undefined;
  const split = note.lastIndexOf("\n\n");
  if (split < 0) return undefined;
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > signatures_max) return undefined;
  const signatures: Note["signatures"] = [];
  for (const line of lines) {
    const match = /^\u2014 (\S+) (\S+)$/u.exec(line);
    const bytes = from_base64(match?.[2] ?? "");
    const name = match?.[1] ?? "";
    if (!bytes || bytes.length < 5 || !good_name(name)) return undefined;
    signatures.push({ name, hash: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return { text: note.slice(0, split + 1), signatures };
}

// True when the key has signed the note and none of its signatures is bad.
export async function signed_by(note: Note, vkey: VerifierKey): Promise<boolean> {
  const own = note.signatures.filter(
    (line) => line.name === vkey.name && equal_bytes(line.hash, vkey.hash),
  );
  const message = utf8(note.text);
  for (const line of own) {
    if (!(await verify_ed25519(vkey.key, message, line.signature))) return false;
  }
  return own.length > 0;
}

export interface Checkpoint {
  origin: string;
  size: number;
  root: Bytes;
}

export function parse_decimal(text: string): number | undefined {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

// Our logs write no extension lines, so a fourth line is refused.
export function parse_checkpoint(text: string): Checkpoint | undefined {
  const [origin = "", size_line = "", root_line = "", end, ...rest] = text.split("\n");
  const size = parse_decimal(size_line);
  const root = from_base64(root_line);
  if (!origin || end !== "" || rest.length > 0) return undefined;
  return size === undefined || root?.length !== 32 ? undefined : { origin, size, root };
}
