// Writes .br and .gz beside every text asset, so that the server never compresses anything.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin, ResolvedConfig } from "vite";

const text_asset = /\.(html|js|css|svg|json|webmanifest)$/;
const size_min = 256;

export function compress(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "thituyen-compress",
    apply: "build",
    configResolved: (resolved) => {
      config = resolved;
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler: async () => {
        const names = await readdir(config.build.outDir, { recursive: true });
        for (const name of names.filter((n) => text_asset.test(n) && !n.startsWith(".vite"))) {
          const path = join(config.build.outDir, name);
          const bytes = await readFile(path);
          if (bytes.length < size_min) continue;
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
          await writeFile(`${path}.br`, brotliCompressSync(bytes, { params }));
          await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}
