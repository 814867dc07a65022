// The page's place in its route table, reactive. Links inside the entry's prefix do not reload.
import {
  build_path,
  match_route,
  type Match,
  type PathArguments,
  type RouteTable,
} from "#core/router";

export function make_router<const T extends RouteTable>(table: T, prefix: string) {
  const place = $state<{ match: Match<T> | undefined }>({
    match: match_route(table, location.pathname),
  });
  const update = (): void => {
    place.match = match_route(table, location.pathname);
  };

  function go(path: string, replace = false): void {
    if (replace) history.replaceState(null, "", path);
    else history.pushState(null, "", path);
    update();
    scrollTo(0, 0);
  }

  function clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) {
      return;
    }
    const inside = match_route(table, link.pathname) !== undefined;
    if (!inside || !link.pathname.startsWith(prefix)) return;
    if (link.pathname === location.pathname && link.hash) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  }

  addEventListener("popstate", update);
  document.addEventListener("click", clicked);

  return {
    get match() {
      return place.match;
    },
    go,
    path: <Name extends keyof T & string>(name: Name, ...params: PathArguments<T[Name]>): string =>
      build_path(table, name, ...params),
  };
}
