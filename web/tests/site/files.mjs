// Sample documents as bytes: a one-page PDF, a small PNG.
import { deflateSync } from "node:zlib";
import { crc32 } from "node:zlib";

function pdf(title) {
  const lines = [title, "Tai lieu mau / Sample document", "Trang 1 / Page 1"];
  const text = lines
    .map((line, i) => `BT /F1 ${i === 0 ? 22 : 13} Tf 60 ${760 - i * 40} Td (${line}) Tj ET`)
    .join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) body += `${String(at).padStart(10, "0")} 00000 n \n`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(body, "latin1");
}

function png_chunk(type, data) {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, "latin1");
  const sum = Buffer.alloc(4);
  const crc = crc32 ? crc32(Buffer.concat([head.subarray(4), data])) : 0;
  sum.writeUInt32BE(crc >>> 0);
  return Buffer.concat([head, data, sum]);
}

function png() {
  const [width, height] = [420, 300];
  const rows = Buffer.alloc((width + 1) * height, 240);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    if (y % 40 === 20) rows.fill(120, y * (width + 1) + 40, y * (width + 1) + 380);
  }
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    png_chunk("IHDR", size),
    png_chunk("IDAT", deflateSync(rows)),
    png_chunk("IEND", Buffer.alloc(0)),
  ]);
}

export const sample_file = (line) =>
  line.media_type === "image/png" ? png() : pdf(line.kind.replaceAll("_", " "));
