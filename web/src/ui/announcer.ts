// Speaks to screen readers through two live regions. It shows nothing.

const regions = new Map<"polite" | "assertive", HTMLElement>();

function region(mode: "polite" | "assertive"): HTMLElement {
  const found = regions.get(mode);
  // A modal dialog makes the rest of the page inert, live regions included.
  const home = document.querySelector("dialog:modal") ?? document.body;
  if (found?.parentElement === home) return found;
  const node = found ?? document.createElement("div");
  node.className = "hidden-text";
  node.setAttribute("aria-live", mode);
  home.append(node);
  regions.set(mode, node);
  return node;
}

// The same words twice are spoken twice.
export function announce(text: string, mode: "polite" | "assertive" = "polite"): void {
  const node = region(mode);
  node.textContent = "";
  requestAnimationFrame(() => {
    node.textContent = text;
  });
}
