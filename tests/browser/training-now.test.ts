import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { BrowserContextOptions } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { atelier } from "../support/command.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining } from "../support/training.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** A studio with a rehearsal that runs for as long as the test looks. */
async function openRun(given: Record<string, string | number | boolean>, options: BrowserContextOptions = {}) {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work, { max_train_steps: 4000, save_every_n_steps: 2000, ...given }, 20);
  const standIn = { secondsPerStep: 0.3, startSeconds: 0, secondsPerSave: 0.5 };
  const address = await startStudio(home, { ATELIER_STAND_IN_TRAINER: JSON.stringify(standIn) });
  await atelier(home, ["train", config, "--rehearsal", "--detach"]);
  const { page, errors } = await openTab(address, options);
  await page.keyboard.press("5");
  return { page, errors };
}

test("a run is asked to save and to draw samples: what becomes of it is told, the file is in the list", async () => {
  const work = await newFolder();
  const prompts = join(work, "prompts.txt");
  await writeFile(prompts, "okara, smile --w 64 --h 64 --d 1 --s 2\n");
  const { page, errors } = await openRun({ sample_prompts: prompts });
  await page.getByRole("button", { name: "Save now", exact: true }).click();
  const saved = page.getByText(/^Saved at step \d+\.$/);
  await saved.waitFor();
  const step = /\d+/.exec((await saved.textContent()) ?? "")?.[0] ?? "";
  await page.getByRole("heading", { name: "1 of 4 files so far, whole" }).waitFor();
  const name = await page.locator(".train-files .file-name-cell").first().textContent();
  await page.getByRole("button", { name: "Sample now" }).click();
  await page.getByText(/^1 sample of step \d+/).waitFor();
  await page.getByRole("button", { name: "Save now and stop" }).click();
  await page.getByText(/^Stopped at step \d+; 2 files are there$/).waitFor();

  expect(name).toBe(`okara-step${step.padStart(8, "0")}.safetensors`);
  expect(await page.getByRole("button", { name: "Save now" }).count()).toBe(0);
  expect(errors).toEqual([]);
});

test("in Japanese, narrow: without prompts no samples are offered, and that is said", async () => {
  const { page, errors } = await openRun({}, { locale: "ja-JP", viewport: { width: 800, height: 800 } });
  const sample = page.getByRole("button", { name: "今すぐサンプル生成" });
  await page.getByText("サンプルには、計画にプロンプトが必要です。").waitFor();
  const offered = await sample.isEnabled();
  await page.getByRole("button", { name: "今すぐ保存", exact: true }).click();
  await page.getByText(/^ステップ \d+ で保存しました。$/).waitFor();

  expect(offered).toBe(false);
  expect(await page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")).toBe(
    false,
  );
  expect(errors).toEqual([]);
});
