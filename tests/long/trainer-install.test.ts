import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { isAlive } from "../../sidecar/host/process-identity.js";
import { readProcesses } from "../../sidecar/training/installer/install-journal.js";
import { atelier } from "../support/command.js";
import { count, installPlaces, lastDocument as last } from "../support/install-places.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { TORCH_WHEEL, trainerArchive, trainerFiles } from "../support/trainer-repository.js";
import { until } from "../support/training.js";

const _newFolder = temporaryFolders();
const place = installPlaces();

/** Waits until torch's download hangs, and gives who waits for it. */
async function hanging({ folder, index, install }: Awaited<ReturnType<typeof place>>) {
  index.hangs.add(TORCH_WHEEL);
  await install("--yes", "--detach");
  await until(() => index.asked.includes(`/files/${TORCH_WHEEL}`));
  const processes = readProcesses(folder);
  if (!processes?.child) throw new Error("Nobody works.");
  return { installer: processes.installer, child: processes.child };
}

test("killed at once, installer and pip, it goes on: what was whole stays, what was half is made anew", async () => {
  const at = await place();
  const { installer, child } = await hanging(at);
  for (const { pid } of [installer, child]) process.kill(pid, "SIGKILL");
  await until(() => !isAlive(installer) && !isAlive(child));
  expect((await at.ask("install", "--status")).install).toMatchObject({ state: "interrupted" });
  // As pip leaves a package when it is killed while it copies.
  const site = (await readdir(join(at.folder, "venv", "lib"))).map((name) =>
    join(at.folder, "venv", "lib", name, "site-packages", "torch-2.6.0.dist-info"),
  );
  for (const half of site) {
    await mkdir(half);
    await writeFile(join(half, "METADATA"), "Metadata-Version: 2.1\nName: torch\nVersion: 2.6.0\n");
  }

  at.index.hangs.clear();
  const done = await at.install("--yes", "--json");
  expect(last(done.stdout)).toMatchObject({ state: "succeeded" });
  const log = await at.log();
  expect(count(log, "-m venv")).toBe(1);
  expect(count(log, "init --quiet")).toBe(1);
  expect(log).toContain("half-installed and removed: torch-2.6.0.dist-info");
  expect((await at.ask("trainers")).trainers[0]).toMatchObject({ usable: true });
}, 480_000);

test("the installer alone killed: its pip is ended before another begins", async () => {
  const at = await place();
  const { installer, child } = await hanging(at);
  process.kill(installer.pid, "SIGKILL");
  await until(() => !isAlive(installer));
  expect(isAlive(child)).toBe(true);
  at.index.hangs.clear();
  const done = await at.install("--yes", "--json");
  expect(last(done.stdout)).toMatchObject({ state: "succeeded" });
  expect(isAlive(child)).toBe(false);
}, 480_000);

test("cancelled, all of it ends and says so", async () => {
  const at = await place();
  const { installer, child } = await hanging(at);
  const busy = await at.install("--yes", "--json");
  expect(busy.stderr + busy.stdout).toContain("is at work");
  await at.ask("install", "--cancel");
  await until(() => !isAlive(installer));
  expect(isAlive(child)).toBe(false);
  const { install } = await at.ask("install", "--status");
  expect(install).toMatchObject({ state: "cancelled", failure: null });
  expect(install.steps).toContainEqual(expect.objectContaining({ step: "venv", state: "done" }));
  expect(install.steps).toContainEqual(expect.objectContaining({ step: "torch", state: "failed" }));
}, 480_000);

test("without git the archive is taken; a package that is missing is named, and when it is there it goes on", async () => {
  const at = await place();
  at.index.files.set("scripts.zip", await trainerArchive());
  const vision = "torchvision-0.21.0-py3-none-any.whl";
  const wheel = at.index.files.get(vision);
  at.index.files.delete(vision);
  const environment = { ...at.environment, ATELIER_SD_SCRIPTS_URL: `${at.index.address}/files/scripts.zip` };
  const words = ["train", "install", at.folder, "--torch", "cpu", "--yes", "--json"];
  const failed = await atelier(at.home, words, environment);
  expect(failed.code).toBe(1);
  expect(last(failed.stdout)).toMatchObject({
    state: "failed",
    failure: { cause: "noWheel", values: { package: "torchvision==0.21.0" } },
  });
  expect(await readFile(join(at.folder, "backend.py"), "utf8")).toBe(trainerFiles["backend.py"]);
  expect(existsSync(join(at.folder, ".git"))).toBe(false);

  if (wheel) at.index.files.set(vision, wheel);
  const done = await atelier(at.home, words, environment);
  expect(last(done.stdout)).toMatchObject({ state: "succeeded" });
  expect(at.index.asked.filter((path) => path.endsWith("scripts.zip"))).toHaveLength(1);
}, 480_000);

test("a revision that is not there, and a repository that is no trainer, are told", async () => {
  const at = await place();
  const revision = await atelier(
    at.home,
    ["train", "install", at.folder, "--torch", "cpu", "--revision", "v9.9", "--yes", "--json"],
    at.environment,
  );
  expect(last(revision.stdout)).toMatchObject({
    failure: { cause: "revisionMissing", values: { revision: "v9.9" } },
  });
  at.index.files.set("other.zip", await trainerArchive({ "train_network.py": "" }, ["requirements.txt"]));
  at.index.files.set("broken.zip", Buffer.from("no archive"));
  for (const [name, cause] of [
    ["broken.zip", "archiveBroken"],
    ["other.zip", "notTrainer"],
  ]) {
    const environment = { ...at.environment, ATELIER_SD_SCRIPTS_URL: `${at.index.address}/files/${name}` };
    const words = ["train", "install", join(at.home, String(name)), "--torch", "cpu", "--yes", "--json"];
    expect(last((await atelier(at.home, words, environment)).stdout)).toMatchObject({ failure: { cause } });
  }
}, 480_000);
