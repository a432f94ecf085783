import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import PQueue from "p-queue";
import { readSafetensorsHeader } from "../../sidecar/host/safetensors.js";
import { knownOptions } from "../../sidecar/rehearsal/trainer/command/known-options.js";
import { parseArguments } from "../../sidecar/rehearsal/trainer/command/parse-arguments.js";
import { misbehaviours, readStandInOptions } from "../../sidecar/rehearsal/trainer/stand-in-options.js";
import {
  type Ended,
  layOutTrainerHome,
  messages,
  movedArguments,
  readRecorded,
  recordings,
  runStandIn,
  startStandIn,
} from "../support/stand-in-trainer.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { writeSafetensors } from "../support/tiny-safetensors.js";

const temporaryFolder = temporaryFolders();
let home = "";

beforeAll(async () => {
  home = await temporaryFolder();
  await layOutTrainerHome(home);
});

/** Files under a folder, by their path in it; the real one's logs for TensorBoard are not made. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const withoutTimes = (name: string): string => name.replace(/_\d{14}/, "");

/** train_ok's arguments with another output folder; later ones win. */
async function usual(output: string, ...more: string[]): Promise<string[]> {
  const { argv } = await readRecorded("train_ok");
  return [...movedArguments(argv, home), "--output_dir", join(home, "out", output), ...more];
}

const introduction = /^LoRA Atelier's stand-in trainer: .*\n/;

describe("the stand-in says what the real trainer said", () => {
  const pictures = { fail_corrupt_image: "corruptImage", fail_truncated_image: "truncatedImage" } as const;
  // The first leaves the state that the last resumes from.
  const names = [
    "state_save",
    "train_ok",
    "train_ok_epochs",
    "train_ok_samples",
    "train_ok_dataset_config",
    "train_ok_columns300_unbuffered",
    "train_ok_console_log_simple",
    "ok_adafactor_constant",
    "warn_half_captions",
    "warn_missing_captions",
    "warn_tiny_images_noupscale",
    "fail_adafactor_sched_norelstep",
    "fail_adafactor_sched_with_adamw",
    "fail_adafactor_warmup",
    "fail_bad_optimizer",
    "fail_corrupt_image",
    "fail_truncated_image",
    "fail_empty_dataset",
    "fail_folder_bad_prefix",
    "fail_traindir_is_leaf",
    "fail_traindir_missing",
    "fail_minbucket_gt_reso",
    "fail_model_missing",
    "fail_model_not_a_model",
    "state_resume",
  ];

  const play = async (name: string): Promise<Ended> => {
    const { argv, env } = await readRecorded(name);
    const misbehave = Object.entries(pictures).find(([one]) => one === name)?.[1];
    return runStandIn(movedArguments(argv, home), {
      options: misbehave ? { misbehave } : {},
      env: env.includes("COLUMNS=300") ? { COLUMNS: "300" } : {},
    });
  };

  // Two at a time: most of a run's time is Node's start.
  const queue = new PQueue({ concurrency: 2 });
  const runs = new Map<string, Promise<Ended>>();
  beforeAll(() => {
    for (const name of names)
      runs.set(
        name,
        queue.add(() => play(name)),
      );
  });

  test.each(names)("%s", async (name) => {
    const { returncode, files } = await readRecorded(name);
    const run = await (runs.get(name) ?? play(name));
    const recorded = (stream: string) => readFile(join(recordings, `${name}.${stream}.bin`));
    expect(run.stderr.toString()).toMatch(introduction);
    expect(messages(run.stderr, home).slice(1)).toEqual(messages(await recorded("stderr")));
    expect(messages(run.stdout, home)).toEqual(messages(await recorded("stdout")));
    expect(run.exitCode).toBe(returncode);
    const isEvents = (file: string): boolean => file.startsWith("log");
    const wanted = files.map(([file]) => withoutTimes(file));
    const written = (await filesIn(join(home, "out", name))).map(withoutTimes);
    const others = (some: string[]): string[] => some.filter((file) => !isEvents(file)).sort();
    expect(others(written)).toEqual(others(wanted));
    // Their names have the machine's in them.
    expect(written.filter(isEvents)).toHaveLength(wanted.filter(isEvents).length);
  });

  test("the bytes of its usage text", async () => {
    const { argv, returncode } = await readRecorded("fail_bad_argument");
    const run = await runStandIn(movedArguments(argv, home));
    const wanted = await readFile(join(recordings, "fail_bad_argument.stderr.bin"), "utf8");
    expect([run.exitCode, run.stderr.toString().replace(introduction, "")]).toEqual([returncode, wanted]);
  });
});

