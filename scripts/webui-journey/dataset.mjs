import { clickIfOffered } from "./tab.mjs";

/** Opens the pictures, has them checked and arranges copies as the trainer wants them; that folder is open afterwards. */
export async function prepareFolder({ page, studio, shot }, { pictures }) {
  await studio.getByRole("button", { name: "Open a folder" }).first().click();
  await studio.getByLabel("Path of the folder").fill(pictures);
  await studio.getByRole("button", { name: "Open this folder" }).click();
  await studio.getByRole("button", { name: "Check …" }).click();
  const verdict = studio.locator("dialog.checkup .verdict");
  // Of pictures that an earlier walk has shown, everything is known.
  await clickIfOffered(studio.getByRole("button", { name: /^Look at \d+/ }), verdict);
  await verdict.waitFor();
  const said = await verdict.textContent();
  await shot("dataset-check");
  await page.keyboard.press("Escape");
  await shot("dataset");
  await studio.getByRole("button", { name: "Arrange for training …" }).click();
  await studio.getByLabel("Trigger word").fill("okara");
  await shot("dataset-arrange");
  await studio.getByRole("button", { name: /^Copy \d+ files into/ }).click();
  await studio.getByRole("button", { name: "Open it here" }).click();
  await studio
    .getByRole("button", { name: /-training/ })
    .first()
    .waitFor();
  return `“${said}”, arranged in 10_okara`;
}
