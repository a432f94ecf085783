/** Sends a cell's picture and its settings to txt2img. */
export async function sendACell({ page, studio, show, shot }) {
  await studio.getByRole("gridcell").nth(1).click();
  await studio.getByRole("button", { name: "Send to txt2img" }).first().click();
  const prompt = page.locator("#txt2img_prompt textarea");
  await prompt.waitFor({ state: "visible" });
  const said = await prompt.inputValue();
  if (!said.includes("<lora:")) throw new Error(`txt2img got no LoRA: ${said}`);
  await shot("sent");
  await show();
  return `txt2img has “${said}”`;
}

/** Begins to draw more and presses the WebUI's Interrupt: the sweep pauses, and is gone on with to its end. */
export async function interruptASweep({ page, studio, shot }) {
  await studio.getByRole("button", { name: "Change …" }).click();
  await studio.getByRole("textbox", { name: "Seeds", exact: true }).fill("1, 2, 3");
  // Changing a sweep begins with them closed.
  await studio.getByText("All settings", { exact: true }).click();
  await studio.getByRole("spinbutton", { name: "Steps" }).fill("4");
  await studio.getByRole("button", { name: /^Draw \d+ pictures/ }).click();
  const who = studio.locator("details:has(> summary:text-is('Who draws'))");
  await who.waitFor();
  // It unfolds by itself where the WebUI does something else first.
  if (!(await who.evaluate(({ open }) => open))) await who.locator("summary").click();
  await who.getByText("draws", { exact: true }).waitFor();
  // The WebUI shows the button while it draws for its own tab; what it does is the same. Between two pictures it does nothing.
  const goOn = studio.getByRole("button", { name: /^Draw the other \d+ pictures?$/ });
  while (!(await goOn.isVisible())) {
    await page.evaluate("document.querySelector('#txt2img_interrupt').click()");
    await page.waitForTimeout(1000);
  }
  const left = await goOn.textContent();
  await shot("interrupted");
  await goOn.click();
  await studio.getByRole("navigation").getByText("21 of 21 pictures").waitFor();
  await shot("gone-on");
  return `Interrupt paused the sweep; “${left}” finished it`;
}
