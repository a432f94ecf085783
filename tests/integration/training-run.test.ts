import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import { readProcesses } from "../../sidecar/training/keeper/run-files.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import {
  changedAt,
  lastLine,
  livesOf,
  type RunLine,
  runLines,
  runningCommands,
  shortTraining,
  standIn,
  stepsOf,
  trainingRooms,
  until,
} from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();
const startCommand = runningCommands();

const rehearse = (config: string, ...words: string[]): string[] => ["train", config, "--rehearsal", "--json", ...words];
const ended = (room: ReturnType<typeof openRoom>, id: number) =>
  until(async () => {
    const run = await room["training/run"]({ id });
    return run.state === "queued" || run.state === "running" ? null : run;
  });
const names = (paths: readonly string[]): string[] => paths.map((path) => basename(path));

test("from a configuration to files that are proven, a line for each change; the same names are refused, or others found", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config, out } = await shortTraining(work);
  const { code, stdout } = await atelier(home, rehearse(config), standIn());
  const lines = runLines(stdout);
  const { state, files, cause } = lastLine(stdout);

  expect({ code, state, cause }).toEqual({ code: 0, state: "succeeded", cause: null });
  expect(names(files)).toEqual([
    "okara-step00000002.safetensors",
    "okara-step00000004.safetensors",
    "okara-step00000006.safetensors",
    "okara.safetensors",
  ]);
  expect(await stepsOf(files)).toEqual([2, 4, 6, 6]);
  for (const line of lines.slice(0, -1)) expect(line).toMatchObject({ run: 1, state: "running", total: 6 });

  const before = await changedAt(files);
  const refused = await atelier(home, rehearse(config), standIn());
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain("okara-step00000002.safetensors");
  const renamed = await atelier(home, rehearse(config, "--rename"), standIn());
  expect(renamed.code).toBe(0);
  expect(names(lastLine(renamed.stdout).files).at(-1)).toBe("okara-2.safetensors");
  expect(await changedAt(files)).toEqual(before);
  expect(await readdir(out)).toHaveLength(8);
});

test("tried beforehand, nothing is started and nothing written", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config, pictures, out } = await shortTraining(work);
  const good = await atelier(home, rehearse(config, "--dry-run"));
  expect(good.code).toBe(0);
  expect(JSON.parse(good.stdout)).toMatchObject({ ready: true, steps: 6, overwritten: [] });
  await rm(pictures, { recursive: true });
  const room = openRoom(home);
  const { plan } = await room["planning/import"]({ path: config });
  expect((await room["training/preflight"]({ plan, rehearsal: true })).ready).toBe(false);
  await expect(room["training/start"]({ plan, rehearsal: true })).rejects.toThrow();
  expect(await room["training/runs"]({})).toEqual({ runs: [], paused: false });
  expect(existsSync(out)).toBe(false);
});

test.each([
  { misbehave: "oom", cause: "cudaOutOfMemory", saved: 0 },
  { misbehave: "exitZeroNothing", cause: "finalFileMissing", saved: 0 },
  { misbehave: "exitZeroTruncated", cause: "finalFileTruncated", saved: 3 },
  { misbehave: "wrongSteps", cause: "wrongSteps", saved: 1 },
  { misbehave: "diskFull", cause: "diskFull", saved: 0 },
  { misbehave: "corruptImage", cause: "corruptImage", saved: 1 },
  { misbehave: "killed", cause: "memory", saved: 1 },
])("a run that fails is told with its cause: $misbehave", async ({ misbehave, cause, saved }) => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work);
  const room = openRoom(home);
  Object.assign(process.env, standIn({ misbehave }));
  const { plan } = await room["planning/import"]({ path: config });
  const { runId: id } = await room["training/start"]({ plan, rehearsal: true });
  const { state, verdict, files } = await ended(room, id);
  expect({ state, cause: verdict?.cause, saved: files.length }).toEqual({ state: "failed", cause, saved });
  for (const sentence of [verdict?.message, verdict?.remedy]) expect(sentence).toMatch(/\w{3}/);
  expect(livesOf(home, id)).toEqual({ keeper: false, trainer: false });
});

