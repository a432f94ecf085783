import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { browserTabs } from "../support/browser.js";
import { atelier } from "../support/command.js";
import { machinesEnvironment, testMachines } from "../support/machines.js";
import { redisProgram, startRedis, type TestRedis } from "../support/redis-server.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();
const startMachine = testMachines();
const openTab = browserTabs();
let redis: TestRedis;

if (redisProgram === null) test.skip("the machines' page: no redis-server was found", () => {});
else {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test("a machine comes, rests, goes on and ends by orders of page and command, and the page follows by itself", async () => {
    const home = await newFolder();
    const { page, errors } = await openTab(await startStudio(home, machinesEnvironment(redis.url)));
    await page.getByRole("button", { name: "0 more machines" }).click();
    const dialog = page.getByRole("dialog", { name: "Machines" });
    await dialog.getByText("No machine has joined yet.").waitFor();
    await dialog.getByText("No other machine reaches that address").waitFor();
    await dialog.getByText("Let a machine join").click();
    await dialog.getByText('npm start -- worker --engine "redis://HOST:').waitFor();
    expect(await dialog.textContent()).not.toContain(machinesEnvironment(redis.url).ATELIER_WORKER_TOKEN);

    const machine = await startMachine(await newFolder(), redis.url, { words: ["--name", "attic"] });
    const row = dialog.locator('[data-machine="attic"]');
    await row.getByText("waits for work").waitFor();
    await dialog.getByText("attic came.").waitFor();

    await row.getByRole("button", { name: "Rest: attic" }).click();
    await row.getByText("rests").waitFor();
    const resumed = await atelier(home, ["machines", "resume", "attic"]);
    expect(resumed.stdout).toContain("attic was told to work again.");
    await row.getByText("waits for work").waitFor();
    // Behind the dialog, where a hand does not reach it.
    await page.getByLabel("Language").selectOption("ja", { force: true });
    await page.locator("dialog.machines").getByText("attic に再開を指示しました。").waitFor();

    await page.getByRole("button", { name: "済んだら終了：attic" }).click();
    await row.waitFor({ state: "detached" });
    await page.locator("dialog.machines").getByText("attic が終了しました。").waitFor();
    const known = JSON.parse((await atelier(home, ["machines", "list", "--json"])).stdout);
    expect(known.machines).toEqual([]);
    expect(machine.child.signalCode).toBeNull();
    expect(errors).toEqual([]);
  });
}
