// One Chromium, a fresh profile for each test, and the few steps that every test shares.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { start } from "../fake-server.mjs";

export function find_chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error("no Chromium on PATH");
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
export async function open_browser() {
  browser ??= await chromium.launch({ executablePath: find_chromium(), args: flags });
  return browser;
}
export async function close_browser() {
  await browser?.close();
  browser = undefined;
}

// A site and a signed-in candidate. `faults` collects console errors: a test ends with none that
// it did not ask for.
export async function open_site(options = {}) {
  const site = await start(options);
  const machine = await new_machine(site, options);
  return { site, ...machine };
}

export async function new_machine(site, { viewport = { width: 1366, height: 768 } } = {}) {
  const context = await (
    await open_browser()
  ).newContext({
    viewport,
    locale: "vi-VN",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  return { context, page, faults };
}

export async function sign_in(page, site) {
  await page.goto(`${site.origin}/thi/${site.sitting}`);
  await page.getByLabel("Tên đăng nhập").fill("0417");
  await page.getByLabel("Mật khẩu").fill("mật khẩu");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
}

export async function enter(page, site) {
  await sign_in(page, site);
  await page
    .getByRole("button", { name: "Vào làm bài" })
    .and(page.locator(":not([aria-disabled])"))
    .click();
  await page.getByRole("heading", { level: 1, name: /Câu 1 / }).waitFor();
}

export const save_state = (page) => page.locator("[data-save]").getAttribute("data-save");

export async function wait_for_save(page, kind) {
  await page.locator(`[data-save="${kind}"]`).waitFor({ timeout: 20_000 });
}

export const choose = (page, letter) => page.locator(`.opt input[data-k="${letter}"]`).check();
