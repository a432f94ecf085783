import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { atelier } from "../support/command.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { shortTraining, standIn } from "../support/training.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

/** Rehearses a configuration for each set of arguments, so that a studio opened afterwards has these runs. */
async function rehearsed(home: string, all: Record<string, string | number>[]): Promise<void> {
  for (const given of all) {
    const { config } = await shortTraining(await newFolder(), { max_train_steps: 40, ...given });
    const { code } = await atelier(home, ["train", config, "--rehearsal", "--json"], standIn());
    expect(code).toBe(0);
  }
}

async function openTraining(home: string, environment: NodeJS.ProcessEnv = {}) {
  const { page, errors } = await openTab(await startStudio(home, { ...standIn(), ...environment }));
  await page.keyboard.press("5");
  const plot = page.getByRole("slider", { name: "Loss by step" });
  await plot.waitFor();
  return { page, errors, plot };
}

const readout = (page: Page) => page.locator(".train-readout");
const stepNow = async (page: Page): Promise<number> =>
  Number(/^step (\d+):/.exec((await readout(page).textContent()) ?? "")?.[1]);

test("a run's curves: the loss of each step with the average, learning rate, a part looked at closely", async () => {
  const home = await newFolder();
  await rehearsed(home, [{ lr_scheduler: "cosine" }]);
  const { page, errors, plot } = await openTraining(home);

  await readout(page)
    .filter({ hasText: /^step 40: loss 0\.\d+ · average 0\.\d+/ })
    .waitFor();
  await page.locator(".train-small", { hasText: "Learning rate" }).waitFor();
  await plot.focus();
  await page.keyboard.press("Home");
  const first = await stepNow(page);
  await page.keyboard.press("ArrowRight");
  const second = await stepNow(page);
  const box = await plot.boundingBox();
  if (box === null) throw new Error("The chart has no place.");
  const at = (part: number): [number, number] => [box.x + 56 + (box.width - 68) * part, box.y + 80];
  await page.mouse.move(...at(0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.5), { steps: 4 });
  await page.mouse.up();
  await page.getByText("steps 10 to 20", { exact: true }).waitFor();
  await page.mouse.move(0, 0);
  await plot.focus();
  await page.keyboard.press("Home");
  const firstOfPart = await stepNow(page);
  await page.keyboard.press("0");
  await page.getByRole("button", { name: "Show all steps" }).waitFor({ state: "detached" });
  await page.keyboard.press("+");
  await page.getByRole("button", { name: "Show all steps" }).click();
  await page.getByLabel("log scale").check();

  expect({ first, second, firstOfPart }).toEqual({ first: 1, second: 2, firstOfPart: 10 });
  expect(await page.locator(".train-plot").first().locator("polyline.train-average").count()).toBe(1);
  expect(errors).toEqual([]);
});

test("other runs are laid over it, with what they differ in, also after a reload", async () => {
  const home = await newFolder();
  await rehearsed(home, [
    { output_name: "slow", learning_rate: 1e-4 },
    { output_name: "fast", learning_rate: 5e-4, max_train_steps: 60 },
  ]);
  const { page, errors } = await openTraining(home);

  await page.getByText("Compare with other runs").click();
  await page.getByRole("checkbox", { name: /^slow/ }).check();
  const legend = page.getByRole("list", { name: "Runs" }).getByRole("listitem");
  await legend.filter({ hasText: "slow" }).waitFor();
  const told = await legend.allTextContents();
  const lines = await page.locator(".train-plot").first().locator("polyline").count();
  await page.reload();
  await legend.filter({ hasText: "slow" }).waitFor();
  const address = page.url();
  await page.getByRole("button", { name: "Compare no more" }).click();
  await legend.first().waitFor({ state: "detached" });

  expect(told).toEqual([
    expect.stringMatching(/^\s*fast run 2.*0\.0005.*60/s),
    expect.stringMatching(/^\s*slow run 1.*0\.0001.*40/s),
  ]);
  expect(lines).toBe(2);
  expect(address).toContain("compare=1");
  expect(page.url()).not.toContain("compare");
  expect(errors).toEqual([]);
});

test("while it runs the card is told as nvidia-smi tells it; TensorBoard without a trainer says what is missing", async () => {
  const [home, programs] = [await newFolder(), await newFolder()];
  const program = join(programs, "nvidia-smi");
  await writeFile(
    program,
    '#!/bin/sh\ncase "$*" in *utilization*) echo "NVIDIA GeForce RTX 3060, 8123, 12288, 63, 97";; *) echo "NVIDIA GeForce RTX 3060, 4165, 12288";; esac\n',
  );
  await chmod(program, 0o755);
  await rehearsed(home, [{}]);
  const { page, errors } = await openTraining(home, {
    ...standIn({ secondsPerStep: 0.5 }),
    PATH: `${programs}${delimiter}${process.env.PATH}`,
  });

  const cards = page.getByRole("list", { name: "Graphics card" });
  const before = await cards.count();
  await page.getByRole("button", { name: "Rehearse again" }).click();
  await cards.waitFor();
  const card = await cards.textContent();
  await page.getByRole("button", { name: "TensorBoard" }).click();
  const said = await page.locator(".train-board [role=alert]").textContent();
  await page.getByRole("button", { name: "Stop now" }).click();
  await page.getByRole("button", { name: "Stop it" }).click();
  await cards.waitFor({ state: "detached" });

  expect(before).toBe(0);
  expect(card).toBe("NVIDIA GeForce RTX 30607.9 of 12.0 GiB · 97 % busy · 63 °C");
  expect(said).toContain("no trainer was found");
  expect(errors).toEqual([]);
});
