import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import type { Result } from "../../protocol/validate.js";
import { exportKinds } from "../../sidecar/sweep/export/kinds/all-kinds.js";
import { browserTabs } from "../support/browser.js";
import { drawnSweep, okara } from "../support/exported-sweep.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const openTab = browserTabs();

/** Exports a sweep of 60 small cells and opens what came, from the disk and without a network. */
async function opened(kind: "page" | "deep-zoom", name: string, report: Result<"sweep/report"> | null = null) {
  const [scratch, out] = [await newFolder(), await newFolder()];
  const sweep = await drawnSweep(scratch, okara({ width: 96, height: 144, rehearsal: true }), (cell) =>
    cell.index === 7 ? { ...cell, state: "wrong", problem: "missingLora" } : cell,
  );
  await mkdir(join(scratch, "state"));
  await exportKinds[kind].run({
    sweep,
    look: {},
    target: join(out, name),
    format: undefined,
    along: undefined,
    secondsPerFrame: undefined,
    dryRun: false,
    stateFolder: join(scratch, "state"),
    report: async () => report,
    scores: async () => new Map(),
    signal: new AbortController().signal,
    progress: () => {},
  });
  const file = name.endsWith(".html") ? join(out, name) : join(out, name, "index.html");
  return openTab(pathToFileURL(file).href, { offline: true });
}

test.each(["page", "one.html"])("%s works from a disk: choose axes, hide, enlarge, flip", async (name) => {
  const { page, errors } = await opened("page", name);
  await page.getByRole("heading", { name: "okara", exact: true }).waitFor();
  expect(await page.getByText("Rehearsal: drawn by a stand-in").count()).toBe(1);
  expect(await page.locator("td img").count()).toBe(15);
  const loaded = await page
    .locator("td img")
    .first()
    .evaluate((image) => Object(image).naturalWidth);
  expect(loaded).toBe(96);

  await page.getByRole("button", { name: "Enlarge step 1000 · ep 5, 0.25" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("LoRA strength: 0.25").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await dialog.getByText("LoRA: step 2000 · ep 10 · LoRA strength: 0.5").waitFor();
  await dialog.getByText("Infotext").click();
  expect(await dialog.locator("pre").textContent()).toContain("Steps: 24");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Hide no LoRA" }).click();
  expect(await page.locator("td img").count()).toBe(12);
  await page.getByLabel("Across").selectOption({ label: "Seed" });
  expect(await page.locator("td img").count()).toBe(6);
  // Asked for in the other direction, the two change places.
  await page.getByLabel("Down").selectOption({ label: "Seed" });
  expect(await page.locator("tbody th[scope=row]").allTextContents()).toEqual(["1001×", "1002×"]);
  expect(errors).toEqual([]);
});

test("a cell that is not proven says why, and the verdict stands above the pictures", async () => {
  const nothing = { reasons: [], examples: [], strengths: [] };
  const report: Result<"sweep/report"> = {
    state: "scored",
    jobId: null,
    rehearsal: true,
    models: [],
    scored: 60,
    toScore: 0,
    traits: [],
    leftOut: [],
    checkpoints: [
      { lora: 0, label: "step 1000 · ep 5", verdict: "undertrained", band: null, best: null, ...nothing },
      { lora: 1, label: "step 2000 · ep 10", verdict: "good", band: [0.5, 0.75], best: 0.75, ...nothing },
    ],
    controlTraits: [],
    recommendation: {
      lora: 1,
      strength: 0.75,
      strengthIndex: 3,
      band: [0.5, 0.75],
      sentence: "",
      reasons: [],
      runnersUp: [],
      pareto: [],
      votes: 0,
    },
    notEnough: [],
    weakTraits: [],
    nextPlan: null,
  };
  const { page, errors } = await opened("page", "page", report);

  await page.getByText("Use step 2000 · ep 10 at 0.75; good from 0.5 to 0.75.").waitFor();
  await page.getByText("step 1000 · ep 5: undertrained").waitFor();
  await page.getByLabel("Prompt", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Seed", { exact: true }).selectOption({ label: "1002" });
  await page.getByText("the LoRA was not used").waitFor();
  expect(await page.locator("td.wrong").count()).toBe(1);
  expect(errors).toEqual([]);
});

test("the deep zoom shows its tiles from a disk", async () => {
  const { page, errors } = await opened("deep-zoom", "zoom");

  await page.getByText("Rehearsal: drawn by a stand-in").waitFor();
  // Opened from a disk the canvas cannot be read back, so the screen is.
  await page.waitForFunction(() => Object(globalThis).document.querySelectorAll("canvas").length > 0);
  const canvas = page.locator("#sheet canvas").first();
  const colours = async (): Promise<number> => {
    const { default: sharp } = await import("sharp");
    const pixels = await sharp(await canvas.screenshot())
      .resize(60, 40, { kernel: "nearest" })
      .removeAlpha()
      .raw()
      .toBuffer();
    return new Set(
      Array.from({ length: pixels.length / 3 }, (_, at) => pixels.subarray(at * 3, at * 3 + 3).toString("hex")),
    ).size;
  };
  let seen = 0;
  for (let attempt = 0; attempt < 50 && seen < 15; attempt += 1) {
    await page.waitForTimeout(100);
    seen = await colours();
  }
  expect(seen).toBeGreaterThanOrEqual(15);
  expect(errors).toEqual([]);
});
