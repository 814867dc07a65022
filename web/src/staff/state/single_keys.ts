// Whether letters and digits are keys of the marking page. The choice of this browser.

const key = "thituyen.single_keys";

export const single_keys = {
  on(): boolean {
    try {
      return localStorage.getItem(key) !== "off";
    } catch {
      return true;
    }
  },
  choose(on: boolean): void {
    try {
      if (on) localStorage.removeItem(key);
      else localStorage.setItem(key, "off");
    } catch {
      // The choice then holds for this page only.
    }
  },
};
