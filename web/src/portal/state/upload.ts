// Hands in one document: reads it once, hashes it here, sends it with progress, and compares the
// server's hash with ours.
import { as_problem, type ApiFault } from "#core/api/fault";
import type { DocumentKind, DocumentLine, Schemas } from "#core/api/site";
import { sha256, to_base64, type Bytes } from "#core/proof/bytes";

export const upload_bytes_max = 10_000_000;
export const upload_types = ["application/pdf", "image/png", "image/jpeg"];

export type UploadResult =
  | { kind: "done"; document: DocumentLine; same_hash: boolean }
  | { kind: "too_large" }
  | { kind: "wrong_type" }
  | { kind: "fault"; fault: ApiFault };

export interface Upload {
  contest: string;
  document_kind: DocumentKind;
  file: File;
  csrf: string;
  onprogress: (sent: number, total: number) => void;
}

type Sent = Pick<Upload, "file" | "csrf" | "onprogress">;
function send(path: string, upload: Sent, body: Bytes): Promise<{ status: number; text: string }> {
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

type ProjectView = Schemas["ProjectView"];
export interface ProjectUpload {
  contest: string;
  round: string;
  file: File;
  csrf: string;
  onprogress: (sent: number, total: number) => void;
}
export type ProjectResult =
  | { kind: "done"; same_hash: boolean }
  | { kind: "too_large" }
  | { kind: "wrong_type" }
  | { kind: "fault"; fault: ApiFault };

export async function upload_project(upload: ProjectUpload): Promise<ProjectResult> {
  if (upload.file.size > upload_bytes_max) return { kind: "too_large" };
  if (upload.file.type !== "application/pdf") return { kind: "wrong_type" };
  const [contest, round] = [upload.contest, upload.round].map(encodeURIComponent);
  const query = new URLSearchParams({ name: upload.file.name.normalize("NFC") });
  const path = `/api/contests/${contest}/rounds/${round}/project`;
  try {
    const bytes = new Uint8Array(await upload.file.arrayBuffer());
    const hash = to_base64(await sha256(bytes));
    const { status, text } = await send(`${path}?${query.toString()}`, upload, bytes);
    const body: unknown = text ? JSON.parse(text) : null;
    if (status < 200 || status > 299) {
      const problem = as_problem(status, body);
      return { kind: "fault", fault: { kind: "problem", status, problem } };
    }
    const { versions } = body as ProjectView;
    return { kind: "done", same_hash: versions.at(-1)?.hash === hash };
  } catch {
    return { kind: "fault", fault: { kind: "network" } };
  }
}

export async function upload_document(upload: Upload): Promise<UploadResult> {
  if (upload.file.size > upload_bytes_max) return { kind: "too_large" };
  if (!upload_types.includes(upload.file.type)) return { kind: "wrong_type" };
  try {
    const bytes = new Uint8Array(await upload.file.arrayBuffer());
    const hash = to_base64(await sha256(bytes));
    const query = new URLSearchParams({
      kind: upload.document_kind,
      name: upload.file.name.normalize("NFC"),
    });
    const path = `/api/contests/${encodeURIComponent(upload.contest)}/documents`;
    const { status, text } = await send(`${path}?${query.toString()}`, upload, bytes);
    const body: unknown = text ? JSON.parse(text) : null;
    if (status < 200 || status > 299) {
      const problem = as_problem(status, body);
      return { kind: "fault", fault: { kind: "problem", status, problem } };
    }
    const document = body as DocumentLine;
    return { kind: "done", document, same_hash: document.sha256 === hash };
  } catch {
    return { kind: "fault", fault: { kind: "network" } };
  }
}
