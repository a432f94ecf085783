/** Sends a cell's picture and its settings to txt2img. */
export async function sendACell({ page, studio, show, shot }) {
  await studio.getByRole("gridcell").nth(1).click();
  await studio.getByRole("button", { name: "Send to txt2img" }).first().click();
  const prompt = page.locator("#txt2img_prompt textarea");
  await prompt.waitFor({ state: "visible" });
  const said = await prompt.inputValue();
  if (!said.includes("<lora:")) throw new Error(`txt2img got no LoRA: ${said}`);
  // The WebUI reads the settings out of what was put there; they leave the prompt then.
  while ((await prompt.inputValue()).includes("Steps: ")) await page.waitForTimeout(200);
  await shot("sent");
  await show();
  return `txt2img has “${await prompt.inputValue()}” and the settings`;
}

/** Begins to draw more and presses the WebUI's Interrupt: the sweep pauses, and is gone on with to its end. */
export async function interruptASweep({ page, studio, shot }) {
  await studio.getByRole("button", { name: "Change …" }).click();
  await studio.getByRole("textbox", { name: "Seeds", exact: true }).fill("1, 2, 3, 4");
  await studio.getByRole("button", { name: /^Draw \d+ pictures/ }).click();
  const goOn = studio.getByRole("button", { name: /^Draw the other \d+ pictures?$/ });
  const pause = studio.getByRole("button", { name: "Pause", exact: true });
  await pause.waitFor();
  // The WebUI shows the button while it draws for its own tab; what it does is the same. Between two pictures it does nothing.
  while (!(await goOn.isVisible())) {
    await page.evaluate("document.querySelector('#txt2img_interrupt').click()");
    await page.waitForTimeout(500);
  }
  const left = await goOn.textContent();
  await shot("interrupted");
  await goOn.click();
  await pause.waitFor();
  await pause.waitFor({ state: "detached" });
  const drawn = await studio
    .getByRole("navigation")
    .getByRole("button", { name: /^Sweep/ })
    .textContent();
  await shot("gone-on");
  return `Interrupt paused the sweep; “${left}” finished it: ${drawn}`;
}
