// Unit tests run in Node: core/ has no DOM and no framework in it.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: { alias: { "#core": at("./src/core"), "#ui": at("./src/ui") } },
  test: {
    environment: "node",
    include: ["tests/unit/**/*.test.ts"],
    fileParallelism: false,
    // Machines that run everything at once are slow; no test measures time.
    testTimeout: 60_000,
  },
});
