// Building nodes, never markup: what the page shows may come from a stranger's file.

type Child = Node | string | undefined;

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

const svg_names = "http://www.w3.org/2000/svg";

export function icon(...paths: string[]): SVGSVGElement {
  const svg = document.createElementNS(svg_names, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths) {
    const path = document.createElementNS(svg_names, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

export const icons = {
  mark: () => icon("M12 4.5l2.2 4.7 5 .6-3.7 3.5 1 5-4.5-2.5-4.5 2.5 1-5L4.8 9.8l5-.6z"),
  check: () => icon("M4 12.5l5 5L20 6.5"),
  warning: () => icon("M12 4l9 16H3zM12 10v4.5M12 17.3v.01"),
  dash: () => icon("M6 12h12"),
  lock: () => icon("M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"),
};
