// Works a report as its reader would, in Chromium: `node page.mjs CHROMIUM REPORT.html`. Says a line for each thing
// that was looked at; the exit code is 1 where anything was wrong.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { check, inBrowser, noted } from "./browser.mjs";

const [executablePath, report] = process.argv.slice(2);
const address = pathToFileURL(report).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const languages = ["en", "zh"];
async function open(browser, options, work) {
  // The tests look into the page by script, which its own policy forbids; what the policy blocks is noted all the same.
  const page = await browser.newPage(options);
  const said = noted(page, "file:");
  await page.goto(`${address}#${options.language ?? "en"}`);
  if (options.unfolded) await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  await work(page);
  check(`nothing on the console (${JSON.stringify(options)})`, said, []);
  await page.close();
}

const texts = (locator) => locator.evaluateAll((all) => all.map((one) => one.textContent.trim()));

async function tables(page) {
  const table = page.locator("#en table.kind-truth-table").first();
  const rows = table.locator("tbody tr");
  const numbers = async () => (await texts(table.locator("tbody tr > :first-child"))).map(Number);
  const head = table.locator("thead th button").first();
  await head.click();
  const sorted = [...(await numbers())].sort((a, b) => a - b);
  check("sorted by the first column", await numbers(), sorted);
  await head.click();
  check("sorted the other way round", await numbers(), sorted.reverse());
  check("the order is said", await table.locator("thead th").first().getAttribute("aria-sort"), "descending");
  const all = await rows.count();
  const wanted = (await rows.first().locator(".case").first().textContent()).trim();
  const filter = page.locator("#en input.filter").first();
  await filter.fill(wanted);
  const left = await rows.evaluateAll((all) => all.filter((row) => !row.hidden).map((row) => row.textContent));
  check("filtered", left.length > 0 && left.length < all && left.every((row) => row.includes(wanted)));
  await filter.fill("");
  check("every row is back", await rows.evaluateAll((all) => all.every((row) => !row.hidden)));
}

async function cases(page) {
  const named = page.locator("#en table.kind-truth-table .case").first();
  const name = await named.textContent();
  await named.hover();
  const lit = await page.locator("#en .lit").evaluateAll((all) =>
    all.map((one) => [one.closest("svg") ? "figure" : "table", JSON.parse(one.getAttribute("data-cases"))]));
  check("a case that is pointed at is found in tables", lit.some(([where]) => where === "table"));
  check("and in figures", lit.some(([where]) => where === "figure"));
  check("and no other is", lit.every(([, cases]) => cases.includes(name)));
  await page.mouse.move(0, 0);
  check("until the pointer leaves", await page.locator("#en .lit").count(), 0);
}

async function slider(page) {
  const place = page.locator("#en .table", { has: page.locator("table.kind-thresholds") }).first();
  const input = place.locator("input[type=range]");
  const shown = () => place.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row, at) => (getComputedStyle(row).display === "none" ? -1 : at)).filter((at) => at >= 0));
  check("the study's own cutoff comes first", await place.locator("tbody tr:not(.away) .strong").count() > 0);
  await input.focus();
  await page.keyboard.press("Home");
  check("the lowest cutoffs", await shown(), [0]);
  await page.keyboard.press("ArrowRight");
  check("one step by the keyboard", await shown(), [1]);
  const cutoffs = await place.locator("tbody tr:nth-child(2) > :first-child").textContent();
  check("the cutoffs are said", await place.locator("output").textContent(), cutoffs);
  check("and read out", (await input.getAttribute("aria-valuetext")).startsWith(cutoffs));
  await place.locator(".slider button").click();
  check("all of them", (await shown()).length, await place.locator("tbody tr").count());
  await place.locator(".slider button").click();
  check("and one again", await shown(), [1]);
}

async function paths(page) {
  const chart = page.locator("#en .table", { has: page.locator("table.kind-configurations") }).first();
  const term = chart.locator(".term").first();
  await term.focus();
  await page.keyboard.press("Enter");
  const card = page.locator("#en .path");
  const values = await texts(card.locator("dd"));
  check("a path has its fit", values.slice(0, 3).every((value) => /^[01]\.\d{3}$/.test(value)));
  const column = (await texts(chart.locator("tbody.ruled").first().locator("tr > :nth-child(2)"))).slice(0, 4);
  check("the same as the chart's", values.slice(0, 4), column);
  const named = await texts(card.locator("dd .case"));
  check("and its cases", named.length > 0);
  const lit = await page.locator("#en .lit").evaluateAll((all) =>
    all.map((one) => JSON.parse(one.getAttribute("data-cases"))));
  check("which are found everywhere", lit.length > named.length && lit.every((cases) => cases.some((name) => named.includes(name))));
  check("the name says that it is open", await term.getAttribute("aria-expanded"), "true");
  await page.keyboard.press("Escape");
  check("until it is closed", [await card.count(), await page.locator("#en .lit").count()], [0, 0]);
  check("the focus stays", await term.evaluate((one) => one === document.activeElement));
  const formula = page.locator("#en table.kind-solutions .term").first();
  await formula.click();
  check("a term of a formula shows itself", await card.locator("strong").textContent(), await formula.textContent());
  await card.locator("button").last().click();
}

// All that the first screen owes: title, provenance, chart, fit, three verdicts and threats, without scrolling.
async function firstScreen(page, language, height) {
  const bottom = async (selector) => page.locator(`#${language} ${selector}`).first().evaluate((one) => one.getBoundingClientRect().bottom);
  for (const part of ["h1", ".banner", ".front figure svg", ".verdicts li:nth-child(3)", ".threats li:nth-child(1)"]) {
    const found = await bottom(part);
    check(`${part} stands on the first ${height} pixels (${language}): ${Math.round(found)}`, found <= height);
  }
}

