/** Draws two checkpoints at three strengths and two seeds in the WebUI itself, and tells how many cells are proven, and the verdict. */
export async function drawSweep({ studio, room, shot }, { steps }) {
  const text = (name) => studio.getByRole("textbox", { name, exact: true });
  await room(/^Training/);
  await studio.getByRole("button", { name: "Sweep its files" }).first().click();
  await studio.getByRole("checkbox", { name: new RegExp(`^step ${steps / 2}`) }).waitFor();
  // The last file is the last step again.
  const chosen = studio.getByRole("checkbox", { name: /^step \d+/ });
  while (
    (await chosen.count()) > 2 &&
    (await studio.getByRole("checkbox", { name: /^step/, checked: true }).count()) > 2
  )
    await studio.getByRole("checkbox", { name: /^step/, checked: true }).last().uncheck();
  // A model with random weights may give one colour, or no numbers at all, at higher strengths; such a cell counts as wrong.
  await text("Strengths").fill("0.25, 0.35, 0.5");
  await text("Seeds").fill("1, 2");
  await studio.getByRole("spinbutton", { name: "Width" }).fill("64");
  await studio.getByRole("spinbutton", { name: "Height" }).fill("64");
  const second = studio.getByRole("button", { name: "Remove prompt 2", exact: true });
  while (await second.count()) await second.click();
  await text("Prompt 1").fill("okara, 1girl, solo");
  await studio.getByText("All settings", { exact: true }).click();
  await studio.getByRole("spinbutton", { name: "Steps" }).fill("1");
  await shot("sweep-form");
  await studio.getByRole("button", { name: "Draw 14 pictures" }).click();
  const drawn = studio.getByText(/^(every cell proven ✓|\d+ cells? (not proven|failed))$/).first();
  const pause = studio.getByRole("button", { name: "Pause", exact: true });
  await pause.or(drawn).first().waitFor();
  await pause.waitFor({ state: "detached" });
  await drawn.waitFor();
  await shot("sweep-drawn");
  const verdict = studio.getByRole("heading", { name: /^(Use |Not enough evidence yet)/ }).first();
  await verdict.waitFor();
  await shot("sweep");
  return `14 pictures, ${await drawn.textContent()}; “${await verdict.textContent()}”`;
}
