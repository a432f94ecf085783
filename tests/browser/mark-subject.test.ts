import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

test("the subject is marked where the pointer drew the box, moved by keys, and the trainer's eye heeds it", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await sharp({ create: { width: 200, height: 400, channels: 3, background: "#808080" } })
    .png()
    .toFile(join(folder, "a.png"));
  const { page, errors } = await openTab(await startStudio(home));
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Trainer's eye …" }).click();
  const dialog = page.getByRole("dialog", { name: "What the trainer will see" });
  await dialog.getByRole("checkbox", { name: "Use buckets" }).uncheck();
  await dialog.getByText("50 % cut away").or(dialog.getByText("25 % cut away")).first().waitFor();

  await dialog.getByRole("button", { name: "Mark the subject: a.png" }).click();
  const surface = dialog.getByRole("application");
  const picture = await dialog.locator(".mark-box image").boundingBox();
  const { x = 0, y = 0, width = 0, height = 0 } = picture ?? {};
  await page.mouse.move(x + width * 0.2, y + height * 0.02);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height * 0.4, { steps: 3 });
  await page.mouse.up();
  const drawn = await surface.getAttribute("aria-label");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowDown");
  const moved = await surface.getAttribute("aria-label");
  await page.keyboard.press("Enter");
  await dialog.getByText("the head is cut off").waitFor();

  expect(drawn).toBe("a.png: Box from 20 % to 80 % across, 2 % to 40 % down");
  expect(moved).toBe("a.png: Box from 22 % to 82 % across, 2 % to 42 % down");
  expect(errors).toEqual([]);
});