async function folds(page) {
  const open = (id) => page.locator(`#${id} > details`).first().evaluate((one) => one.open);
  check("settings are folded", await open("en-settings"), false);
  await page.locator('#en nav a[href="#en-settings"]').click();
  check("a link to them opens them", await open("en-settings"));
  const inner = page.locator("#en table.kind-zones").first();
  check("zones are folded", await inner.isVisible(), false);
  await page.evaluate(`location.hash = "${await inner.evaluate((one) => one.closest(".table").id)}"`);
  await inner.waitFor({ state: "visible" });
  check("a link to a table in a fold opens it", await inner.isVisible());
}

// Every table can be copied and saved, every figure saved.
async function taken(page) {
  const table = page.locator("#en .table", { has: page.locator("table.kind-configurations") }).first();
  await page.evaluate(`globalThis.taken = {}; const set = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (kind, text) { globalThis.taken[kind] = text; return set.call(this, kind, text); }`);
  await table.locator(".take button").first().click();
  const copied = await page.evaluate("globalThis.taken");
  check("a table is copied as rich text", /<table.*<td colspan='2'.*⊗/.test(copied["text/html"] ?? ""));
  check("and as plain text", (copied["text/plain"] ?? "").split("\r\n").every((line) => line.includes("\t")));
  const saved = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    return [download.suggestedFilename(), readFileSync(await download.path())];
  };
  const [csv, text] = await saved(table.locator(".take button").nth(1));
  check("a table is saved as CSV", [csv, text.toString().includes('"Consistency"')], ["configurations.survival.en.csv", true]);
  const figure = page.locator("#en .front figure");
  const [svg, drawn] = await saved(figure.locator(".take button").first());
  check("a figure is saved as SVG", [svg, drawn.toString().includes("Solution coverage")], ["chart.survival.en.svg", true]);
  const [png, pixels] = await saved(figure.locator(".take button").nth(1));
  check("and as PNG", [png, pixels.subarray(1, 4).toString()], ["chart.survival.en.png", "PNG"]);
  check("nothing stands without it", await page.locator("#en .table:not(:has(.take)), #en figure:not(:has(.take))").count(), 0);
}

async function switching(page) {
  await page.locator("a[data-language=zh]").click();
  check("the other language alone", await page.locator("article:visible").evaluateAll((all) => all.map((one) => one.id)), ["zh"]);
  check("the document says its language", await page.locator("html").getAttribute("lang"), "zh");
  await page.goBack();
  check("and back", await page.locator("html").getAttribute("lang"), "en");
}

async function printed(page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox ?\[([^\]]*)\]/g)].map((box) => box[1].trim().split(/\s+/).map(Number));
  check("prints on A4", boxes.length > 1 && boxes.every(([, , width, height]) => Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2));
  await page.emulateMedia({ media: "print" });
  const settings = page.locator("#en-settings table").first();
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  check("with what is folded", await settings.isVisible());
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  check("without controls", await page.locator(".slider:visible, .filter:visible, .languages:visible").count(), 0);
  const away = page.locator("article:visible tr.away");
  check("with every cutoff", await away.evaluateAll((rows) => rows.every((row) => getComputedStyle(row).display !== "none")));
}

// Shapes have no words, and the other language is hidden: without them axe needs a third of the time.
const speechless = "article[hidden], svg :is(circle, rect, path, line, polyline, ellipse)";

async function accessible(page, what, options) {
  await page.evaluate("document.querySelectorAll('article:not([hidden]) details').forEach((one) => { one.open = true; })");
  await page.locator("article:visible .term").first().click();
  await page.locator(speechless).evaluateAll((all) => all.forEach((one) => one.remove()));
  await page.evaluate(axe);
  const found = await page.evaluate((options) => globalThis.axe.run(document, options), { resultTypes: ["violations"], ...options });
  const grave = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  check(`axe finds nothing serious (${what})`, grave.map((one) =>
    `${one.id} (${one.nodes.length}): ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(" | ")}`), []);
}

await inBrowser(executablePath, async (browser) => {
  for (const work of [tables, cases, slider, paths]) {
    await open(browser, { viewport: { width: 1250, height: 900 }, unfolded: true }, work);
  }
  for (const work of [folds, taken, switching, printed]) {
    await open(browser, { viewport: { width: 1250, height: 900 } }, work);
  }
  for (const language of languages) {
    await open(browser, { language, viewport: { width: 1280, height: 900 } }, (page) => firstScreen(page, language, 900));
    // Colours are all that dark mode changes.
    for (const colorScheme of ["light", "dark"]) {
      await open(browser, { language, colorScheme }, async (page) => {
        const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
        const [red] = paper.match(/\d+/g).map(Number);
        check(`paper in ${colorScheme} mode`, colorScheme === "dark" ? red < 60 : red > 230);
      });
      await open(browser, { language, colorScheme, bypassCSP: true }, (page) =>
        accessible(page, `${language}, ${colorScheme}`, colorScheme === "dark" ? { runOnly: ["color-contrast"] } : {}));
    }
    await open(browser, { language, viewport: { width: 390, height: 844 } }, async (page) => {
      await firstScreen(page, language, 2 * 844);
      check(`no wider than a phone (${language})`, await page.evaluate("document.documentElement.scrollWidth"), 390);
    });
  }
});
