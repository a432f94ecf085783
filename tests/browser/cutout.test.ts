import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { drawSubject } from "../support/subjects.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { untilItReads } from "../support/until-it-reads.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

const alphaAt = async (path: string): Promise<number | undefined> =>
  (await sharp(path).ensureAlpha().raw().toBuffer())[3];

test("a folder's backgrounds are removed with a preview, looked at, accepted, done again, and its tags follow", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawSubject(folder, { name: "a.png" });
  await drawSubject(folder, { name: "b.png", width: 200 });
  // Nothing to see for the built-in model: the most doubtful.
  await sharp({ create: { width: 80, height: 80, channels: 3, background: "#808080" } })
    .png()
    .toFile(join(folder, "z.png"));
  await writeFile(join(folder, "a.txt"), "1girl, blue background");
  const set = `${folder}-cutout`;
  const { page, errors } = await openTab(await startStudio(home, { HOME: home, U2NET_HOME: home }));
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Cut out …" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove backgrounds" });

  await dialog.getByText("only a small stand-in").waitFor();
  const slider = dialog.getByRole("slider", { name: "a.png: from before to after" });
  await slider.focus();
  await page.keyboard.press("Home");
  const share = await slider.inputValue();
  await dialog.getByRole("button", { name: "Cut out 3 pictures" }).click();
  await dialog.getByText("3 pictures cut out; the most doubtful first").waitFor();
  const first = await dialog.locator(".cutout-results li strong").first().textContent();
  const doubts = await dialog.locator(".cutout-results li small").allTextContents();
  const alpha = await alphaAt(join(set, "a.png"));

  const row = dialog.locator(".cutout-results li", { hasText: "a.png" });
  await row.getByRole("button", { name: "Accept" }).click();
  await row.getByText("Accepted").waitFor();
  await row.getByRole("button", { name: "Redo …" }).click();
  await dialog.getByRole("radio", { name: "White" }).check();
  await dialog.getByRole("button", { name: "Cut this one out again" }).click();
  await row.getByRole("button", { name: "Accept" }).waitFor();
  const channels = (await sharp(join(set, "a.png")).metadata()).channels;
  await dialog.getByRole("button", { name: "Change the captions" }).click();
  await dialog.getByText("The captions are changed").waitFor();

  expect(share).toBe("0");
  expect(first).toBe("z.png");
  expect(doubts[0]).toBe("doubt 100 % · nothing was found");
  expect([alpha, channels]).toEqual([0, 3]);
  // The answer comes when it is committed; the file follows.
  await untilItReads(join(set, "a.txt"), "1girl, transparent background");
  expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("1girl, blue background");
  await dialog.getByRole("button", { name: "Open the new set" }).click();
  await page.getByRole("option", { name: /a\.png/ }).waitFor();
  expect(basename(set)).toBe(
    decodeURIComponent(basename(new URL(page.url().replace("#", "?")).searchParams.get("folder") ?? "")),
  );
  expect((await readdir(folder)).sort()).toEqual(["a.png", "a.txt", "b.png", "z.png"]);
  expect(errors).toEqual([]);
});
