import { writeFile } from "node:fs/promises";
import { expect, test } from "@jest/globals";
import { localFilePath } from "../../sidecar/host/settings/local-file.js";
import { openSettings } from "../../sidecar/host/settings/settings.js";
import { browserTabs } from "../support/browser.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

test("settings are typed, refused, kept and reset; the local file's are fixed; what another hand changed is no accident", async () => {
  const home = await newFolder();
  await writeFile(localFilePath(home), '[training]\npublish = "last"\n');
  const { page, errors } = await openTab(await startStudio(home));
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  const threshold = page.getByLabel("Threshold, general tags", { exact: true });

  await threshold.fill("2");
  await threshold.press("Enter");
  await page.getByText("tagger.threshold expects a number from 0 to 1; found 2.").waitFor();
  await threshold.fill("0.5");
  await threshold.press("Enter");
  await page.getByText("Kept: Threshold, general tags").waitFor();
  expect(openSettings(home).get("tagger.threshold")).toBe(0.5);
  expect(await page.getByRole("alert").count()).toBe(0);
  const fixed = page.getByLabel("Put among the WebUI's LoRA files by itself");
  expect([await fixed.inputValue(), await fixed.isDisabled()]).toEqual(["last", true]);

  openSettings(home).set({ "webui.handOver": false });
  const pause = page.getByLabel("A run that fails pauses the queue");
  await pause.click();
  await page.getByRole("alert").waitFor();
  expect(openSettings(home).get("training.pauseOnFailure")).toBe(false);
  await page.locator('[data-setting="webui.handOver"] input:not(:checked)').waitFor();
  await pause.click();
  await page.getByText("Kept: A run that fails pauses the queue").waitFor();
  expect(openSettings(home).get("training.pauseOnFailure")).toBe(true);

  await page.getByRole("button", { name: "Default again: Threshold, general tags" }).click();
  await page.getByText("Kept: Threshold, general tags").waitFor();
  expect(openSettings(home).sourceOf("tagger.threshold")).toBe("default");

  // What was typed when the dialog is closed is not lost.
  await page.getByLabel("Threads of a tagger").fill("3");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: "Default again: Threads of a tagger" }).waitFor();
  expect(await page.getByLabel("Threads of a tagger", { exact: true }).inputValue()).toBe("3");
  expect(errors).toEqual([]);
});
