import { expect, test } from "@jest/globals";
import { trainingWords } from "../../../sidecar/planning/command/command-line.js";
import type { Arguments, TrainingPlan } from "../../../sidecar/planning/plan.js";
import { cardFindings, freeMemory } from "../../../sidecar/training/cards/card-findings.js";
import { heldCards } from "../../../sidecar/training/cards/held-cards.js";
import { cardEnvironment, planOnCards } from "../../../sidecar/training/cards/launch-on-cards.js";

const plan: TrainingPlan = {
  name: "okara",
  family: "sdxl",
  length: { by: "steps", value: 100 },
  arguments: {},
  datasets: null,
  launch: {},
  samplePrompts: null,
  additional: [],
  origin: null,
};
const card = (index: number, name = "NVIDIA GeForce RTX 3090", free = 24_000) => ({ index, name, free, total: 24_576 });
const two = [card(0), card(1)];
const mixed = [card(0, "NVIDIA GeForce GTX 1060"), card(1)];
const commandOn = (launch: Arguments, gpus: number[] | null) =>
  trainingWords(
    planOnCards({ ...plan, launch }, gpus, false),
    { python: "python", accelerate: "accelerate", script: "sdxl_train_network.py" },
    { configFile: "c.toml" },
  ).join(" ");

test("one card is shown to plain Python; accelerate's own choice is left out", () => {
  expect(commandOn({ num_processes: 1, num_machines: 1, gpu_ids: "0" }, [1])).toBe(
    "python sdxl_train_network.py --config_file c.toml",
  );
  expect(cardEnvironment([1])).toEqual({ CUDA_DEVICE_ORDER: "PCI_BUS_ID", CUDA_VISIBLE_DEVICES: "1" });
  expect(cardEnvironment(undefined)).toEqual({});
});

test("several cards: accelerate with as many processes as the plan says, else one for each, at a port of their own", () => {
  const ending = "sdxl_train_network.py --config_file c.toml";
  expect(commandOn({ num_processes: 1 }, [2, 3])).toBe(
    `accelerate launch --gpu_ids all --main_process_port 29502 --multi_gpu --num_processes 2 ${ending}`,
  );
  expect(commandOn({ num_processes: 3, main_process_port: 0 }, [0, 1])).toBe(
    `accelerate launch --gpu_ids all --main_process_port 0 --multi_gpu --num_processes 3 ${ending}`,
  );
  const machines = { num_machines: 2, num_processes: 4, machine_rank: 1, main_process_ip: "10.0.0.1" };
  expect(commandOn({ ...machines, main_process_port: 29500 }, [0, 1])).toBe(
    `accelerate launch --gpu_ids all --main_process_port 29500 --multi_gpu --num_processes 4 --num_machines 2 --machine_rank 1 --main_process_ip 10.0.0.1 ${ending}`,
  );
  // Without a choice everything is as the plan has it.
  expect(commandOn({ gpu_ids: "0,1", num_processes: 2, multi_gpu: true }, null)).toBe(
    `accelerate launch --gpu_ids 0,1 --multi_gpu --num_processes 2 ${ending}`,
  );
  expect(planOnCards({ ...plan, launch: { num_processes: 2 } }, [0, 1], true).launch).toEqual({});
});

test("which cards a run takes from others", () => {
  const held = (gpus: number[] | null, launch: Arguments, cards = two, environment: NodeJS.ProcessEnv = {}) =>
    heldCards({ gpus, launch }, cards, environment);
  expect(held([1], {})).toEqual([1]);
  expect(held(null, {})).toEqual([0]);
  expect(held(null, {}, [])).toEqual([0]);
  expect(held(null, { num_processes: 2 })).toEqual([0, 1]);
  expect(held(null, { num_processes: 4, num_machines: 2 })).toEqual([0, 1]);
  expect(held(null, { multi_gpu: true })).toEqual([0, 1]);
  expect(held(null, { gpu_ids: "1" })).toEqual([1]);
  expect(held(null, { gpu_ids: "all" })).toEqual([0]);
  expect(held(null, {}, two, { CUDA_VISIBLE_DEVICES: "1" })).toEqual([1]);
  expect(held(null, {}, two, { CUDA_VISIBLE_DEVICES: "GPU-8932f937" })).toEqual([0, 1]);
  // CUDA's first card is the fastest one, which may be either.
  expect(held(null, {}, mixed)).toEqual([0, 1]);
  expect(held(null, {}, mixed, { CUDA_DEVICE_ORDER: "PCI_BUS_ID" })).toEqual([0]);
  expect(held([1], {}, mixed)).toEqual([1]);
});

test("cards that are not there, and numbers that do not match, are found", () => {
  const found = (gpus: number[] | null, launch: Arguments, cards = two) =>
    cardFindings(gpus, planOnCards({ ...plan, launch }, gpus, false).launch, cards).map(({ name, values }) => [
      name,
      values,
    ]);
  expect(found(null, {})).toEqual([]);
  expect(found([1], {})).toEqual([]);
  expect(found([0, 1], {})).toEqual([]);
  expect(found([0, 1], { num_processes: 4, num_machines: 2 })).toEqual([]);
  expect(found([0, 3], {})).toEqual([
    ["cardUnknown", { wanted: "3", cards: "0 (NVIDIA GeForce RTX 3090), 1 (NVIDIA GeForce RTX 3090)" }],
  ]);
  expect(found([0], {}, [])).toEqual([["noCards", { wanted: "0" }]]);
  expect(found([0, 1], { num_processes: 3 })).toEqual([["cardsAndProcesses", { cards: 2, processes: 3 }]]);
  expect(found([1], { num_processes: 2 })).toEqual([["cardsAndProcesses", { cards: 1, processes: 2 }]]);
});

test("free memory is that of the tightest named card", () => {
  const cards = [card(0, "A", 2048), card(1, "A", 10_240), card(2, "A", 20_480)];
  expect([freeMemory([0, 1], cards), freeMemory([2], cards), freeMemory(null, cards), freeMemory([0], [])]).toEqual([
    2,
    20,
    20,
    null,
  ]);
});
