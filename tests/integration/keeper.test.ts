import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { isAlive, type ProcessIdentity, processStart } from "../../sidecar/host/process-identity.js";
import { readEnd, readProcesses, runFiles } from "../../sidecar/training/keeper/run-files.js";
import { askToStop, lifeOf, startKeeper } from "../../sidecar/training/keeper/start-keeper.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const environment: Record<string, string> = { PATH: process.env.PATH ?? "" };
// Names its child, so that the test can see whether it is left behind, and stays until it is ended.
const withChild = `
  const child = require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  console.log(JSON.stringify({ child: child.pid }));
  setInterval(() => {}, 1000);
`;

const node = (script: string, folder: string) => ({
  program: process.execPath,
  arguments: ["-e", script],
  cwd: folder,
  environment,
});

/** Waits for what other processes do; the test's own limit ends it when it never comes. */
async function until<T>(ask: () => T | null | false | Promise<T | null | false>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== null && found !== false) return found;
    await sleep(50);
  }
}

const childOf = (folder: string): Promise<ProcessIdentity> =>
  until(async () => {
    const text = await readFile(runFiles(folder).stdout, "utf8").catch(() => "");
    if (!text.includes("\n")) return null;
    const pid = Number(JSON.parse(text).child);
    return { pid, started: processStart(pid) };
  });

test("both streams go to files, and the end is recorded with its exit code", async () => {
  const folder = await newFolder();
  await startKeeper(folder, node("console.log('おから'); console.error('bar'); process.exit(3)", folder));
  const end = await until(() => readEnd(folder));
  expect(end).toMatchObject({ exitCode: 3, signal: null, error: null, stopped: false });
  expect(await readFile(runFiles(folder).stdout, "utf8")).toBe("おから\n");
  expect(await readFile(runFiles(folder).stderr, "utf8")).toBe("bar\n");
  expect(lifeOf(folder)).toBe("ended");
});

test("a program that cannot be started is told", async () => {
  const folder = await newFolder();
  await startKeeper(folder, { ...node("", folder), program: join(folder, "no such python") });
  const end = await until(() => readEnd(folder));
  expect(end.exitCode).toBeNull();
  expect(end.error).toContain("no such python");
});

test("asked to stop, the trainer and what it started are gone", async () => {
  const folder = await newFolder();
  await startKeeper(folder, node(withChild, folder));
  const child = await childOf(folder);
  expect(isAlive(child)).toBe(true);
  await askToStop(folder);
  const end = await until(() => readEnd(folder));
  expect(end).toMatchObject({ exitCode: null, signal: "SIGTERM", stopped: true });
  expect(isAlive(child)).toBe(false);
});

test("the run goes on when who started it is killed", async () => {
  const folder = await newFolder();
  const starter = fileURLToPath(new URL("../../sidecar/training/keeper/start-keeper.js", import.meta.url));
  const command = JSON.stringify(node(withChild, folder));
  const script = `
    const { startKeeper } = await import(${JSON.stringify(starter)});
    await startKeeper(${JSON.stringify(folder)}, ${command});
    setInterval(() => {}, 1000);
  `;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" });
  const child = await childOf(folder);
  const gone = once(parent, "exit");
  parent.kill("SIGKILL");
  await gone;
  expect(lifeOf(folder)).toBe("running");
  expect(isAlive(child)).toBe(true);
  await askToStop(folder);
  await until(() => readEnd(folder));
});

test("without its keeper a run is known by its process, can be ended, and is never taken for another", async () => {
  const folder = await newFolder();
  await startKeeper(folder, node(withChild, folder));
  const child = await childOf(folder);
  const processes = await until(() => readProcesses(folder));
  process.kill(processes.keeper.pid, "SIGKILL");
  await until(() => lifeOf(folder) === "unkept");
  await askToStop(folder);
  await until(() => lifeOf(folder) === "vanished");
  expect(isAlive(child)).toBe(false);
  // A later process with the same number is another one.
  await writeFile(
    runFiles(folder).processes,
    JSON.stringify({ keeper: { pid: process.pid, started: "1" }, trainer: { pid: process.pid, started: "1" } }),
  );
  expect(lifeOf(folder)).toBe("vanished");
});