describe("files", () => {
  test("are whole and say their step, their pictures and that nothing was learnt", async () => {
    await runStandIn(await usual("whole"));
    const folder = join(home, "out/whole");
    for (const [file, step] of [
      ["okara-step00000004.safetensors", "4"],
      ["okara.safetensors", "6"],
    ] as const) {
      const { bytes, promised, metadata, tensors } = await readSafetensorsHeader(join(folder, file));
      expect(bytes).toBe(promised);
      expect(metadata.get("ss_steps")).toBe(step);
      expect(tensors.get("lora_te_text_model_encoder_layers_0_mlp_fc1.lora_down.weight")?.shape).toEqual([16, 768]);
    }
    const { metadata } = await readSafetensorsHeader(join(folder, "okara.safetensors"));
    const recorded = await readFile(join(recordings, "train_ok.safetensors-meta.txt"), "utf8");
    const lines = [...recorded.matchAll(/^ {3}(\S+) = '(.*)'$/gm)].map(
      ([, key = "", value = ""]) => [key, value] as const,
    );
    expect([...metadata.keys()].sort()).toEqual(lines.map(([key]) => key).sort());
    const own = /_at$|hash|session_id|date|comment/;
    const expected = lines.filter(([key]) => !own.test(key));
    expect([...metadata].filter(([key]) => !own.test(key)).sort()).toEqual(expected.sort());
    expect(metadata.get("ss_training_comment")).toMatch(/nothing was learnt/);
  });

  test("are announced before they are written, and written in place", async () => {
    const run = startStandIn(await usual("partial"), { options: { secondsPerSave: 600 } });
    await run.said("stdout", /saving checkpoint: /);
    const path = join(home, "out/partial/okara-step00000002.safetensors");
    let header = await readSafetensorsHeader(path).catch(() => null);
    while (!header) header = await readSafetensorsHeader(path).catch(() => null);
    run.kill("SIGKILL");
    await run.ended;
    expect(header.bytes).toBeLessThan(header.promised);
  });
});

describe("arguments", () => {
  test("a TOML file's sections are flattened, unknown keys taken, and the command line wins", async () => {
    const file = join(home, "config.toml");
    const output = join(home, "out/toml");
    await writeFile(
      file,
      `[paths]\npretrained_model_name_or_path = '${join(home, "models/random-sd15.safetensors")}'\ntrain_data_dir = '${join(home, "data/good/img")}'\noutput_dir = '${output}'\n[run]\nepoch = 3\nnetwork_module = "networks.lora"\nresolution = "64,64"\nmax_train_steps = 9\nnetwork_alpha = 2\nlearning_rate = 1e-5\n`,
    );
    const run = await runStandIn(["train_network.py", "--config_file", file, "--max_train_steps", "3"]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr.toString()).toContain("image too large, but cropping and bucketing are disabled");
    const cached = await runStandIn(["--config_file", file, "--max_train_steps=3", "--cache_latents"]);
    expect(cached.exitCode).toBe(0);
    const { metadata } = await readSafetensorsHeader(join(output, "last.safetensors"));
    const said = ["ss_max_train_steps", "ss_steps", "ss_network_alpha", "ss_learning_rate", "ss_lr_scheduler"];
    expect(said.map((key) => metadata.get(key))).toEqual(["3", "3", "2", "1e-05", "constant"]);
  });

  test.each([
    [["--network_dim", "x"], "argument --network_dim: invalid int value: 'x'"],
    [
      ["--mixed_precision", "half"],
      "argument --mixed_precision: invalid choice: 'half' (choose from 'no', 'fp16', 'bf16')",
    ],
    [["--save_every", "2"], "ambiguous option: --save_every could match --save_every_n_epochs, --save_every_n_steps"],
    [["--seed"], "argument --seed: expected one argument"],
  ])("%j is refused", (words, message) => {
    expect(() => parseArguments(words, knownOptions("train_network.py"))).toThrow(message);
  });

  test("an option of the stand-in that it does not have is named", () => {
    expect(() => readStandInOptions('{"misbehave":"sulk"}')).toThrow(misbehaviours.join(", "));
    expect(() => readStandInOptions('{"pace":1}')).toThrow("ATELIER_STAND_IN_TRAINER: it has no pace 1.");
  });

  test("a script of another family is played, and a checkpoint of the wrong one refused", async () => {
    const words = await usual("sdxl", "--output_name", "xl");
    const wrong = await runStandIn(["sdxl_train_network.py", ...words]);
    expect([wrong.exitCode, wrong.stderr.toString()]).toEqual([
      1,
      expect.stringContaining("Error(s) in loading state_dict for SdxlUNet2DConditionModel"),
    ]);
    const model = join(home, "models/xl.safetensors");
    await writeSafetensors(model, { "conditioner.embedders.1.model.x": { shape: [1] } });
    const right = await runStandIn(["sdxl_train_network.py", ...words, "--pretrained_model_name_or_path", model]);
    expect(right.exitCode).toBe(0);
    const { metadata } = await readSafetensorsHeader(join(home, "out/sdxl/xl.safetensors"));
    expect(metadata.get("ss_base_model_version")).toBe("sdxl_base_v1-0");
  });
});

