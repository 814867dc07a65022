// Hashes as people read them.
import { from_base64, hex } from "./proof/bytes";

// The digests of the API are base64; people compare hex. What is no base64 is shown as it is.
export function base64_hex(text: string): string {
  const bytes = from_base64(text);
  return bytes ? hex(bytes) : text;
}

// 9c41 e07b … 51d2
export function short_hash(text: string): string {
  const whole = base64_hex(text);
  return whole.length > 16
    ? `${whole.slice(0, 4)} ${whole.slice(4, 8)} … ${whole.slice(-4)}`
    : whole;
}
