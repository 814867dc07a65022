// Ed25519 verification: the browser's own where it has one, else @noble/ed25519, loaded on need.
import type { Bytes } from "./bytes";

type Verifier = (key: Bytes, message: Bytes, signature: Bytes) => Promise<boolean>;

// Undefined when this engine has no Ed25519 (Safe Exam Browser before 3.10).
async function webcrypto_verifier(): Promise<Verifier | undefined> {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(32), { name: "Ed25519" }, false, [
      "verify",
    ]);
  } catch (error) {
    if (error instanceof DOMException && error.name === "NotSupportedError") return undefined;
  }
  return async (key, message, signature) => {
    try {
      const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, [
        "verify",
      ]);
      return await crypto.subtle.verify({ name: "Ed25519" }, imported, signature, message);
    } catch {
      return false;
    }
  };
}

export const noble_verifier: Verifier = async (key, message, signature) => {
  const { verifyAsync } = await import("@noble/ed25519");
  try {
    return await verifyAsync(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
};

let chosen: Promise<Verifier> | undefined;

export async function verify_ed25519(key: Bytes, message: Bytes, signature: Bytes) {
  if (key.length !== 32 || signature.length !== 64) return false;
  chosen ??= webcrypto_verifier().then((own) => own ?? noble_verifier);
  return (await chosen)(key, message, signature);
}