describe("misbehaviours", () => {
  test.each([
    ["oom", 1, "torch.OutOfMemoryError: CUDA out of memory."],
    ["missingPackage", 1, "ImportError: No bitsandbytes / bitsandbytesがインストールされていないようです"],
    ["wrongFamily", 1, "RuntimeError: Error(s) in loading state_dict for UNet2DConditionModel:"],
    ["nanLatents", 1, "RuntimeError: NaN detected in latents: "],
    ["readOnly", 1, "OSError: [Errno 30] Read-only file system: "],
    ["diskFull", 1, "No space left on device"],
    ["exitZeroNothing", 0, "model saved."],
  ])("%s", async (misbehave, exitCode, text) => {
    const run = await runStandIn(await usual(misbehave), { options: { misbehave } });
    expect([run.exitCode, run.stderr.toString()]).toEqual([exitCode, expect.stringContaining(text)]);
    const files = await filesIn(join(home, "out", misbehave));
    expect(files).toEqual(misbehave === "diskFull" ? ["okara-step00000002.safetensors"] : []);
  });

  const lastOf = (output: string) => readSafetensorsHeader(join(home, "out", output, "okara.safetensors"));

  test("exitZeroTruncated leaves a last file that is cut", async () => {
    const run = await runStandIn(await usual("cut"), { options: { misbehave: "exitZeroTruncated" } });
    const { bytes, promised } = await lastOf("cut");
    expect([run.exitCode, bytes < promised]).toEqual([0, true]);
  });

  test("wrongSteps ends early as if all were well", async () => {
    const run = await runStandIn(await usual("early"), { options: { misbehave: "wrongSteps" } });
    expect([run.exitCode, (await lastOf("early")).metadata.get("ss_steps")]).toEqual([0, "3"]);
  });

  test.each([
    [["--optimizer_type", "Adafactor"], { misbehave: "nan", atStep: 3 }],
    [
      [
        "--optimizer_type",
        "AdamW",
        "--lr_scheduler",
        "constant",
        "--optimizer_args",
        "weight_decay=0.1",
        "--learning_rate",
        "1",
      ],
      {},
    ],
  ])("a loss that is no number goes on to the end: %j", async (more, options) => {
    const run = await runStandIn(await usual("nan", ...more), { options });
    expect([run.exitCode, run.stderr.toString()]).toEqual([0, expect.stringMatching(/6\/6 \[[^\]]*avr_loss=nan\]/)]);
  });

  test("killed is seen as SIGKILL", async () => {
    const run = await runStandIn(await usual("killed"), { options: { misbehave: "killed" } });
    expect([run.signal, await filesIn(join(home, "out/killed"))]).toEqual([
      "SIGKILL",
      ["okara-step00000002.safetensors"],
    ]);
  });
});

