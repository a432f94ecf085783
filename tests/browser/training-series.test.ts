import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { standInCards } from "../support/cards.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

async function okara(): Promise<string> {
  const inside = join(await newFolder(), "10_okara");
  await mkdir(inside);
  const create = { width: 64, height: 96, channels: 3, background: "#f4e0c8" } as const;
  const picture = await sharp({ create }).png().toBuffer();
  for (let index = 1; index <= 10; index += 1) {
    await writeFile(join(inside, `${index}.png`), picture);
    await writeFile(join(inside, `${index}.txt`), "okara, 1girl, solo, smile");
  }
  return inside;
}

/** A studio on a machine with two cards, with a plan of 60 steps in the training room. */
async function openRoom(options: BrowserContextOptions = {}) {
  const folder = await okara();
  const name = "NVIDIA GeForce RTX 3090";
  const PATH = await standInCards(await newFolder(), [
    { name, free: 23_000 },
    { name, free: 11_000 },
  ]);
  const ATELIER_STAND_IN_TRAINER = JSON.stringify({ secondsPerStep: 0.005, startSeconds: 0 });
  const address = await startStudio(await newFolder(), { PATH, ATELIER_STAND_IN_TRAINER });
  const { page, errors } = await openTab(address, options);
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("4");
  await page.getByLabel("Steps you want").fill("60");
  await page.getByRole("button", { name: "Propose a plan" }).click();
  await page.getByRole("button", { name: "Train it" }).click();
  await page.getByText("A rehearsal can start.").waitFor();
  return { page, errors };
}

const vary = (page: Page, place: number, field: string, values: string) =>
  page
    .getByLabel(`Field ${place}`, { exact: true })
    .fill(field)
    .then(() => page.getByLabel(`Values of field ${place}`).fill(values));

test("a plan is varied: the runs are seen first, bad ones with their rule, then queued and compared", async () => {
  const { page, errors } = await openRoom();
  await page.getByRole("button", { name: "Vary …" }).click();
  await vary(page, 1, "network_dim", "8, x");
  await page.getByText('network_dim expects a whole number of at least 1; found "x".').waitFor();
  await vary(page, 1, "network_dim", "8-16 (+8)");
  await page.getByText("2 runs can start", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Add a field" }).click();
  await vary(page, 2, "min_bucket_reso", "256, 2048");
  await page.getByText("2 of 4 runs can start", { exact: false }).waitFor();
  const table = page.getByRole("region", { name: "Runs of this series" });
  const bad = await table.getByRole("row", { name: /^okara-dim8-min-bucket-reso2048/ }).textContent();
  const before = await page.getByRole("button", { name: "Queue 4 runs" }).isDisabled();
  await page.getByLabel("Leave out those that cannot start").check();
  await page.getByRole("button", { name: "Queue 2 runs" }).click();
  await page.getByRole("heading", { name: "Series 1 2 of 2 done" }).waitFor();
  const rows = await page.locator(".train-series tbody tr").allTextContents();
  await page.getByRole("button", { name: "Show okara-dim8-min-bucket-reso256" }).click();
  await page
    .getByRole("heading", { name: /^okara-dim8-min-bucket-reso256/ })
    .first()
    .waitFor();

  expect(bad).toContain("Smallest bucket above the resolution");
  expect(before).toBe(true);
  expect(rows.map((text) => text.trim())).toEqual([
    expect.stringMatching(/^okara-dim8-min-bucket-reso2568256finished, file whole0\.\d+$/),
    expect.stringMatching(/^okara-dim16-min-bucket-reso25616256finished, file whole0\.\d+$/),
  ]);
  expect(errors).toEqual([]);
});

test("a GPU and a time are chosen; the list counts down, and the time can be taken away", async () => {
  const { page, errors } = await openRoom();
  const time = new Date(Date.now() + 3 * 3_600_000);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await page.getByLabel("1: NVIDIA GeForce RTX 3090, 10.7 of 24 GiB free").check();
  await page.getByLabel("Not before").fill(local);
  await page.getByRole("button", { name: "Rehearse it" }).click();
  const row = page.locator(".train-row", { hasText: "okara" });
  await row.getByText(/^starts in (2 h \d+|3 h 0) min$/).waitFor();
  const facts = await row.textContent();
  await page.reload();
  await row.getByText(/^starts in /).waitFor();
  await page.getByRole("button", { name: "No fixed time: okara" }).click();
  await row.getByText("finished, file whole").waitFor();
  const pauses = page.getByLabel("Pause the queue when a run fails");
  await pauses.check();
  // While it is on its way a second press does nothing.
  await page.locator(".plan-section label.check input:enabled").last().waitFor();
  await page.reload();
  await page.locator(".train-row").waitFor();
  // What was kept comes after the page.
  await pauses.and(page.locator(":checked")).waitFor();

  expect(facts).toContain("GPU 1");
  expect(errors).toEqual([]);
});
