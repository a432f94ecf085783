import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { hubStandIns } from "../support/hub-stand-in.js";
import { drawPictures } from "../support/pictures.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const startHub = hubStandIns();
const openTab = browserTabs();
const tiny = fileURLToPath(new URL("../../../models/atelier-tiny-tagger", import.meta.url));
const labels = readFileSync(join(tiny, "selected_tags.csv"));

async function taggingRoom(files: Record<string, Buffer>, pauseMs: number) {
  const hub = await startHub({ files, pauseMs });
  const [folder, home, cache] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 2);
  const tab = await openTab(await startStudio(home, { HF_ENDPOINT: hub.endpoint, HF_HOME: cache }));
  const { page } = tab;
  await page.keyboard.press("o");
  await page.getByLabel("Path of the folder").fill(folder);
  await page.keyboard.press("Enter");
  await page.getByRole("listbox", { name: "Pictures of the folder" }).waitFor();
  await page.keyboard.press("2");
  return { ...tab, hub };
}

test("an absent tagger says what it is good for, is downloaded with its bytes shown, and is then among those here", async () => {
  const files = {
    "SmilingWolf/wd-vit-tagger-v3/model.onnx": randomBytes(2_000_000),
    "SmilingWolf/wd-vit-tagger-v3/selected_tags.csv": labels,
  };
  const { page, errors, hub } = await taggingRoom(files, 400);
  const choice = page.getByRole("combobox", { name: /^Tagger/ });

  const absent = await choice.locator("optgroup").last().getAttribute("label");
  await choice.selectOption("wd-vit-tagger-v3");
  await page.getByText("The smallest of the recent ones").waitFor();
  await page.getByRole("button", { name: "Download (379 MB)" }).click();
  await page
    .getByText(/\d MB \/ 2\.0 MB · [\d.,]+ MB\/s · \d+ s left/)
    .first()
    .waitFor();
  await page.getByRole("progressbar", { name: "Downloading a tagger" }).nth(1).waitFor();
  const bars = await page.getByRole("progressbar", { name: "Downloading a tagger" }).count();
  hub.options.pauseMs = 0;
  await page.getByText("The tagger is here.").waitFor();
  const here = choice.locator("optgroup", { hasText: "wd-vit-tagger-v3" });
  await page.locator(".to-download").waitFor({ state: "detached" });

  expect(absent).toBe("To download");
  expect(bars).toBe(2);
  expect(await here.getAttribute("label")).toBe("On this machine");
  expect(errors).toEqual([]);
});

test("tagging with an absent tagger downloads it and then tags; one that the hub lacks is told at once", async () => {
  const files = {
    "SmilingWolf/wd-vit-tagger-v3/model.onnx": readFileSync(join(tiny, "model.onnx")),
    "SmilingWolf/wd-vit-tagger-v3/selected_tags.csv": labels,
  };
  const { page } = await taggingRoom(files, 0);
  const choice = page.getByRole("combobox", { name: /^Tagger/ });

  await choice.selectOption("camie-tagger-v2");
  const thresholds = await page.getByRole("spinbutton", { name: "Threshold for general tags" }).inputValue();
  await page.getByRole("button", { name: "Download (797 MB)" }).click();
  const alert = await page.getByRole("alert").textContent();
  await choice.selectOption("wd-vit-tagger-v3");
  const usual = await page.getByRole("spinbutton", { name: "Threshold for general tags" }).inputValue();
  await page.getByRole("button", { name: "Tag 2 pictures" }).click();
  await page.getByText("2 pictures tagged").waitFor();

  expect([thresholds, usual]).toEqual(["0.61", "0.35"]);
  expect(alert).toContain("Camais03/camie-tagger-v2");
});