describe("signals", () => {
  /** Starts a long run and sends signals when it is at step 2. */
  async function interrupted(output: string, signals: NodeJS.Signals[], options: object) {
    const words = await usual(output, "--max_train_steps", "100000", "--save_every_n_steps", "50000");
    const run = startStandIn(words, { options });
    await run.said("stderr", /steps:.* 2\/100000 /);
    for (const signal of signals) run.kill(signal);
    const { signal, stderr } = await run.ended;
    return { signal, stderr: stderr.toString() };
  }

  test("SIGINT: a KeyboardInterrupt, the bar after it, and nothing saved", async () => {
    const { signal, stderr } = await interrupted("sigint", ["SIGINT"], { secondsPerStep: 0.01 });
    expect(signal).toBe("SIGINT");
    expect(stderr).toMatch(/\nKeyboardInterrupt\n\rsteps: .*\]\s*$/);
    expect(await filesIn(join(home, "out/sigint"))).toEqual([]);
  });

  test("SIGTERM: dies without a word", async () => {
    const { signal, stderr } = await interrupted("sigterm", ["SIGTERM"], { secondsPerStep: 0.01 });
    expect([signal, /Traceback/.test(stderr)]).toEqual(["SIGTERM", false]);
  });

  test("while it hangs SIGINT does nothing; hangHard heeds SIGKILL only", async () => {
    const soft = await interrupted("hang", ["SIGINT", "SIGTERM"], { misbehave: "hang" });
    const hard = await interrupted("hangHard", ["SIGINT", "SIGTERM", "SIGKILL"], { misbehave: "hangHard" });
    expect([soft.signal, hard.signal]).toEqual(["SIGTERM", "SIGKILL"]);
  });
});

test("without PYTHONUNBUFFERED stdout comes in two blocks", async () => {
  const run = startStandIn(await usual("blocks"), {
    env: { PYTHONUNBUFFERED: "" },
    options: { secondsPerStep: 0.03 },
  });
  await run.said("stderr", / 2\/6 /);
  const first = Buffer.concat(run.blocks).toString();
  expect(first).toMatch(/total optimization steps [^\n]*\n$/);
  const { stdout } = await run.ended;
  expect(stdout.toString().slice(first.length)).toMatch(
    /^\nepoch 1\/1\n\n\nsaving checkpoint: .*okara\.safetensors\n$/s,
  );
});

test("a run resumed with --skip_until_initial_step goes on counting", async () => {
  await runStandIn(await usual("first", "--max_train_steps", "2", "--save_state"));
  const state = join(home, "out/first/okara-step00000002-state");
  const words = await usual("second", "--resume", state, "--skip_until_initial_step", "--max_train_steps", "5");
  const run = await runStandIn(words);
  expect(run.stderr.toString()).toMatch(/steps: 100%\|█+\| 3\/3 /);
  expect(await filesIn(join(home, "out/second"))).toEqual(["okara-step00000004.safetensors", "okara.safetensors"]);
  const { metadata } = await readSafetensorsHeader(join(home, "out/second/okara.safetensors"));
  expect(metadata.get("ss_steps")).toBe("5");
});

test("the loss falls with showings", async () => {
  const run = await runStandIn(await usual("falls", "--max_train_steps", "800", "--save_every_n_steps", "1000"));
  const losses = [...run.stderr.toString().matchAll(/avr_loss=([\d.]+)/g)].map(([, loss]) => Number(loss));
  expect(losses.at(-1)).toBeLessThan(0.8 * Math.max(...losses.slice(8, 40)));
});

describe("replays", () => {
  test.each([
    ["train_ok", 0, null],
    ["fail_corrupt_image", 1, null],
    ["sigterm_plain", null, "SIGTERM"],
  ])("%s, byte for byte", async (name, exitCode, signal) => {
    const output = join(home, "out", `replay ${name}`);
    await mkdir(output, { recursive: true });
    const options = { replay: join(recordings, name), replaySpeed: 1000 };
    const run = await runStandIn(["--output_dir", output], { options });
    expect(run.stdout).toEqual(await readFile(join(recordings, `${name}.stdout.bin`)));
    expect(run.stderr).toEqual(await readFile(join(recordings, `${name}.stderr.bin`)));
    expect([run.exitCode, run.signal]).toEqual([exitCode, signal]);
    const { files } = await readRecorded(name);
    expect(await filesIn(output)).toEqual(files.map(([file]) => file).sort());
    const first = await readSafetensorsHeader(join(output, "okara-step00000002.safetensors"));
    expect([first.bytes, first.metadata.get("ss_steps")]).toEqual([first.promised, "2"]);
  });
});