/** The files of a run that went on from a state are whole and its own, with the steps that the trainer says of them. */
async function expectGoneOn(paths: readonly string[], { steps = 40, from = 0, left = 0 }): Promise<void> {
  expect(await stepsOf(paths)).toEqual([
    ...Array.from({ length: (steps - from) / 2 }, (_, index) => from - left + 2 * (index + 1)),
    steps - left,
  ]);
  expect(basename(paths.at(-1) ?? "")).toBe(left === 0 ? "okara.safetensors" : `okara-from${from}.safetensors`);
}

test("interrupted, the run is ended too; resumed, its numbers go on and no file is written over", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const steps = 40;
  const { config } = await shortTraining(work, { save_state: true, max_train_steps: steps }, 30);
  const { child, line, ended: end } = startCommand(home, rehearse(config), standIn({ secondsPerStep: 0.25 }));
  await line(({ files }) => files.length >= 2);
  child.kill("SIGINT");
  expect(await end).toBe(130);
  const shown = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  expect(shown.state).toBe("stopped");
  expect(livesOf(home, 1)).toEqual({ keeper: false, trainer: false });
  const files: string[] = shown.files.map(({ path }: { path: string }) => path);
  const { step: from } = shown.resumable;

  const before = await changedAt(files);
  const { code, stdout } = await atelier(home, ["train", "resume", "1", "--json"], standIn());
  const last = lastLine(stdout);
  expect({ code, state: last.state, cause: last.cause }).toEqual({ code: 0, state: "succeeded", cause: null });
  await expectGoneOn(last.files, { steps, from });
  expect(await changedAt(files)).toEqual(before);
  for (const { step, total } of runLines(stdout).slice(0, -1)) {
    expect(total).toBe(steps);
    expect(step).toBeGreaterThanOrEqual(from);
  }
});

test("stopped in a later epoch, of which the trainer counts anew, no file is written over", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const [steps, perEpoch] = [40, 4];
  const { config } = await shortTraining(work, { save_state: true, max_train_steps: steps }, 2);
  const room = openRoom(home);
  Object.assign(process.env, standIn({ secondsPerStep: 0.1 }));
  const { plan } = await room["planning/import"]({ path: config });
  const { runId: id } = await room["training/start"]({ plan, rehearsal: true });
  await until(async () => (await room["training/run"]({ id })).files.length >= 3);
  await room["training/stop"]({ id });
  const stopped = await ended(room, id);
  expect(stopped.state).toBe("stopped");
  const paths = stopped.files.map(({ path }) => path);
  const from = stopped.resumable?.step ?? 0;
  expect(from).toBeGreaterThanOrEqual(perEpoch);

  const before = await changedAt(paths);
  Object.assign(process.env, standIn());
  const { runId } = await room["training/resume"]({ id });
  const { state, files, progress, parent } = await ended(room, runId);
  expect({ state, parent, step: progress.step }).toEqual({ state: "succeeded", parent: id, step: steps });
  await expectGoneOn(
    files.map(({ path }) => path),
    { steps, from, left: Math.floor(from / perEpoch) * perEpoch },
  );
  expect(await changedAt(paths)).toEqual(before);
  await expect(room["training/resume"]({ id: runId })).rejects.toThrow("no saved state");
});

test("left alone by its command, a run is asked to end after its next file, and does though nobody watches", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work, { save_state: true, max_train_steps: 400 });
  const started = await atelier(home, rehearse(config, "--detach"), standIn({ secondsPerStep: 0.3 }));
  expect(started.stdout).toBe('{"run":1}');
  await until(() => livesOf(home, 1).trainer);
  expect((await atelier(home, ["train", "stop", "1", "--after-save", "--json"])).code).toBe(0);
  await until(() => !livesOf(home, 1).keeper);
  const shown = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  const { state, files, resumable } = shown;
  expect(state).toBe("stopped");
  expect(files.length).toBeGreaterThan(0);
  // The state of the last file was waited for.
  expect(resumable.step).toBe(files.at(-1).step);
  expect(livesOf(home, 1)).toEqual({ keeper: false, trainer: false });
});

