import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { beyond, pageTraces } from "../support/page-traces.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { preparedStacks, webuis } from "../support/webui-stacks.js";
import { showTab, tabButton } from "../support/webui-tab.js";

const newFolder = temporaryFolders();
const startWebui = webuis(afterAll);
const openTab = browserTabs();

// gradio 3, and gradio 4.
const stacks = [...new Set([preparedStacks[0], preparedStacks.at(-1)])].filter((name) => name !== undefined);
const stack = stacks.at(-1) ?? "";
const ports = new Map<string, number>();
let home = "";

/** A program that is asked as Node is, and does as `body` says when it should be the studio. */
async function brokenNode(body: string): Promise<Record<string, string>> {
  const node = join(await newFolder(), "node");
  await writeFile(node, `#!/bin/sh\ncase "$1" in --version) echo v22.14.0; exit 0;; esac\n${body}\n`);
  await chmod(node, 0o755);
  return { LORA_ATELIER_NODE: node };
}

const broken: Record<string, string> = {
  "that ends at once": 'echo "no such module" >&2; exit 1',
  "that hangs": "exec sleep 600",
  "that answers rubbish": `printf '\\000rubbish\\n{"ready": 7}\\n'; exec sleep 600`,
  // Nothing listens on port 9.
  "that is not where it says": `echo '{"ready": {"port": 9, "token": "t"}}'; exec sleep 600`,
};

beforeAll(async () => {
  home = await newFolder();
  const sound = stacks.flatMap((one) => [
    startWebui(one, home).then((port) => ports.set(one, port)),
    startWebui(one, home, ["--disabled"]).then((port) => ports.set(`${one}, disabled`, port)),
  ]);
  const others = process.platform === "win32" ? [] : Object.entries(broken);
  const unsound = others.map(async ([what, body]) =>
    ports.set(what, await startWebui(stack, await newFolder(), [], await brokenNode(body))),
  );
  await Promise.all([...sound, ...unsound]);
});

/** The test's own time limit ends it. */
async function until<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  while ((await ask()) !== wanted) await wait(100);
}

const addressOf = (name: string): string => `http://127.0.0.1:${ports.get(name)}/`;

/** The WebUI's own work; gives what it shows then. */
async function draw(page: Page, prompt: string): Promise<string> {
  await tabButton(page, "txt2img").click();
  await page.locator("#txt2img_prompt textarea").fill(prompt);
  await page.getByRole("button", { name: "Generate" }).click();
  const drawn = page.locator("#txt2img_drawn textarea");
  await page.waitForFunction(`document.querySelector("#txt2img_drawn textarea").value !== ""`);
  return drawn.inputValue();
}

test.each(stacks)(
  "%s: with the extension, its page shown and used, the WebUI's page is what it is without",
  async (name) => {
    const without = await openTab(addressOf(`${name}, disabled`));
    await draw(without.page, "okara");
    const before = await pageTraces(without.page);
    const { page, errors } = await openTab(addressOf(name));
    const studio = await showTab(page);
    await studio.getByRole("button", { name: "Open a folder" }).first().waitFor();
    await tabButton(page, "txt2img").click();
    // Sends to our tab, by the only script that is ours.
    await page.locator("#lora_atelier_send_txt2img").click();
    await page.locator('iframe[title="LoRA Atelier"]').waitFor({ state: "visible" });
    const drawn = await draw(page, "okara");
    const more = beyond(await pageTraces(page), before);

    expect(drawn).toBe("drawn: okara");
    expect(more.globals).toEqual([]);
    expect(more.replaced).toEqual([]);
    expect(more.rules).toEqual([]);
    expect(more.ids.filter((id) => !id.includes("lora_atelier"))).toEqual([]);
    expect(more.ids).toContain("lora_atelier_send_txt2img");
    expect(errors).toEqual(without.errors);
  },
);

const told: Record<string, RegExp> = {
  "that ends at once": /The studio ended 3 times in three minutes/,
  "that hangs": /The studio is being prepared/,
  "that answers rubbish": /The studio could not be started/,
  "that is not where it says": /The studio has started, but does not answer/,
};

(process.platform === "win32" ? test.skip : test).each(Object.keys(broken))(
  "a studio %s: our tab says so, and the rest of the WebUI works",
  async (what) => {
    const { page } = await openTab(addressOf(what));
    const studio = await showTab(page);
    await studio
      .getByText(told[what] ?? "")
      .first()
      .waitFor();
    if (process.env.SCREENSHOTS) {
      const name = what.replaceAll(" ", "-");
      await mkdir(process.env.SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(process.env.SCREENSHOTS, `broken-${name}.png`) });
    }

    expect(await draw(page, "okara")).toBe("drawn: okara");
  },
);

test("switched off and reloaded, nothing of ours is left in the page, and the studio has ended", async () => {
  const own = await newFolder();
  const port = await startWebui(stack, own);
  const { page } = await openTab(`http://127.0.0.1:${port}/`);
  await (await showTab(page)).getByRole("button", { name: "Open a folder" }).first().waitFor();
  await page.request.post(`http://127.0.0.1:${port}/stand-in/disable`);
  await until(async () => (await page.request.get(`http://127.0.0.1:${port}/lora-atelier/`)).status(), 404);
  await page.goto(`http://127.0.0.1:${port}/`);
  const drawn = await draw(page, "okara");

  expect(drawn).toBe("drawn: okara");
  expect(await page.content()).not.toMatch(/lora[-_]atelier/i);
  // Where it was, as long as it ran.
  await until(() => readFile(join(own, "endpoint.json"), "utf8").catch(() => "gone"), "gone");
});
