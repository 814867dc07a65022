// Emits /thi/sw.js: the exam shell's exact file list and the rules of src/exam/worker/rules.js.
// It knows file names only; what may be cached is decided in those rules.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;

const rules_file = fileURLToPath(new URL("../src/exam/worker/rules.js", import.meta.url));

function reach(bundle: Bundle, start: string, seen: Set<string>): void {
  if (seen.has(start)) return;
  const file = bundle[start];
  if (!file) return;
  seen.add(start);
  if (file.type !== "chunk") return;
  for (const css of file.viteMetadata?.importedCss ?? []) seen.add(css);
  for (const asset of file.viteMetadata?.importedAssets ?? []) seen.add(asset);
  for (const next of [...file.imports, ...file.dynamicImports]) reach(bundle, next, seen);
}

export function exam_worker(): Plugin {
  return {
    name: "thituyen-exam-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler: async function (_options, bundle) {
        const files = new Set<string>();
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === "chunk" && file.isEntry && file.name === "exam") {
            reach(bundle, name, files);
          }
          if (name.endsWith(".woff2")) files.add(name);
        }
        const shell = ["/thi/", ...[...files].sort().map((name) => `/${name}`)];
        const html = bundle["exam.html"];
        const version = createHash("sha256")
          .update(JSON.stringify(shell))
          .update(html?.type === "asset" ? html.source : "")
          .update(await readFile(rules_file))
          .digest("hex")
          .slice(0, 16);
        const head = `const shell_version = "${version}";\nconst shell_files = ${JSON.stringify(shell)};\n`;
        const rules = await readFile(rules_file, "utf8");
        this.emitFile({ type: "asset", fileName: "thi/sw.js", source: head + rules });
      },
    },
  };
}
