// The stand-in site, people signed in by their links, and the checks that portal and staff share.
import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { start_site } from "../fake-site.mjs";
import { close_browser, open_browser } from "./driver.mjs";

export const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const worlds = [];

// After all tests of a file, also of those that failed.
export async function close_all() {
  for (const site of worlds.splice(0)) site.stop();
  await close_browser();
}

export async function open_world() {
  const site = await start_site();
  worlds.push(site);
  const by_code = new Map(site.world.contests.map((c) => [c.line.code, c]));
  return {
    ...site,
    open: by_code.get("BTCTW-2026"),
    live: by_code.get("BNV-2026-2"),
    done: by_code.get("BNV-2026-1"),
    draft: by_code.get("BTCTW-2027"),
  };
}

// A fresh browser profile, signed in where a person is named. 401 before signing in is no fault.
export async function person_page(site, person, options = {}) {
  const browser = await open_browser();
  const context = await browser.newContext({
    viewport: sizes[0],
    locale: "vi-VN",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 40")) {
      faults.push(message.text());
    }
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  if (person) {
    await page.goto(`${site.origin}/dang-nhap#${person}`);
    await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"));
  }
  return { page, context, faults };
}

// What axe finds wrong on the page as it stands.
export async function violations_of(page) {
  const found = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return found.violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`,
  );
}

// Every page of a list: axe is clean, nothing is wider than the screen.
export async function sound(page, origin, paths) {
  for (const path of paths) {
    await page.goto(origin + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("main :is(.card, form, article, table, li, pre, dl)").first().waitFor();
    const violations = await violations_of(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.deepEqual({ path, violations, wider }, { path, violations: [], wider: 0 });
  }
}
