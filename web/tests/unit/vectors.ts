// Other people's test vectors, from the folder that THITUYEN_VECTORS names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const vectors = process.env["THITUYEN_VECTORS"];
if (!vectors) console.log("skipped: no vectors");

export const read_vector = (path: string): string =>
  readFileSync(join(vectors ?? "", path), "utf8");

export const list_vectors = (folder: string): string[] =>
  readdirSync(join(vectors ?? "", folder), { recursive: true, encoding: "utf8" }).sort();
