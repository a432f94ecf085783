import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** A set of 10 pictures with captions; no GPU, no model and no trainer is needed to rehearse with it. */
async function okara(): Promise<string> {
  const inside = join(await newFolder(), "10_okara");
  await mkdir(inside);
  const picture = await sharp({ create: { width: 64, height: 96, channels: 3, background: "#f4e0c8" } })
    .png()
    .toBuffer();
  for (let index = 1; index <= 10; index += 1) {
    await writeFile(join(inside, `${index}.png`), picture);
    await writeFile(join(inside, `${index}.txt`), "okara, 1girl, solo, smile");
  }
  return inside;
}

async function openStudio(standIn: Record<string, unknown>, options: BrowserContextOptions = {}) {
  const folder = await okara();
  const environment = { ATELIER_STAND_IN_TRAINER: JSON.stringify(standIn) };
  const { page, errors } = await openTab(await startStudio(await newFolder(), environment), options);
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  return { page, errors };
}

/** A plan of 200 steps that saves every 50, and the training room with it. */
async function planShortRun(page: Page): Promise<void> {
  await page.keyboard.press("4");
  await page.getByLabel("Steps you want").fill("200");
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByRole("textbox", { name: "Save every N steps" }).fill("50");
  await page.getByText("5 files come out").waitFor();
  await page.getByRole("button", { name: "Train it" }).click();
  await page.getByText("A rehearsal can start.").waitFor();
}

test("a plan is rehearsed: phases, curve and files while it runs, a proven end, and the same after a reload", async () => {
  const { page, errors } = await openStudio({ secondsPerStep: 0.03, startSeconds: 1 });
  await planShortRun(page);

  const started = await page.getByRole("button", { name: "Start training" }).isDisabled();
  await page.getByRole("button", { name: "Rehearse it" }).click();
  await page
    .getByText(/^Training: step \d+ of 200/)
    .first()
    .waitFor();
  // The line of the run comes by itself, and may be ahead of the phases.
  const training = page.getByRole("list", { name: "Phases" }).locator("[aria-current=step]", { hasText: "training" });
  await training.waitFor();
  const phase = await training.textContent();
  const title = await page.title();
  await page.getByTitle("Show the training: okara").waitFor();
  await page.getByText("Finished: 200 steps, the file is whole").waitFor();
  await page.getByRole("heading", { name: "5 files, whole" }).waitFor();
  await page.getByRole("slider", { name: "Loss by step" }).focus();
  await page.keyboard.press("Home");
  const first = await page.locator(".train-readout").textContent();
  await page.keyboard.press("End");
  const last = await page.locator(".train-readout").textContent();
  const address = page.url();
  await page.reload();
  await page.getByText("Finished: 200 steps, the file is whole").waitFor();
  await page.getByText("This is a rehearsal", { exact: false }).waitFor();
  const tooLong = await page.evaluate("document.documentElement.scrollHeight - innerHeight");
  await page.getByRole("button", { name: "Log …" }).click();
  await page.getByRole("region", { name: "Log of okara" }).getByText("model saved", { exact: false }).waitFor();
  await page.getByRole("combobox", { name: "Stream" }).selectOption("stdout");
  await page.getByText("stand-in", { exact: false }).last().waitFor();

  expect(started).toBe(true);
  expect(tooLong).toBe(0);
  expect(phase).toBe("training: now");
  expect(title).toMatch(/^\d+ % · LoRA Atelier$/);
  expect(first).toMatch(/^step 1: loss 0\.\d+/);
  expect(last).toMatch(/^step 200: loss 0\.\d+.* – saved here: okara-step00000200\.safetensors$/);
  expect(address).toMatch(/room=training.*run=1/);
  expect(page.url()).toBe(address);
  expect(errors).toEqual([]);
});

test("what waits is moved and taken out; stopping asks once and keeps what is saved", async () => {
  const { page, errors } = await openStudio({ secondsPerStep: 0.05, startSeconds: 0 });
  await planShortRun(page);
  const rehearse = page.getByRole("button", { name: "Rehearse it" });
  const waits = page.locator(".train-row", { hasText: "waiting" });

  await rehearse.click();
  await page
    .getByText(/^Training: step \d+ of 200/)
    .first()
    .waitFor();
  await rehearse.click();
  await waits.filter({ hasText: "okara-2" }).waitFor();
  await rehearse.click();
  await waits.filter({ hasText: "okara-3" }).waitFor();
  await page.getByRole("button", { name: "Move okara-3 up" }).click();
  await waits.first().filter({ hasText: "okara-3" }).waitFor();
  const moved = await waits.locator("strong").allTextContents();
  for (const name of ["okara-3", "okara-2"]) {
    await page.getByRole("button", { name: `Take out: ${name}` }).click();
    await page.locator(".train-row", { hasText: name }).getByText("taken out of the queue").waitFor();
  }
  await page.getByRole("heading", { name: "1 of 5 files so far, whole" }).waitFor();
  await page.getByRole("button", { name: "Stop now" }).click();
  const question = await page.getByRole("group", { name: "Stop now" }).locator("p").textContent();
  await page.getByRole("button", { name: "Stop it" }).click();
  await page.getByText(/^Stopped at step \d+; \d files? (is|are) there$/).waitFor();
  await page.getByRole("heading", { name: /^\d files?, whole$/ }).waitFor();

  expect(moved).toEqual(["okara-3", "okara-2"]);
  expect(question).toMatch(/^What is saved stays: \d files?\./);
  await page.getByRole("navigation").getByText("stopped: okara").waitFor();
  expect(errors).toEqual([]);
});

test("in Japanese, straight from the pictures: a rehearsal that fails says why and what to do", async () => {
  const { page, errors } = await openStudio(
    { secondsPerStep: 0, startSeconds: 0, misbehave: "oom" },
    { locale: "ja-JP", viewport: { width: 800, height: 800 } },
  );
  await page.keyboard.press("5");

  await page.getByRole("button", { name: "この画像でリハーサルする" }).click();
  await page.locator(".train-state", { hasText: "失敗：VRAM 不足" }).waitFor();
  const alert = await page.locator(".train-run [role=alert]").textContent();
  await page.getByText("根拠になったログの行").click();
  await page.locator(".train-lines", { hasText: "CUDA out of memory" }).waitFor();
  await page.evaluate("document.activeElement.blur()");
  await page.keyboard.press("Control+k");
  await page.locator("dialog.finder input").fill("VRAM 不足");
  await page.keyboard.press("Enter");

  expect(alert).toContain("VRAM が足りなくなりました");
  expect(alert).toContain("バッチサイズを下げる");
  expect(page.url()).toContain("run=1");
  expect(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")).toBe(
    false,
  );
  expect(errors).toEqual([]);
});
