import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { allArgumentWords } from "../../../sidecar/planning/command/argument-words.js";
import { needsAccelerate, trainingCommand, trainingWords } from "../../../sidecar/planning/command/command-line.js";
import { trainerArguments } from "../../../sidecar/planning/command/trainer-arguments.js";
import { familyNamed } from "../../../sidecar/planning/families.js";
import type { TrainingPlan } from "../../../sidecar/planning/plan.js";

const plan: TrainingPlan = {
  name: "okara",
  family: "sd15",
  length: { by: "kohyaEpochs", value: 3 },
  arguments: { mixed_precision: "fp16", train_data_dir: "/d/絵 x", network_args: ["conv_dim=4", "a b"] },
  datasets: null,
  launch: { num_processes: 1, num_machines: 1, mixed_precision: "no", dynamo_backend: "no" },
  samplePrompts: null,
  additional: ["--max_grad_norm", "0"],
  origin: null,
};
const program = { python: "/venv/bin/python", accelerate: "/venv/bin/accelerate", script: "/t/train_network.py" };
const file = { configFile: "/out/a b.toml" };

test("plain Python for one process, accelerate for several or when asked", () => {
  expect(trainingWords(plan, program, file)).toEqual([
    "/venv/bin/python",
    "/t/train_network.py",
    "--config_file",
    "/out/a b.toml",
    "--max_grad_norm",
    "0",
  ]);
  // The trainer's precision, not one that says otherwise for accelerate.
  expect(trainingWords(plan, program, file, true).slice(0, 11)).toEqual([
    "/venv/bin/accelerate",
    "launch",
    "--dynamo_backend",
    "no",
    "--mixed_precision",
    "fp16",
    "--num_processes",
    "1",
    "--num_machines",
    "1",
    "/t/train_network.py",
  ]);
  const several = [{ num_processes: 2 }, { multi_gpu: true }, { num_machines: 2 }, { gpu_ids: "1" }];
  expect(several.map(needsAccelerate)).toEqual([true, true, true, true]);
  expect(needsAccelerate({ dynamo_backend: "inductor" })).toBe(true);
  expect(needsAccelerate({ extra_accelerate_launch_args: ["--use_deepspeed"] })).toBe(true);
  expect([{}, plan.launch, { num_cpu_threads_per_process: 2 }].map(needsAccelerate)).toEqual([false, false, false]);
});

test("options of accelerate that the GUI does not know follow by name", () => {
  const launch = { zero_stage: 2, use_deepspeed: true, num_processes: 2, gpu_ids: "0,1", downcast_bf16: "" };
  expect(trainingWords({ ...plan, launch, arguments: {} }, program, file).slice(0, 10)).toEqual([
    "/venv/bin/accelerate",
    "launch",
    "--gpu_ids",
    "0,1",
    "--num_processes",
    "2",
    "--use_deepspeed",
    "--zero_stage",
    "2",
    "/t/train_network.py",
  ]);
});

test("every argument spelled out: flags bare, lists as several words, a dash joined", () => {
  const given = {
    b: true,
    a: false,
    lr: 1e-7,
    list: ["x=1", "y z"],
    empty: [],
    minus: -0.5,
    text: "-dash",
    n: 0,
    t: "",
  };
  expect(allArgumentWords(given)).toEqual([
    "--b",
    "--list",
    "x=1",
    "y z",
    "--lr",
    "1e-7",
    "--minus=-0.5",
    "--n",
    "0",
    "--t",
    "",
    "--text=-dash",
  ]);
  const words = trainingWords({ ...plan, additional: [] }, program, { spelledOut: plan.arguments });
  expect(words.slice(2)).toEqual([
    "--mixed_precision",
    "fp16",
    "--network_args",
    "conv_dim=4",
    "a b",
    "--train_data_dir",
    "/d/絵 x",
  ]);
});

test("the bash command runs as it stands", () => {
  const printer = { ...program, python: "printf", script: "%s\\n" };
  const line = trainingCommand("bash", plan, printer, {
    spelledOut: { ...plan.arguments, note: "$(id) 'q' \"d\" `x`" },
  });
  expect(execFileSync("bash", ["-c", line], { encoding: "utf8" }).split("\n")).toEqual([
    ..."--mixed_precision fp16 --network_args conv_dim=4".split(" "),
    "a b",
    "--note",
    "$(id) 'q' \"d\" `x`",
    "--train_data_dir",
    "/d/絵 x",
    "--max_grad_norm",
    "0",
    "",
  ]);
});

const failure = (job: () => unknown): { code: string; hint: string } => {
  try {
    job();
  } catch (thrown) {
    return thrown as { code: string; hint: string };
  }
  throw new Error("did not fail");
};

test("the length becomes steps or epochs", () => {
  const length = (change: Partial<TrainingPlan>, kohyaSteps: number | null = null) => {
    const { max_train_steps, max_train_epochs } = trainerArguments({ ...plan, ...change }, { kohyaSteps });
    return [max_train_steps, max_train_epochs];
  };
  expect(length({}, 24)).toEqual([24, undefined]);
  expect(length({}, 0)).toEqual([undefined, undefined]);
  expect(length({ length: { by: "steps", value: 9 } })).toEqual([9, undefined]);
  expect(length({ length: { by: "epochs", value: 9 } })).toEqual([undefined, 9]);
  expect(failure(() => length({}))).toMatchObject({ code: "badArguments" });
});

test("the family's own arguments, which the plan can override; files that were written", () => {
  const chroma: TrainingPlan = {
    ...plan,
    family: "chroma",
    arguments: { guidance_scale: 3.5 },
    samplePrompts: "okara",
  };
  expect(trainerArguments(chroma, { kohyaSteps: 5, samplePrompts: "/p.txt" })).toEqual({
    ...familyNamed("chroma").always,
    network_module: "networks.lora_flux",
    guidance_scale: 3.5,
    max_train_steps: 5,
    sample_prompts: "/p.txt",
  });
  const given = trainerArguments(plan, { kohyaSteps: 5, samplePrompts: "/p.txt" });
  expect(given).not.toHaveProperty("sample_prompts");
  expect(Object.keys(given)).toEqual([...Object.keys(given)].sort());
});

test("sets of a plan need their file, and folders are left out beside it", () => {
  const withSets = { ...plan, datasets: [{ options: {}, subsets: [] }] };
  expect(failure(() => trainerArguments(withSets, { kohyaSteps: 5 }))).toMatchObject({ code: "badArguments" });
  const given = trainerArguments(withSets, { kohyaSteps: 5, datasetConfig: "/d.toml" });
  expect(given.dataset_config).toBe("/d.toml");
  expect(given).not.toHaveProperty("train_data_dir");
});
