// Runs checks in Chromium: prints a line for each, and ends with exit code 1 if any failed.
import { chromium } from "playwright-core";

let wrong = 0;

// Compares what was found with what is expected.
export function check(what, found, expected = true) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a === b) return console.log(`fine: ${what}`);
  wrong += 1;
  console.log(`WRONG: ${what}: ${a} instead of ${b}`);
}

// Does the work in a browser, and closes it whatever happens.
export async function inBrowser(executablePath, work) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
  process.exitCode = wrong > 0 ? 1 : 0;
}

// What a page says on its console, and what it asks for that is not at the address.
export function noted(page, address) {
  const notes = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && notes.push(message.text()));
  page.on("pageerror", (error) => notes.push(String(error)));
  page.on("request", (request) => request.url().startsWith(address) || notes.push(`asked for ${request.url()}`));
  return notes;
}

// Waits, since a page's own policy may forbid what Playwright waits with.
export async function until(what, is) {
  const start = performance.now();
  while (!(await is())) {
    if (performance.now() - start > 30000) throw new Error(`not within 30 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

// The number of the page that a preview shows; 0 for none.
export const version = (page) => page.evaluate(() => Number(document.body.dataset.version ?? 0));

// True if a preview shows the whole report, with the checks of robustness.
export const isWhole = (page) => page.evaluate(() => Number(document.body.dataset.version) > 0
  && document.getElementById("provisional").hidden && document.querySelector("iframe.next") === null);
