// Builds four static entries. The server maps a path prefix to each: see vite/entries.ts.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { compress } from "./vite/compress.ts";
import { entries, prefix_routes } from "./vite/entries.ts";
import { exam_worker } from "./vite/exam_worker.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Files that every entry loads first: many small ones compress worse than two, and the exam's
// budget is the tightest. `base` is what the verify page needs too, and holds no framework.
const base = /preload-helper|src\/core\/(format|proof\/(bytes|note|ed25519))\./;
// What proves a receipt, in one file: as five they pack a fifth worse.
const proof = /src\/core\/(proof_text|proof\/(canonical|leaf|merkle|receipt|tlog_proof))\./;
const parts = "Button|Icon|Dialog|Field|TextField|ErrorSummary|SignIn|Notice";
const kit = new RegExp(
  [
    "node_modules/(svelte|openapi-fetch|idb)/",
    `src/ui/(${parts}|icons|router|language|announcer)\\.`,
    "src/core/(clock|router|keep/db|api/(client|fault|session)|i18n/common\\.vi)\\.",
  ].join("|"),
);
const groups = [
  { name: "base", test: base, priority: 2 },
  { name: "proof", test: proof, priority: 2 },
  { name: "kit", test: kit, priority: 1 },
];

export default defineConfig({
  plugins: [svelte(), prefix_routes(), exam_worker(), compress()],
  resolve: {
    alias: {
      "#core": at("./src/core"),
      "#ui": at("./src/ui"),
      "@fonts": at("./node_modules/@fontsource-variable/source-sans-3/files"),
    },
  },
  build: {
    target: ["chrome111", "edge111", "firefox128", "safari16.4"],
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(entries.map((e) => [e.name, at(e.html)])),
      output: { codeSplitting: { groups } },
    },
  },
  server: {
    proxy: {
      "/api": process.env["THITUYEN_SERVER"] ?? "http://127.0.0.1:8080",
      "/log": process.env["THITUYEN_SERVER"] ?? "http://127.0.0.1:8080",
    },
  },
});
