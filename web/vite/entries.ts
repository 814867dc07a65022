// Which path prefix opens which static page. The C++ server holds the same table.
import type { Connect, Plugin } from "vite";

export const entries = [
  { name: "exam", html: "exam.html", prefix: "/thi" },
  { name: "staff", html: "staff.html", prefix: "/qt" },
  { name: "verify", html: "verify.html", prefix: "/kiem-chung" },
  { name: "index", html: "index.html", prefix: "/" },
] as const;

export function entry_of(path: string): string {
  const found = entries.find(
    (e) => e.prefix === "/" || path === e.prefix || path.startsWith(`${e.prefix}/`),
  );
  return `/${found?.html ?? "index.html"}`;
}

const is_page = (path: string): boolean =>
  !/^\/(@|src|node_modules|api|log|assets)|\.\w+$/.test(path);

const to_entry: Connect.NextHandleFunction = (request, _response, next) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  if (is_page(path)) request.url = entry_of(path);
  next();
};

// The development and preview servers answer as the C++ server does.
export function prefix_routes(): Plugin {
  return {
    name: "thituyen-prefix-routes",
    configureServer: (server) => void server.middlewares.use(to_entry),
    configurePreviewServer: (server) => void server.middlewares.use(to_entry),
  };
}
