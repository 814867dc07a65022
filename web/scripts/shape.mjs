// Rules of shape that no linter here knows: no inline style or script in a page or a template,
// no {@html}, no address of a registry in the lockfile, no file over 400 lines.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const lines_max = 400;
const faults = [];
const walk = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

for (const name of readdirSync(".").filter((file) => file.endsWith(".html"))) {
  const text = readFileSync(name, "utf8");
  if (/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/.test(text)) {
    faults.push(`${name}: inline style or script`);
  }
}
for (const name of [...walk("src"), ...walk("tests")]) {
  const text = readFileSync(name, "utf8");
  if (name.endsWith(".svelte")) {
    if (/\{@html/.test(text)) faults.push(`${name}: {@html}`);
    if (/<[a-z][^>]*\sstyle="/.test(text)) faults.push(`${name}: inline style`);
  }
  const catalogue = name.includes("i18n");
  const generated = name.endsWith("schema.d.ts");
  if (/\.(ts|svelte|css|mjs|js)$/.test(name) && !catalogue && !generated) {
    const lines = text.split("\n").length;
    if (lines > lines_max) faults.push(`${name}: ${lines} lines`);
  }
}
if (readFileSync("package-lock.json", "utf8").includes('"resolved"')) {
  faults.push("package-lock.json: resolved addresses");
}
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
