import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "@jest/globals";
import { readAnswers } from "../../sidecar/training/now/answers.js";
import { isWholeState } from "../../sidecar/training/runs/saved-states.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { livesOf, shortTraining, standIn, stepsOf, trainingRooms, until } from "../support/training.js";

const newFolder = temporaryFolders();
const openRoom = trainingRooms();

type Room = ReturnType<typeof openRoom>;
type Run = Awaited<ReturnType<Room["training/run"]>>;

const pathsOf = ({ files }: Pick<Run, "files">): string[] => files.map(({ path }) => path);
const runThat = (room: Room, id: number, fits: (run: Run) => boolean): Promise<Run> =>
  until(async () => {
    const run = await room["training/run"]({ id });
    return fits(run) ? run : null;
  });
const hasEnded = ({ state }: Run): boolean => state !== "queued" && state !== "running";

/** Starts a rehearsal. */
async function rehearse(
  home: string,
  given: Record<string, string | number | boolean>,
  options: object = { secondsPerStep: 0.1 },
): Promise<{ room: Room; id: number }> {
  const work = await newFolder();
  const prompts = join(work, "prompts.txt");
  await writeFile(prompts, "okara, smile --w 64 --h 64 --d 1 --s 2\n");
  const { config } = await shortTraining(work, { sample_prompts: prompts, ...given }, 30);
  const room = openRoom(home);
  Object.assign(process.env, standIn(options));
  const { plan } = await room["planning/import"]({ path: config });
  const { runId: id } = await room["training/start"]({ plan, rehearsal: true });
  await runThat(room, id, ({ state }) => state === "running");
  return { room, id };
}

test("a run saves at its next step when it is asked, with its state; the file is proven, and the plan's files come as planned", async () => {
  const home = await newFolder();
  const given = { max_train_steps: 40, save_every_n_steps: 20, save_state: true };
  const { room, id } = await rehearse(home, given, { startSeconds: 3, secondsPerStep: 0.1 });
  expect((await room["training/run"]({ id })).now?.save).toMatchObject({ state: "ready", step: 20, why: null });
  const asked = await room["training/save"]({ id });
  expect(asked.state).toBe("asked");
  // Asked again before it is done, it is the same request.
  expect(await room["training/save"]({ id })).toEqual(asked);

  const run = await runThat(room, id, hasEnded);
  const [answer, ...more] = readAnswers(run.runFolder).save.answers;
  expect(more).toEqual([]);
  expect({ state: run.state, cause: run.verdict?.cause, now: run.now }).toEqual({
    state: "succeeded",
    cause: null,
    now: null,
  });
  expect(run.files.map(({ name }) => name)).toEqual([
    "okara-step00000001.safetensors",
    "okara-step00000020.safetensors",
    "okara-step00000040.safetensors",
    "okara.safetensors",
  ]);
  expect(await stepsOf(pathsOf(run))).toEqual([1, 20, 40, 40]);
  expect(run.expected).toBe(4);
  expect(answer).toMatchObject({
    step: 1,
    file: pathsOf(run)[0],
    state: join(run.outputFolder, "okara-step00000001-state"),
  });
  expect(await isWholeState(answer?.state ?? "")).toBe(true);
});

test("saved on request, a file outlives save_last_n_steps, and takes none of the others with it", async () => {
  const home = await newFolder();
  const { room, id } = await rehearse(home, { max_train_steps: 100, save_every_n_steps: 2, save_last_n_steps: 4 });
  await room["training/save"]({ id });
  const { now } = await runThat(room, id, (run) => run.now?.save.state === "done");
  const step = now?.save.step ?? 0;
  await room["training/save"]({ id });
  const second = (await runThat(room, id, (run) => run.now?.save.state === "done")).now?.save.step ?? 0;
  expect(second).toBeGreaterThan(step);
  const run = await runThat(room, id, hasEnded);
  expect(run.state).toBe("succeeded");
  const there = pathsOf(run).filter((path) => existsSync(path));
  const planned = [96, 98, 100, 100];
  expect(await stepsOf(there)).toEqual([...new Set([step, second])].concat(planned));
});

