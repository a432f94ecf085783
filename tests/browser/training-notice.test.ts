import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { until } from "../support/training.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

// What would lie on the desktop, in the order it came; and a tab that somebody looks away from.
const listening = `
  globalThis.notices = [];
  Object.defineProperty(document, "visibilityState", { get: () => (globalThis.away ? "hidden" : "visible") });
  const Real = globalThis.Notification;
  globalThis.Notification = class extends Real {
    constructor(title, options) {
      super(title, options);
      globalThis.notices.push([title, options.body]);
    }
  };
`;

test("the tab's title says how far a run is; that it is done, the desktop says where that is allowed, wished, and nobody looks", async () => {
  const inside = join(await newFolder(), "10_okara");
  await mkdir(inside);
  const picture = sharp({ create: { width: 64, height: 96, channels: 3, background: "#f4e0c8" } }).png();
  await writeFile(join(inside, "1.png"), await picture.toBuffer());
  await writeFile(join(inside, "1.txt"), "okara, smile");
  const standIn = { ATELIER_STAND_IN_TRAINER: JSON.stringify({ startSeconds: 0, secondsPerStep: 0.005 }) };
  const { page } = await openTab(await startStudio(await newFolder(), standIn), { permissions: ["notifications"] });
  await page.addInitScript(listening);
  await page.reload();
  await page.keyboard.press("o");
  await page.locator("dialog.picker input").first().fill(inside);
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /^1\.png/ }).waitFor();
  await page.keyboard.press("5");
  await page.getByRole("button", { name: "Rehearse with these pictures" }).click();
  await page.getByRole("checkbox", { name: "Tell me when it is done" }).check();
  await page.evaluate("globalThis.away = true");
  const title = await until(async () => {
    const now = await page.title();
    return now.includes("%") ? now : null;
  });
  const notices: unknown = await until(async () => {
    const now: unknown = await page.evaluate("globalThis.notices");
    return Array.isArray(now) && now.length > 0 ? now : null;
  });

  expect(title).toMatch(/^\d+ % · LoRA Atelier$/);
  expect(notices).toEqual([["okara", "finished, file whole"]]);
  await until(async () => (await page.title()) === "LoRA Atelier");
});
