// Edits a study and looks at its preview in Chromium: `node preview.mjs CHROMIUM ADDRESS STUDY.yaml`. Prints a line for
// each check; the exit code is 1 if any failed.
import { readFileSync, writeFileSync } from "node:fs";
import { check, inBrowser, isWhole, noted, until, version as shown } from "./browser.mjs";

const [executablePath, address, study, saves = "3"] = process.argv.slice(2);
const text = readFileSync(study, "utf8");

await inBrowser(executablePath, async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const said = noted(page, address);
  const version = () => shown(page);
  const report = () => page.frames().find((frame) => frame.url().includes("/report/"));
  const after = (before) => until("a new page", async () => (await version()) > before);
  const settled = () => until("the whole page", () => isWhole(page));
  const visible = (id) => page.locator(`#${id}`).isVisible();
  const save = (change) => writeFileSync(study, change(text));

  // See.
  await page.goto(address);
  await after(0);
  await settled();
  check("the report is shown", await report().locator("h1").first().isVisible());
  check("no mistake is shown", await visible("problem"), false);
  check("nothing has changed yet", await visible("changes"), false);

  // Edit; the place is kept, and what has changed is marked.
  await report().evaluate(() => document.querySelectorAll("section[id]")[3].scrollIntoView({ behavior: "instant" }));
  const place = () => report().evaluate(() => {
    const section = document.querySelectorAll("section[id]")[3];
    return [section.id, Math.round(section.getBoundingClientRect().top)];
  });
  const was = await place();
  let before = await version();
  save((text) => text.replace("consistency: 0.8", "consistency: 0.7"));
  await after(before);
  await settled();
  check("the place is kept", await place(), was);
  await until("all of the page", () => report().evaluate(() => document.documentElement.className === "whole"));
  check("and stays when all of the page is laid out", await place(), was);
  check("changes are listed", (await page.locator("#changes li").allTextContents())[0], "analyses.main.truth_table.consistency: 0.8 → 0.7");
  const marked = await report().locator("[data-changed]").count();
  const all = await report().locator("section[id] p, section[id] td").count();
  check("what has changed is marked, and no more", marked > 0 && marked < all / 2);

  // Another language: one page at a time, at the same place, with the same marks.
  const texts = () => report().evaluate(() => [...document.querySelectorAll("article")].map((one) => one.id));
  const inView = () => report().evaluate(() => {
    const section = [...document.querySelectorAll("section[id]")].findLast((one) => one.getBoundingClientRect().top <= innerHeight / 2);
    return section?.id.split("-").slice(1).join("-");
  });
  let part;
  await until("a section in view", async () => (part = await inView()) !== undefined);
  check("one language is loaded", await texts(), ["en"]);
  await report().locator("a[data-language=zh]").evaluate((link) => link.click());
  await until("the page in Chinese", async () => page.frames().some((frame) => frame.url().includes("/report/zh")));
  await settled();
  check("the other language is shown", await texts(), ["zh"]);
  await until("the same place", async () => (await inView()) === part);
  check("with as many marks", await report().locator("td[data-changed]").count() > 0);
  check("the changes are said in Chinese", /consistency/.test((await page.locator("#changes li").allTextContents())[0]));
  await report().locator("a[data-language=en]").evaluate((link) => link.click());
  await until("the page in English", async () => page.frames().every((frame) => !frame.url().includes("/report/zh")));
  check("and back", await texts(), ["en"]);

  // Break.
  before = await version();
  save((text) => text.replace("consistency: 0.8", "consistency: 8"));
  await page.waitForSelector("#problem:not([hidden])");
  const problem = await page.locator("#problem pre").textContent();
  check("the mistake has its place and caret", /small\.yaml:\d+:\d+/.test(problem) && problem.includes("^"));
  check("the page stays", await version(), before);

  // Mend.
  save((text) => text);
  await page.waitForSelector("#problem", { state: "hidden" });
  await settled();

  // From a save to the new page.
  const times = [];
  for (let at = 0; at < Number(saves); at += 1) {
    before = await version();
    const start = performance.now();
    save((text) => text.replace(/^title: .*$/m, `title: Number ${at}`));
    await after(before);
    times.push(performance.now() - start);
    await settled();
    check("the new title is shown", (await report().locator("h1").first().textContent()).trim(), `Number ${at}`);
  }
  save((text) => text);
  times.sort((a, b) => a - b);
  console.log(`from a save to the new page: median ${times[Math.floor(times.length / 2)].toFixed(0)} ms of ${times.length}`);
  check("nothing on the console, nothing asked for elsewhere", said, []);
  await page.screenshot({ path: `${study}.png` });
});
