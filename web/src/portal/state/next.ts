// Where to go after signing in: only to a page of this site, never to an address from outside.

export const sign_in_path = (next: string): string =>
  next === "/" ? "/dang-nhap" : `/dang-nhap?ve=${encodeURIComponent(next)}`;

export function next_path(search: string, otherwise: string): string {
  const next = new URLSearchParams(search).get("ve") ?? "";
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : otherwise;
}