test("the queue keeps its order, waits while it is paused, and lets a waiting run go", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config, out } = await shortTraining(work, { save_every_n_steps: 100 });
  const room = openRoom(home);
  Object.assign(process.env, standIn());
  const { plan } = await room["planning/import"]({ path: config });
  const start = async (name: string): Promise<number> => {
    const named = { ...plan, name, arguments: { ...plan.arguments, output_name: name } };
    return (await room["training/start"]({ plan: named, rehearsal: true })).runId;
  };

  await room["training/queue"]({ paused: true });
  const [first, second, third] = [await start("one"), await start("two"), await start("three")];
  expect(await room["training/queue"]({})).toMatchObject({ waiting: [first, second, third], paused: true });
  expect((await room["training/queue"]({ order: [third, first] })).waiting).toEqual([third, first, second]);
  // Its name is promised to a run that waits.
  await expect(start("two")).rejects.toThrow("two");
  expect(await room["training/stop"]({ id: second })).toEqual({ state: "stopped" });
  expect((await room["training/queue"]({ paused: false })).paused).toBe(false);
  const [one, three] = [await ended(room, first), await ended(room, third)];
  expect([one.state, three.state]).toEqual(["succeeded", "succeeded"]);
  expect(String(three.started) < String(one.started)).toBe(true);
  expect(await room["training/run"]({ id: second })).toMatchObject({ state: "stopped", started: null, files: [] });

  const { runId: again } = await room["training/retry"]({ id: second });
  const { runId: renamed } = await room["training/retry"]({ id: first });
  expect(await ended(room, again)).toMatchObject({ name: "two", state: "succeeded" });
  expect(await ended(room, renamed)).toMatchObject({ name: "one-2", state: "succeeded" });
  expect((await readdir(out)).sort()).toEqual([
    "one-2.safetensors",
    "one.safetensors",
    "three.safetensors",
    "two.safetensors",
  ]);
});

test("the sidecar killed: the run goes on, the next command tells the truth, and nothing is left behind", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work, { max_train_steps: 12 });
  const { child, line, ended } = startCommand(home, rehearse(config), standIn({ secondsPerStep: 0.3 }));
  await line(({ files }) => files.length === 1);
  child.kill("SIGKILL");
  await ended;
  // Held for as long as is looked, however slow the machine is.
  const trainer = readProcesses(join(home, "runs", "1"))?.trainer.pid ?? 0;
  process.kill(trainer, "SIGSTOP");
  expect(livesOf(home, 1)).toEqual({ keeper: true, trainer: true });
  const shown = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  const listed = (await atelier(home, ["train", "list"])).stdout;
  process.kill(trainer, "SIGCONT");
  const { step } = shown.progress;
  expect(shown).toMatchObject({ state: "running", progress: { phase: "training", total: 12 } });
  expect(step).toBeGreaterThanOrEqual(2);
  expect(shown.files.length).toBeGreaterThanOrEqual(1);
  expect(listed).toBe(`1  okara (rehearsal)  running  ${step} of 12`);

  await until(() => !livesOf(home, 1).keeper);
  const end: RunLine = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  expect(end).toMatchObject({ state: "succeeded", verdict: { exitCode: 0, signal: null } });
  expect(end.files).toHaveLength(7);
  expect(livesOf(home, 1)).toEqual({ keeper: false, trainer: false });
});

test.each([
  { killed: "keeper" as const, state: "succeeded" },
  { killed: "trainer" as const, state: "failed" },
])("the $killed killed: the verdict is $state", async ({ killed, state }) => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work, { max_train_steps: 12 });
  const room = openRoom(home);
  Object.assign(process.env, standIn({ secondsPerStep: 0.3 }));
  const { plan } = await room["planning/import"]({ path: config });
  const { runId: id } = await room["training/start"]({ plan, rehearsal: true });
  await until(async () => (await room["training/run"]({ id })).files.length >= 1);
  process.kill(readProcesses(join(home, "runs", String(id)))?.[killed].pid ?? 0, "SIGKILL");
  const run = await ended(room, id);
  expect({ state: run.state, code: run.verdict?.exitCode }).toEqual({ state, code: null });
  expect(livesOf(home, id)).toEqual({ keeper: false, trainer: false });
});
