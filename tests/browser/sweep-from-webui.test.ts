import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { writeLora } from "../support/lora-file.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const openTab = browserTabs();

// As the button in the WebUI writes them, in Python.
const written = (settings: object): string =>
  Buffer.from(JSON.stringify(settings), "utf8").toString("base64").replaceAll("+", "-").replaceAll("/", "_");

test("a picture sent from the WebUI opens the form with its settings; the address keeps nothing of it", async () => {
  const lora = await writeLora(join(await newFolder(), "okara.safetensors"));
  const address = await startStudio(await newFolder());
  const { page, errors } = await openTab(address);
  await page.getByRole("button", { name: "Open a folder" }).first().waitFor();
  const sent = { loras: [lora], prompts: ['少女, "okara" & co'], seeds: "41, 42", steps: 33, width: 640, cfg: 900 };

  const hash = new URLSearchParams({ room: "sweep", from: written(sent) });
  await page.goto(`${new URL("./", page.url())}#${hash}`);
  await page.getByText("少女", { exact: false }).first().waitFor();

  expect(await page.getByLabel("Prompt 1").first().inputValue()).toBe(sent.prompts[0]);
  expect(new URL(page.url()).hash).not.toContain("from=");
  const shown = await Promise.all((await page.locator("input, textarea").all()).map((one) => one.inputValue()));
  expect(shown).toEqual(expect.arrayContaining(["41, 42", "33", "640"]));
  // What no WebUI would take is left as it was proposed.
  expect(shown).not.toContain("900");
  expect(errors).toEqual([]);
});
