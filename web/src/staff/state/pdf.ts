// Pages of a PDF drawn on a canvas. The reader is a chunk of its own, fetched when one is opened.
import worker_url from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export interface OpenPdf {
  pages: number;
  draw: (page: number, canvas: HTMLCanvasElement, width: number) => Promise<void>;
  close: () => void;
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL: (url: string) => string;
  };
}
let policy: ReturnType<Policies["createPolicy"]> | undefined;

// Trusted Types: the worker's address is the one that the build gave, and no other.
function start_worker(): Worker {
  const types = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  policy ??= types?.createPolicy("app-sw", {
    createScriptURL: (url) => {
      if (url !== worker_url) throw new TypeError("not the reader's address");
      return url;
    },
  });
  const address = policy ? policy.createScriptURL(worker_url) : worker_url;
  return new Worker(address, { type: "module" });
}

export async function open_pdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const reader = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const port = start_worker();
  const worker = reader.PDFWorker.create({ port });
  const task = reader.getDocument({
    data: new Uint8Array(bytes),
    worker,
    isEvalSupported: false,
    useSystemFonts: true,
    enableXfa: false,
  });
  const pdf = await task.promise;
  return {
    pages: pdf.numPages,
    async draw(number, canvas, width) {
      const page = await pdf.getPage(number);
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: width / natural.width });
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      await page.render({ canvas, viewport }).promise;
    },
    close() {
      void task.destroy();
      port.terminate();
    },
  };
}
