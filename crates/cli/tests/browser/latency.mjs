// Measures from a save to the new page of the preview: `node latency.mjs EQUIFINAL STUDY`, in the folder of a project.
// It works on a copy of the project. Prints the median of twenty saves, for the first page and for the whole one.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { inBrowser, isWhole, until, version } from "./browser.mjs";

const SAVES = 20;
const [program, study] = process.argv.slice(2);
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const executablePath = process.env.PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
const project = mkdtempSync(join(tmpdir(), "latency-"));
for (const folder of ["configs", "data"]) cpSync(folder, join(project, folder), { recursive: true });
const preview = spawn(resolve(program), ["preview", study], { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((found) => preview.stdout.on("data", (text) => {
  const match = /http:\S+/.exec(text);
  if (match) found(match[0]);
}));
const [first, whole] = [[], []];
await inBrowser(executablePath, async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address);
  await until("the whole page", () => isWhole(page));
  const file = join(project, "configs", `${study}.yaml`);
  const text = readFileSync(file, "utf8");
  for (let at = 0; at < SAVES; at += 1) {
    const before = await version(page);
    const start = performance.now();
    writeFileSync(file, text.replace(/\bconsistency: 0\.8\b/, `consistency: 0.${700 + at}`));
    await until("a new page", async () => (await version(page)) > before);
    first.push(performance.now() - start);
    await until("the whole page", () => isWhole(page));
    whole.push(performance.now() - start);
    await new Promise((later) => setTimeout(later, 300));
  }
});
const median = (times) => times.sort((a, b) => a - b)[SAVES / 2].toFixed(0);
console.log(`from a save to the new page of ${study}: ${median(first)} ms, with robustness checks ${median(whole)} ms`);
preview.kill("SIGINT");
rmSync(project, { recursive: true });
