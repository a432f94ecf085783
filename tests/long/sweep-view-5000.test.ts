import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { openDatabase } from "../../sidecar/store/database.js";
import { putPicture } from "../../sidecar/sweep/cells/picture-table.js";
import { addSweep, changeSweep } from "../../sidecar/sweep/cells/sweep-table.js";
import { keepPicture } from "../../sidecar/sweep/draw/picture-files.js";
import { resolveSweep } from "../../sidecar/sweep/plan/resolve-sweep.js";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { sweepFacts, sweepSettings } from "../support/sweep-settings.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** 50 checkpoints, the control and 19 strengths, 5 seeds. */
const settings = sweepSettings({
  loras: Array.from({ length: 50 }, (_, at) => `/okara/okara-step${at + 1}.safetensors`),
  strengths: "0.05-0.95(+0.05)",
  seeds: "1, 2, 3, 4, 5",
  prompts: ["okara, 1girl"],
  width: 256,
  height: 384,
});
const MOST_MEGABYTES = 500;

/** Another picture for each cell. The page loads small ones of the same size whatever that of the whole. */
async function drawn(index: number): Promise<Buffer> {
  const [hue, share] = [(index * 37) % 360, (index % 97) / 97];
  const figure = `<svg xmlns="http://www.w3.org/2000/svg" width="256" height="384" viewBox="0 0 512 768"><rect width="100%" height="100%" fill="hsl(${hue} 40% 80%)"/>
    <ellipse cx="256" cy="300" rx="${100 + share * 80}" ry="160" fill="hsl(${(hue + 120) % 360} 60% 55%)"/><text x="40" y="720" font-size="60">${index}</text></svg>`;
  return sharp(Buffer.from(figure)).png({ compressionLevel: 2 }).toBuffer();
}

/** A state folder with a finished sweep of 5,000 cells. */
async function studioWithSweep(): Promise<string> {
  const home = await newFolder();
  const facts = sweepFacts(settings);
  const resolved = resolveSweep(settings, facts);
  const database = openDatabase(home);
  const id = addSweep(database, { settings, facts, wanted: null, revision: 1 });
  const done = new Set<string>();
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const key = resolved.keyOf(index);
    if (key === null || done.has(key)) continue;
    done.add(key);
    const row = { key, state: "drawn", content: await keepPicture(home, await drawn(index)) } as const;
    const rest = { width: 256, height: 384, infotext: null, proof: null, problem: null, detail: null, webui: null };
    const when = { drawn: new Date().toISOString(), seconds: 1, own: 1, attempts: 1, revision: 1 };
    putPicture(database, { ...row, ...rest, ...when }, resolved.requestOf(index));
  }
  changeSweep(database, id, { change: { state: "done" }, revision: 2 });
  database.close();
  return home;
}

/** Memory of the page's own process in MB: the largest renderer below this test. */
function pageMegabytes(): number {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,rss=,args="], { encoding: "utf8" }).split("\n");
  const processes = rows.map((row) => {
    const [pid, parent, kilobytes] = row.trim().split(/\s+/, 3).map(Number);
    return { pid, parent, megabytes: (kilobytes ?? 0) / 1024, isRenderer: row.includes("--type=renderer") };
  });
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number | undefined): boolean =>
    pid === process.pid || (pid !== undefined && pid > 1 && isOurs(parents.get(pid)));
  const ours = processes.filter(({ pid, isRenderer }) => isRenderer && isOurs(pid));
  return Math.max(0, ...ours.map(({ megabytes }) => megabytes));
}

/** Milliseconds between frames while something moves, the median. */
async function frameMilliseconds(page: Page, move: string): Promise<number> {
  const median: unknown = await page.evaluate(`new Promise((done) => {
    const between = []; let last = performance.now(); const end = last + 3000;
    const step = (now) => { between.push(now - last); last = now; ${move}; if (now < end) requestAnimationFrame(step); else done(between.sort((a, b) => a - b)[between.length >> 1]); };
    requestAnimationFrame(step);
  })`);
  return Number(median);
}

test("a sweep of 5,000 cells is scrolled, gone through by keys and seen as one wall under 500 MB", async () => {
  const { page, errors } = await openTab(await startStudio(await studioWithSweep()));
  await page.keyboard.press("6");
  await page.locator("[role=gridcell] img").first().waitFor();
  const scrolling = await frameMilliseconds(page, "document.querySelector('[role=grid]').scrollTop += 60");
  const cells = await page.getByRole("gridcell").count();
  for (let at = 0; at < 30; at += 1) await page.keyboard.press(at % 2 === 0 ? "ArrowDown" : "ArrowRight");
  const scrolled = pageMegabytes();
  await page.getByText("Axes and values").click();
  await page.getByLabel("Around the columns").selectOption("Seed");
  await page.getByText("Axes and values").click();
  await page.getByRole("grid").focus();
  await page.keyboard.press("w");
  await page.getByRole("img", { name: "5,000 pictures on one surface" }).waitFor();
  await page.getByText("to come …").waitFor();
  await page.getByText("to come …").waitFor({ state: "detached", timeout: 900_000 });
  const seen = pageMegabytes();
  await page.mouse.move(600, 500);
  const zooming = frameMilliseconds(page, "");
  for (let at = 0; at < 12; at += 1) await page.mouse.wheel(0, -200);
  const wall = await zooming;
  await page.waitForTimeout(3000);
  const zoomed = pageMegabytes();
  console.log(
    `Page: ${Math.round(scrolled)} MB after scrolling, ${Math.round(seen)} MB with all 5,000 on the wall, ${Math.round(zoomed)} MB after zooming in; a frame takes ${scrolling.toFixed(0)} ms while scrolling, ${wall.toFixed(0)} ms while zooming; ${cells} cells exist.`,
  );

  expect(cells).toBeLessThan(400);
  for (const megabytes of [scrolled, seen, zoomed]) {
    expect(megabytes).toBeGreaterThan(20);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  }
  expect(errors).toEqual([]);
}, 1_200_000);
