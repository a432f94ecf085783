import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { execa } from "execa";
import { readAnswers } from "../../sidecar/training/now/answers.js";
import { askingScript } from "../support/asking-script.js";
import { testPython } from "../support/fake-trainer.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const launcher = fileURLToPath(new URL("../../../sidecar/training/now/launch.py", import.meta.url));

interface Launch {
  script?: string;
  requests?: object;
  plain?: boolean;
  prepare?(folder: string): Promise<void>;
}

/** What a script does when the launcher, or Python alone, starts it. */
async function launch(words: string[], { script = askingScript, requests = {}, plain, prepare }: Launch = {}) {
  const folder = await realpath(await newFolder());
  const path = join(folder, "train_network.py");
  await writeFile(path, script);
  await prepare?.(folder);
  const own = ["--folder", folder, "--output_dir", folder, "--requests", JSON.stringify(requests)];
  const { stdout, stderr, exitCode } = await execa(
    await testPython(),
    [...(plain ? [] : [launcher]), path, ...own, "--output_name", "okara", ...words],
    { env: { ATELIER_RUN_FOLDER: folder, PYTHONUTF8: "1" }, reject: false },
  );
  const lines = stdout.split(/\r?\n/);
  const done = lines.filter((line) => /^(save|sample|remove) \d/.test(line));
  return { folder, done, lines, stderr, exitCode, answers: readAnswers(folder) };
}

const both = { save: { number: 1 }, sample: { number: 1 } };
// Any file will do for prompts that nobody reads.
const thisFile = fileURLToPath(import.meta.url);

test("a script is started as Python starts it, and without a request it does the same", async () => {
  const words = [
    "--save_every_n_steps",
    "4",
    "--save_last_n_steps",
    "4",
    "--sample_every_n_epochs",
    "2",
    "--ends",
    "3",
  ];
  words.push("--sample_prompts", thisFile);
  const [ours, plain] = [await launch(words), await launch(words, { plain: true })];
  const told = ({ lines, folder }: typeof ours) =>
    lines.find((line) => line.startsWith("told"))?.replaceAll(JSON.stringify(folder).slice(1, -1), "FOLDER");
  expect(told(ours)).toBe(told(plain));
  expect(told(ours)).toMatch(/"FOLDER", "FOLDER.{1,2}train_network\.py", \[true, true\]/);
  expect(ours.done).toEqual(["save 4", "save 8", "sample 8 True", "save 12", "remove 4"]);
  expect(ours.done).toEqual(plain.done);
  expect([ours.exitCode, plain.exitCode]).toEqual([3, 3]);
  expect(ours.answers.save).toEqual({ able: true, answers: [] });
});

test.each([
  { planned: ["--sample_every_n_epochs", "2"], done: ["sample 3 True", "save 3", "sample 8 True"] },
  { planned: ["--sample_every_n_steps", "5"], done: ["sample 3 True", "save 3", "sample 5 True", "sample 10 True"] },
  { planned: [], done: ["sample 3 True", "save 3"] },
])("a request is obeyed once, at the next step, and told: $planned", async ({ planned, done }) => {
  const found = await launch(["--sample_prompts", thisFile, ...planned], {
    requests: { 3: both },
  });
  expect(found.done).toEqual(done);
  expect(found.answers).toEqual({
    save: {
      able: true,
      answers: [{ number: 1, step: 3, file: join(found.folder, "okara-step00000003.safetensors"), state: null }],
    },
    sample: { able: true, answers: [{ number: 1, step: 3, finished: true }] },
  });
  expect(found.lines).toContain("LoRA Atelier: save at step 3, as it was asked.");
});

test("what is saved on request is not taken by save_last_n_steps, and takes nothing itself", async () => {
  const requests = { 4: { save: { number: 1 } }, 7: { save: { number: 2 } } };
  const { done } = await launch(["--save_every_n_steps", "2", "--save_last_n_steps", "2"], { requests });
  const usual = (await launch(["--save_every_n_steps", "2", "--save_last_n_steps", "2"])).done;
  expect(usual.filter((line) => line.startsWith("remove"))).toEqual(["remove 2", "remove 4", "remove 6", "remove 8"]);
  expect(done.filter((line) => line.startsWith("remove"))).toEqual(["remove 2", "remove 6", "remove 8"]);
  expect(done.filter((line) => line.startsWith("save"))).toEqual([2, 4, 6, 7, 8, 10, 12].map((step) => `save ${step}`));
});

test("nothing that is there is written over: the request waits for a step whose names are free", async () => {
  const { done, answers } = await launch(["--save_every_n_steps", "10", "--save_state"], {
    requests: { 3: { save: { number: 1 } } },
    async prepare(folder) {
      await writeFile(join(folder, "okara-step00000003.safetensors"), "the user's");
      await mkdir(join(folder, "okara-step00000004-state"));
    },
  });
  expect(done).toEqual(["save 5", "save 10"]);
  expect(answers.save.answers).toMatchObject([{ step: 5, state: expect.stringMatching(/okara-step00000005-state$/) }]);
});

test.each([
  { what: "the loop asks otherwise", script: askingScript.replaceAll("step % args.save_every_n_steps == 0", "False") },
  { what: "an argument has another name", script: askingScript.replaceAll("sample_every_n_epochs", "sample_epochs") },
])("a trainer of another version runs as it is, and that is said: $what", async ({ script }) => {
  const other = script.replaceAll("number % args.save_every_n_steps", "0");
  const { done, answers, lines, exitCode, stderr } = await launch([], { script: other, requests: { 3: both } });
  expect({ done, exitCode, stderr }).toEqual({ done: [], exitCode: 0, stderr: "" });
  expect([answers.save.able, answers.sample.able]).toEqual([false, false]);
  expect(lines).toContain("LoRA Atelier: this trainer cannot save or sample when it is asked to; it runs as it is.");
});

test("a request that cannot be read, or no prompts to sample: the training goes on as planned", async () => {
  const broken = await launch(["--save_every_n_steps", "6"], {
    requests: {},
    prepare: (folder) => writeFile(join(folder, "asked.json"), "{"),
  });
  expect({ done: broken.done, exitCode: broken.exitCode }).toEqual({ done: ["save 6", "save 12"], exitCode: 0 });
  const without = await launch(["--sample_every_n_steps", "20"], { requests: { 3: both } });
  expect(without.done).toEqual(["save 3"]);
  expect(without.answers.sample).toEqual({ able: false, answers: [] });
});

test("an error of the script is its own: the last lines are the same, and so is the end", async () => {
  const script = askingScript.replace(
    "    requests = json",
    '    raise ValueError("no such model")\n    requests = json',
  );
  const [ours, plain] = [await launch([], { script }), await launch([], { script, plain: true })];
  const ends = [ours, plain].map(({ stderr, exitCode }) => [stderr.split("\n").at(-1), exitCode]);
  expect(ends).toEqual([ends[1], ["ValueError: no such model", 1]]);
  expect(await readFile(join(ours.folder, "answered.json"), "utf8")).not.toContain("step");
});
