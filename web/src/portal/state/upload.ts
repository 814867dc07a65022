// Hands in one file: reads it once, hashes it here, sends it with progress, and compares the
// server's hash with ours.
import { as_problem, type ApiFault } from "#core/api/fault";
import type { DocumentKind, DocumentLine, Schemas } from "#core/api/site";
import { sha256, to_base64, type Bytes } from "#core/proof/bytes";

export const upload_bytes_max = 10_000_000;
export const document_types = ["application/pdf", "image/png", "image/jpeg"];
export const project_types = ["application/pdf"];

export type UploadResult =
  | { kind: "done"; same_hash: boolean }
  | { kind: "too_large" }
  | { kind: "wrong_type" }
  | { kind: "fault"; fault: ApiFault };

export interface Upload {
  file: File;
  csrf: string;
  onprogress: (sent: number, total: number) => void;
}

// Where a file goes, what it may be, and where the reply names the hash of what was kept.
interface Door {
  path: string;
  types: readonly string[];
  hash_in: (body: unknown) => string | undefined;
}

function send(
  path: string,
  upload: Upload,
  body: Bytes,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much was sent.
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Content-Type", upload.file.type);
    request.setRequestHeader("X-CSRF-Token", upload.csrf);
    request.upload.onprogress = (event) => upload.onprogress(event.loaded, body.length);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error("network"));
    request.send(body);
  });
}

async function hand_in(door: Door, upload: Upload): Promise<UploadResult> {
  if (upload.file.size > upload_bytes_max) return { kind: "too_large" };
  if (!door.types.includes(upload.file.type)) return { kind: "wrong_type" };
  try {
    const bytes = new Uint8Array(await upload.file.arrayBuffer());
    const hash = to_base64(await sha256(bytes));
    const { status, text } = await send(door.path, upload, bytes);
    const body: unknown = text ? JSON.parse(text) : null;
    if (status < 200 || status > 299) {
      const problem = as_problem(status, body);
      return { kind: "fault", fault: { kind: "problem", status, problem } };
    }
    return { kind: "done", same_hash: door.hash_in(body) === hash };
  } catch {
    return { kind: "fault", fault: { kind: "network" } };
  }
}

// macOS gives names of files decomposed.
const name_of = ({ file }: Upload): string => file.name.normalize("NFC");

export function upload_document(
  contest: string,
  kind: DocumentKind,
  upload: Upload,
): Promise<UploadResult> {
  const query = new URLSearchParams({ kind, name: name_of(upload) }).toString();
  const door = {
    path: `/api/contests/${encodeURIComponent(contest)}/documents?${query}`,
    types: document_types,
    hash_in: (body: unknown) => (body as DocumentLine).sha256,
  };
  return hand_in(door, upload);
}

export function upload_project(
  contest: string,
  round: string,
  upload: Upload,
): Promise<UploadResult> {
  const [in_contest, in_round] = [contest, round].map(encodeURIComponent);
  const query = new URLSearchParams({ name: name_of(upload) }).toString();
  const door = {
    path: `/api/contests/${in_contest}/rounds/${in_round}/project?${query}`,
    types: project_types,
    hash_in: (body: unknown) => (body as Schemas["ProjectView"]).versions.at(-1)?.hash,
  };
  return hand_in(door, upload);
}
