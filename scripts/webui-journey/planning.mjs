/** Plans few steps on small pictures, saved twice: a processor takes minutes for them, not days. */
export async function planShortRun({ page, studio, room, shot }, { checkpoint, tokenizers, steps }) {
  const text = (name) => studio.getByRole("textbox", { name, exact: true }).first();
  await room(/^Plan/);
  await text("Base model").fill(checkpoint);
  await studio.getByLabel("Steps you want").first().fill(String(steps));
  await studio.getByRole("button", { name: "Propose a plan" }).click();
  await studio.getByRole("button", { name: "Train it" }).waitFor();
  // Offered where an epoch has fewer steps.
  const exactly = studio.getByRole("button", { name: new RegExp(`^stop at exactly ${steps} steps`) });
  if ((await exactly.count()) > 0) await exactly.click();
  await text("Resolution").fill("64,64");
  await studio
    .getByRole("checkbox", { name: /^Enable bucket/ })
    .first()
    .uncheck();
  await text("Save every N steps").fill(String(steps / 2));
  await text("Network dim").fill("4");
  await text("Network alpha").fill("1");
  await text("LR warmup steps").fill("0");
  await studio.getByRole("combobox", { name: /^Mixed precision/ }).selectOption({ label: "no (default)" });
  if (tokenizers) {
    await studio.getByRole("button", { name: /^All \d+ parameters/ }).click();
    const all = studio.locator("dialog.planParameters");
    await all.getByRole("searchbox").fill("tokenizer_cache_dir");
    await all.getByRole("textbox", { name: "Tokenizer cache dir" }).fill(tokenizers);
    await page.keyboard.press("Escape");
  }
  await studio.getByText("3 files come out").waitFor();
  await studio.getByRole("status").getByText("Saved", { exact: true }).filter({ visible: true }).waitFor();
  await shot("plan");
  return `${steps} steps, 3 files`;
}
