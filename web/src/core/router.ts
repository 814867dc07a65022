// A typed route table: templates like "/thi/{sitting}" to names and parameters, and back.
// Pure: it knows no history and no window.

export type RouteTable = Record<string, string>;

export type Params<Template extends string> = Template extends `${string}{${infer P}}${infer Rest}`
  ? Record<P, string> & Params<Rest>
  : unknown;

export type Match<T extends RouteTable> = {
  [Name in keyof T & string]: { name: Name; params: Params<T[Name]> };
}[keyof T & string];

const trim = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, "") : path) || "/";

// The first route of the table that fits, or undefined. Trailing slashes do not matter.
export function match_route<T extends RouteTable>(table: T, path: string): Match<T> | undefined {
  const have = trim(path).split("/");
  for (const [name, template] of Object.entries(table)) {
    const want = trim(template).split("/");
    if (want.length !== have.length) continue;
    const params: Record<string, string> = {};
    const fits = want.every((part, i) => {
      const piece = have[i] ?? "";
      if (!part.startsWith("{")) return part === piece;
      const value = decode(piece);
      if (!value) return false;
      params[part.slice(1, -1)] = value;
      return true;
    });
    if (fits) return { name, params } as Match<T>;
  }
  return undefined;
}

function decode(piece: string): string | undefined {
  try {
    return decodeURIComponent(piece);
  } catch {
    return undefined;
  }
}

export type PathArguments<Template extends string> =
  Params<Template> extends infer P ? (unknown extends P ? [] : [params: P]) : never;

// The path of a named route; a missing parameter does not compile.
export function build_path<T extends RouteTable, Name extends keyof T & string>(
  table: T,
  name: Name,
  ...params: PathArguments<T[Name]>
): string {
  const values = ((params as unknown[])[0] ?? {}) as Record<string, string>;
  const template: string = table[name] ?? "/";
  return template.replace(/\{(\w+)\}/g, (_all, key: string) =>
    encodeURIComponent(values[key] ?? ""),
  );
}
