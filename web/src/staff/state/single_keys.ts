// Whether letters and digits are keys of a page. The choice of this browser; where it keeps
// nothing, of this page.

const key = "thituyen.single_keys";
let chosen: boolean | undefined;

export const single_keys = {
  on(): boolean {
    if (chosen !== undefined) return chosen;
    try {
      return localStorage.getItem(key) !== "off";
    } catch {
      return true;
    }
  },
  choose(on: boolean): void {
    chosen = on;
    try {
      if (on) localStorage.removeItem(key);
      else localStorage.setItem(key, "off");
    } catch {
      // It holds until the page is left.
    }
  },
};
