// Byte budgets of the four entries (gzip), measured on dist/. Over budget fails; sizes are printed.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const kilobyte = 1000;
const budgets = {
  exam: { js: 45, css: 8, fonts: 39.1 },
  index: { js: 50, css: 10, fonts: 39.1 },
  staff: { js: 90, css: 14, fonts: 39.1 },
  verify: { js: 10, css: 8, fonts: 39.1 },
};
const route_chunk_max = 20;

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));
const packed = (name) => gzipSync(readFileSync(`dist/${name}`), { level: 9 }).length;

function first_load(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return seen;
  seen.add(key);
  for (const next of chunk.imports ?? []) first_load(next, seen);
  return seen;
}

const kb = (bytes) => (bytes / kilobyte).toFixed(1).padStart(6);
let over = 0;
const judge = (what, bytes, limit) => {
  const bad = bytes > limit * kilobyte;
  if (bad) over += 1;
  console.log(`${bad ? "OVER " : "ok   "}${what.padEnd(24)} ${kb(bytes)} kB of ${limit} kB`);
};

// Tinos is fetched by the printed ticket alone.
const fonts = readdirSync("dist/assets").filter((name) => /^source-sans.*woff2$/.test(name));
const font_bytes = fonts.reduce((sum, name) => sum + readFileSync(`dist/assets/${name}`).length, 0);
for (const [entry, budget] of Object.entries(budgets)) {
  const chunks = [...first_load(`${entry}.html`)].map((key) => manifest[key]);
  const css = new Set(chunks.flatMap((chunk) => chunk.css ?? []));
  const sum = (names) => [...names].reduce((total, name) => total + packed(name), 0);
  judge(
    `${entry} script`,
    sum(chunks.map((c) => c.file).filter((f) => f.endsWith(".js"))),
    budget.js,
  );
  judge(`${entry} style`, sum(css), budget.css);
  judge(`${entry} fonts`, font_bytes, budget.fonts);
}
// The PDF reader: fetched when a dossier with a PDF is opened, and only then.
const without_budget = /pdfjs-dist/;
for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isDynamicEntry && !without_budget.test(key))
    judge(`chunk ${chunk.name ?? chunk.file}`, packed(chunk.file), route_chunk_max);
}
process.exit(over === 0 ? 0 : 1);
