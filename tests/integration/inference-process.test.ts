import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { constants, getPriority } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "@jest/globals";
import { execa } from "execa";
import { completeExecution } from "../../sidecar/host/inference/execution.js";
import { openModel } from "../../sidecar/tagging/model.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const program = fileURLToPath(new URL("../../sidecar/tagging/inference/inference-process.js", import.meta.url));
const models = fileURLToPath(new URL("../../../tests/fixtures/models", import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

async function opened(settings: unknown): Promise<{ child: ChildProcess; reply: unknown }> {
  const child = fork(program, {
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  running.push(child);
  child.send({ kind: "open", settings });
  const [reply]: unknown[] = await once(child, "message");
  return { child, reply };
}

async function tinySettings() {
  const model = await openModel(join(models, "tiny-wd"), models);
  return {
    file: join(model.folder, model.file),
    input: model.input,
    outputs: model.outputs,
    labels: model.labels.length,
    execution: completeExecution({ provider: "cpu" }),
  };
}

test("it computes behind other programs, and ends when nobody reads its answers", async () => {
  const settings = await tinySettings();

  const { child, reply } = await opened(settings);

  expect(reply).toMatchObject({ kind: "loaded", execution: { says: "{work} on {place}: {why}." } });
  expect(getPriority(child.pid)).toBeGreaterThanOrEqual(constants.priority.PRIORITY_BELOW_NORMAL);
  const exit = once(child, "exit");
  child.disconnect();
  expect(await exit).toEqual([0, null]);
});

// The system tells the threads of a process there.
const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("other threads are taken between two pictures, with the same numbers", async () => {
  const settings = await tinySettings();
  const folder = await newFolder();
  await drawPictures(folder, 1);
  const [picture = ""] = await readdir(folder);
  const { child } = await opened({ ...settings, execution: { ...settings.execution, threads: 6 } });
  const scored = async (): Promise<unknown> => {
    child.send({ kind: "tag", id: 1, path: join(folder, picture) });
    const [reply]: unknown[] = await once(child, "message");
    return reply;
  };
  const threads = (): number => readdirSync(`/proc/${child.pid}/task`).length;

  const [before, many] = [await scored(), threads()];
  child.send({ kind: "threads", threads: 2 });
  const [after, few] = [await scored(), threads()];

  expect(before).toMatchObject({ kind: "scores" });
  expect(after).toEqual(before);
  expect(many - few).toBe(4);
});

test("settings that nobody can read are answered, not died of", async () => {
  const { reply } = await opened("no settings");

  expect(reply).toMatchObject({ kind: "unusable", message: expect.stringContaining("undefined") });
});

test("one that was started ahead is used once, and ends by itself when its program does", async () => {
  const ahead = "../../sidecar/tagging/inference/process-ahead.js";
  const own = `
    const { startAhead, inferenceProcess } = await import(${JSON.stringify(new URL(ahead, import.meta.url).href)});
    startAhead();
    if (process.argv[1] === "used") {
      const [one, other] = [inferenceProcess(), inferenceProcess()];
      console.log(one.pid !== other.pid);
      process.exit();
    }`;
  const run = async (word: string): Promise<string> => {
    const { stdout } = await execa(process.execPath, ["--input-type=module", "--eval", own, word]);
    return stdout;
  };
  expect(await run("used")).toBe("true");
  // It would wait for ever for a process that keeps it from ending.
  expect(await run("unused")).toBe("");
});
