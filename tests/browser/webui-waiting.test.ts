import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { createReport } from "../support/set-up-parts.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { preparedStacks, webuis } from "../support/webui-stacks.js";

const newFolder = temporaryFolders();
const startWebui = webuis();
const openTab = browserTabs();

/** What the real set-up tells a program that started it, line by line. */
function toldBySetUp(tell: (report: ReturnType<typeof createReport>) => void): string[] {
  const lines: string[] = [];
  tell(
    createReport({
      forProgram: true,
      language: "en",
      toPeople: () => {},
      toProgram: (text) => void lines.push(text.trim()),
    }),
  );
  return lines;
}

/** A program that is asked as Node is: its set-up fails, and once the file `mended` is there, it is the real Node. */
async function failingNode(folder: string): Promise<{ node: string; mended: string }> {
  const [node, mended, told] = ["node", "mended", "told"].map((name) => join(folder, name));
  if (!node || !mended || !told) throw new Error("three names");
  const lines = toldBySetUp((report) =>
    report.failed({ code: "diskFull", values: { path: "/x", needed: "520", free: "9" } }),
  );
  await writeFile(told, `${lines.join("\n")}\n`);
  await writeFile(
    node,
    `#!/bin/sh
[ -e "${mended}" ] || case "$1" in *start.mjs) echo "npm error code ENOSPC" >&2; cat "${told}"; exit 1;; esac
exec "${process.execPath}" "$@"
`,
  );
  await chmod(node, 0o755);
  return { node, mended };
}

(process.platform === "win32" ? test.skip : test)(
  "a set-up that fails tells in the tab why and what to do, in the reader's language, and goes on when it is mended",
  async () => {
    const { node, mended } = await failingNode(await newFolder());
    const port = await startWebui(preparedStacks.at(-1) ?? "", await newFolder(), [], { LORA_ATELIER_NODE: node });
    const { page } = await openTab(`http://127.0.0.1:${port}/lora-atelier/?lang=ja`);
    await page.getByText("ディスクの空きが足りません（準備に 520 MB 必要ですが、空きは 9 MB です）").waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, "waiting-ja.png") });
    // Its two streams are read side by side: the last line of one may come after the other's.
    await page.locator("pre").getByText("npm error code ENOSPC").waitFor();
    const webui = await page.request.get(`http://127.0.0.1:${port}/`);
    await page.goto(`http://127.0.0.1:${port}/lora-atelier/?lang=en`);
    await page.getByText("The disk is full: 520 MB are needed for the set-up, 9 MB are free").waitFor();
    if (process.env.SCREENSHOTS) await page.screenshot({ path: join(process.env.SCREENSHOTS, "waiting-en.png") });

    await writeFile(mended, "");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("button", { name: "Open a folder" }).first().waitFor();

    expect(webui.status()).toBe(200);
  },
);
