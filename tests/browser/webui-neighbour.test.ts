import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { beyond, pageTraces } from "../support/page-traces.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { preparedStacks, webuis } from "../support/webui-stacks.js";
import { showTab, tabButton } from "../support/webui-tab.js";

const newFolder = temporaryFolders();
const startWebui = webuis();
const openTab = browserTabs();

// gradio 3, and gradio 4.
const stacks = [...new Set([preparedStacks[0], preparedStacks.at(-1)])].filter((name) => name !== undefined);

/** The test's own time limit ends it. */
async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  while ((await ask()) !== wanted) await wait(100);
}

/** The WebUI's own work; gives what it shows then. */
async function draw(page: Page, prompt: string): Promise<string> {
  await tabButton(page, "txt2img").click();
  await page.locator("#txt2img_prompt textarea").fill(prompt);
  await page.getByRole("button", { name: "Generate" }).click();
  const drawn = page.locator("#txt2img_drawn textarea");
  await page.waitForFunction(
    `document.querySelector("#txt2img_drawn textarea").value.endsWith(${JSON.stringify(prompt)})`,
  );
  return drawn.inputValue();
}

test.each(stacks)(
  "%s: the WebUI's page with ours shown and used is what it is without; switched off, nothing is left and the studio ends",
  async (stack) => {
    const home = await newFolder();
    const address = `http://127.0.0.1:${await startWebui(stack, home)}/`;
    const { page, errors } = await openTab(address);
    await (await showTab(page)).getByRole("button", { name: "Open a folder" }).first().waitFor();
    await tabButton(page, "txt2img").click();
    // Sends to our tab, by the only script that is ours.
    await page.locator("#lora_atelier_send_txt2img").click();
    await page.locator('iframe[title="LoRA Atelier"]').waitFor({ state: "visible" });
    const drawn = await draw(page, "okara");
    const used = await pageTraces(page);
    const errorsWith = [...errors];

    await page.request.post(`${address}stand-in/disable`);
    await until(async () => {
      const answer = await page.request.get(`${address}lora-atelier/`).catch(() => null);
      return answer?.status();
    }, 404);
    const bare = await openTab(address);
    const drawnWithout = await draw(bare.page, "okara");
    const more = beyond(used, await pageTraces(bare.page));

    expect([drawn, drawnWithout]).toEqual(["drawn: okara", "drawn: okara"]);
    expect({ ...more, ids: more.ids.filter((id) => !id.includes("lora_atelier")) }).toEqual({
      globals: [],
      replaced: [],
      rules: [],
      ids: [],
    });
    expect(more.ids).toContain("lora_atelier_send_txt2img");
    // Where there is no network, gradio's own fonts are missing.
    expect([...new Set(errorsWith)].sort()).toEqual([...new Set(bare.errors)].sort());
    expect(await bare.page.content()).not.toMatch(/lora[-_]atelier/i);
    // Where it was, as long as it ran.
    await until(() => readFile(join(home, "endpoint.json"), "utf8").catch(() => "gone"), "gone");
  },
);

/** A program that is asked as Node is; as the studio it does what the file `mode` says. */
async function brokenNode(folder: string): Promise<{ node: string; be: (mode: string) => Promise<void> }> {
  const [node, mode] = [join(folder, "node"), join(folder, "mode")];
  const text = `#!/bin/sh
case "$1" in --version) echo v22.14.0; exit 0;; esac
case "$(cat "${mode}")" in
  hangs) while [ "$(cat "${mode}")" = hangs ]; do sleep 0.2; done;;
  ends) echo "no such module" >&2; exit 1;;
  rubbish) printf 'rubbish\\n{"ready": 7}\\n'; sleep 60;;
  away) echo '{"ready": {"port": 9, "token": "t"}}'; sleep 60;;
esac
`;
  await writeFile(node, text);
  await chmod(node, 0o755);
  return { node, be: (name) => writeFile(mode, name) };
}

const told = [
  ["hangs", "The studio is being prepared"],
  ["ends", "The studio ended 3 times in three minutes"],
  ["rubbish", "The studio could not be started: "],
  // Nothing listens on port 9.
  ["away", "The studio has started, but does not answer"],
] as const;

(process.platform === "win32" ? test.skip : test)(
  "a studio that hangs, ends at once, answers rubbish or is not where it says: our tab says so, and the rest of the WebUI works",
  async () => {
    const { node, be } = await brokenNode(await newFolder());
    await be("hangs");
    const stack = preparedStacks.at(-1) ?? "";
    const port = await startWebui(stack, await newFolder(), [], { LORA_ATELIER_NODE: node });
    const { page } = await openTab(`http://127.0.0.1:${port}/`);
    for (const [mode, text] of told) {
      await be(mode);
      const studio = await showTab(page);
      const again = studio.getByRole("button", { name: "Try again" });
      if (mode === "rubbish" || mode === "away") await again.click();
      await studio.getByText(text).waitFor();
      if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, `broken-${mode}.png`) });
      expect(await draw(page, mode)).toBe(`drawn: ${mode}`);
    }
  },
);
