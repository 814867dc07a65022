// C2SP tlog-proof v1: index, inclusion path and signed checkpoint as one text.
import { from_base64, type Bytes } from "./bytes";
import { note_chars_max, parse_decimal } from "./note";

export const path_length_max = 63;

export interface TlogProof {
  extra: Bytes | undefined;
  index: number;
  path: Bytes[];
  note: string;
}

export function parse_tlog_proof(text: string): TlogProof | undefined {
  if (text.length > 2 * note_chars_max) return undefined;
  const split = text.indexOf("\n\n");
  if (split < 0) return undefined;
  const lines = text.slice(0, split).split("\n");
  if (lines.shift() !== "c2sp.org/tlog-proof@v1") return undefined;
  let extra: Bytes | undefined;
  if (lines[0]?.startsWith("extra ")) {
    extra = from_base64(lines.shift()?.slice("extra ".length) ?? "");
    if (!extra) return undefined;
  }
  const index = parse_decimal(/^index (\d+)$/.exec(lines.shift() ?? "")?.[1] ?? "");
  if (index === undefined || lines.length > path_length_max) return undefined;
  const path: Bytes[] = [];
  for (const line of lines) {
    const hash = from_base64(line);
    if (hash?.length !== 32) return undefined;
    path.push(hash);
  }
  return { extra, index, path, note: text.slice(split + 2) };
}
