// "Phần II. Tình huống quản lý" is "Phần II" where there is no room for more.

export function short_title(title: string): { head: string; rest: string } {
  const at = title.search(/[.:] /);
  return at < 0 ? { head: title, rest: "" } : { head: title.slice(0, at), rest: title.slice(at) };
}
