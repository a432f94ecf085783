/** Names the trainer, trains the open plan and puts the last file among the WebUI's LoRA files. */
export async function trainIt({ page, studio, shot }, { trainer, python, steps }) {
  await studio.getByRole("button", { name: "Train it" }).click();
  await studio.getByRole("button", { name: /^Choose (or install a|another) trainer …$/ }).click();
  await studio.getByLabel("Folder of sd-scripts or kohya_ss").fill(trainer);
  if (python) await studio.getByLabel("Its Python, where it is elsewhere").fill(python);
  await studio.getByRole("button", { name: "Use this folder" }).click();
  const dialog = studio.locator("dialog.trainers");
  await dialog.locator(".train-card.here", { hasText: trainer }).waitFor();
  await shot("trainer");
  await page.keyboard.press("Escape");
  await studio.getByRole("button", { name: "Start training", disabled: false }).click();
  await studio
    .getByText(new RegExp(`^Training: step \\d+ of ${steps}`))
    .first()
    .waitFor();
  await shot("training");
  await studio.getByText(`Finished: ${steps} steps, the file is whole`).waitFor();
  // The last file stands first.
  await studio
    .getByRole("button", { name: /^To the WebUI: / })
    .first()
    .click();
  const publish = studio.locator("dialog.publish");
  const putThere = publish.getByRole("button", { name: /^Put it there/, disabled: false });
  await putThere.waitFor();
  await shot("publish");
  await putThere.click();
  await publish.getByText(/ is there\./).waitFor();
  await page.keyboard.press("Escape");
  await shot("trained");
  return `${steps} real steps, whole; the last file is among the WebUI's`;
}
