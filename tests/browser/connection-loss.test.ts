import { expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { browserTabs } from "../support/browser.js";
import { prefixProxies } from "../support/prefix-proxy.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const startProxy = prefixProxies();
const openTab = browserTabs();

/** Lets the page's own waits pass at once until it says why it is not connected. */
async function saysWhy(page: Page): Promise<string> {
  const said = page.getByRole("alert");
  while (!(await said.isVisible())) await page.clock.runFor(2000);
  return String(await said.textContent());
}

test("the page says why it is not connected, and the line goes when it is", async () => {
  const address = new URL(await startStudio(await newFolder()));
  // A proxy that names the studio's own address instead of the visitor's: the page comes, its socket does not.
  const port = await startProxy("", Number(address.port), { keepsHost: false });
  const { page } = await openTab("about:blank");
  await page.clock.install();
  await page.goto(`http://localhost:${port}/${address.search}`);
  const told = [await saysWhy(page)];

  for (const [answer, words] of [
    [null, "does not answer"],
    [503, "studio behind it does not"],
    [400, "no WebSocket"],
  ] as const) {
    await page.route("**/files/upload", (route) =>
      answer === null ? route.abort() : route.fulfill({ status: answer }),
    );
    const said = page.getByRole("alert").getByText(words, { exact: false });
    while (!(await said.isVisible())) await page.clock.runFor(2000);
    told.push(String(await said.textContent()));
    await page.unroute("**/files/upload");
  }
  // The same page by its own address.
  const own = await page.context().newPage();
  await own.goto(`http://localhost:${address.port}/`);
  await own.getByText("studio ok").waitFor();

  expect(told[0]).toContain("proxy_set_header Host");
  expect(new Set(told).size).toBe(4);
  expect(await own.getByRole("alert").count()).toBe(0);
});