test("samples are drawn at the next step, also where they are planned by epochs; without prompts it is refused", async () => {
  const home = await newFolder();
  const { room, id } = await rehearse(home, { max_train_steps: 600, sample_every_n_epochs: 1 });
  expect((await room["training/sample"]({ id })).why).toBeNull();
  const { now } = await runThat(room, id, (run) => run.now?.sample.state === "done");
  const { step, files } = now?.sample ?? { step: null, files: [] };
  expect(step).toBeGreaterThanOrEqual(1);
  expect(files.map((path) => basename(path))).toEqual([
    expect.stringMatching(new RegExp(`^okara_${String(step).padStart(6, "0")}_00_\\d{14}_1\\.png$`)),
  ]);
  await room["training/stop"]({ id });
  await runThat(room, id, hasEnded);

  const other = await newFolder();
  const { room: without, id: second } = await rehearse(other, { max_train_steps: 600, sample_prompts: "" });
  await expect(without["training/sample"]({ id: second })).rejects.toThrow("without prompts");
  expect((await without["training/run"]({ id: second })).now?.sample.why).toBe("noPrompts");
  await without["training/stop"]({ id: second });
  await runThat(without, second, hasEnded);
});

test("asked to save and stop, a run ends with what it has learnt, though nobody watches, and goes on from there", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const given = { save_state: true, max_train_steps: 1000, save_every_n_steps: 900 };
  const { config } = await shortTraining(work, given, 60);
  const environment = standIn({ secondsPerStep: 0.3 });
  await atelier(home, ["train", config, "--rehearsal", "--detach"], environment);
  await until(() => livesOf(home, 1).trainer);
  expect((await atelier(home, ["train", "stop", "1", "--save", "--json"])).code).toBe(0);
  await until(() => !livesOf(home, 1).keeper);
  const shown = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  expect(shown.state).toBe("stopped");
  const [file] = shown.files;
  expect(shown.files).toHaveLength(1);
  expect(file.step).toBeLessThan(900);
  expect(await stepsOf([file.path])).toEqual([file.step]);
  expect(shown.resumable).toEqual({ state: file.path.replace(".safetensors", "-state"), step: file.step });
  const again = await atelier(home, ["train", "resume", "1", "--json"], standIn());
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout.split("\n").at(-1) ?? "").state).toBe("succeeded");
});

test("by the command line: waited for, refused when the run has ended, and known to who comes later", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const { config } = await shortTraining(work, { max_train_steps: 1000, save_every_n_steps: 900 }, 60);
  await atelier(home, ["train", config, "--rehearsal", "--detach"], standIn({ secondsPerStep: 0.3 }));
  await until(() => livesOf(home, 1).trainer);
  const saved = JSON.parse((await atelier(home, ["train", "save", "1", "--wait", "--json"])).stdout);
  expect(saved).toMatchObject({ state: "done", why: null });
  expect(await stepsOf(saved.files)).toEqual([saved.step]);
  const shown = JSON.parse((await atelier(home, ["train", "show", "1", "--json"])).stdout);
  expect(shown.now.save).toMatchObject({ state: "done", step: saved.step });
  await atelier(home, ["train", "stop", "1"]);
  await until(() => !livesOf(home, 1).keeper);
  const late = await atelier(home, ["train", "save", "1", "--json"]);
  expect({ code: late.code, error: JSON.parse(late.stdout).error.code }).toEqual({ code: 2, error: "badArguments" });
});

test("a trainer that does not answer is not waited for: the next planned save is named", async () => {
  const home = await newFolder();
  const { room, id } = await rehearse(home, { max_train_steps: 600, save_every_n_steps: 500 });
  await runThat(room, id, ({ progress }) => progress.step >= 1);
  const answered = join(home, "runs", String(id), "answered.json");
  expect(JSON.parse(await readFile(answered, "utf8")).save.able).toBe(true);
  await writeFile(
    answered,
    JSON.stringify({ save: { able: false, answers: [] }, sample: { able: null, answers: [] } }),
  );
  await runThat(room, id, ({ progress }) => progress.step >= 2);
  expect(await room["training/save"]({ id })).toMatchObject({
    state: "planned",
    step: 500,
    why: "trainer",
    asked: null,
  });
  // It has shown nothing after two steps.
  expect(await room["training/sample"]({ id })).toMatchObject({ state: "planned", step: null, why: "trainer" });
  expect(existsSync(join(home, "runs", String(id), "asked.json"))).toBe(false);
  await room["training/stop"]({ id });
  await runThat(room, id, hasEnded);
});
