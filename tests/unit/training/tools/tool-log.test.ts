import { describe, expect, it } from "@jest/globals";
import { readToolProgress } from "../../../../sidecar/training/tools/tool-log.js";
import { judgeTool, type ToolEnd } from "../../../../sidecar/training/tools/tool-verdict.js";
import { loraToolCausesEn } from "../../../../sidecar/words/lora-tools-causes-en.js";
import { loraToolCausesJa } from "../../../../sidecar/words/lora-tools-causes-ja.js";

// As sd-scripts 48d368fa wrote it at 120 columns.
const record = (text: string): string => `2026-11-25 16:51:27 INFO     ${text.padEnd(80)} resize_lora.py:334\n`;
const bar = (done: number): string => `\r  4%|▍         | ${done}/792 [00:14<10:53,  1.15it/s]`;

describe("how far a tool is", () => {
  it("nothing said yet", () => {
    expect(readToolProgress("")).toEqual({ phase: "starting", done: null, total: null, secondsLeft: null });
  });
  it("the last state of its bar", () => {
    const log = record("loading Model...") + record("Resizing Lora...") + bar(35) + bar(41);
    expect(readToolProgress(log)).toEqual({ phase: "working", done: 41, total: 792, secondsLeft: 653 });
  });
  it("a piece that begins within a bar", () => {
    expect(readToolProgress(` 41/792 [00:14<10:53,  1.15it/s]${bar(47)}`)).toMatchObject({
      phase: "working",
      done: 47,
    });
  });
  it("each LoRA is loaded and merged; at last the file is saved", () => {
    const merging = record("loading: /l/a.safetensors") + record("merging...");
    expect(readToolProgress(merging + record("loading: /l/b.safetensors")).phase).toBe("loading");
    expect(readToolProgress(merging + record("saving model to: /l/c.safetensors")).phase).toBe("saving");
  });
});

const whole = { whole: true, steps: null, bytes: 100 } as const;
const end = (given: Partial<ToolEnd>): ToolEnd => ({
  exitCode: 0,
  signal: null,
  error: null,
  stopped: false,
  stdoutTail: "",
  stderrTail: "",
  proof: whole,
  broken: null,
  layers: 0,
  ...given,
});
const traceback = (exception: string): string =>
  `Traceback (most recent call last):\n  File "/t/networks/x.py", line 1, in <module>\n    main()\n${exception}\n`;

describe("how a tool ended", () => {
  const missing = record("no module found for LoRA weight: lora_te_x.lora_down.weight");
  it.each<[string, Partial<ToolEnd>, string, string | null]>([
    ["well", {}, "succeeded", null],
    ["without its file", { proof: { whole: false, reason: "missing" } }, "failed", "resultMissing"],
    ["cut", { proof: { whole: false, reason: "truncated", bytes: 1, promised: 2 } }, "failed", "resultCut"],
    ["with NaN", { broken: "lora_a.alpha" }, "failed", "brokenWeights"],
    ["stopped", { stopped: true, exitCode: null, signal: "SIGTERM" }, "stopped", null],
    ["nobody knows", { exitCode: null }, "unknown", null],
    ["killed", { exitCode: null, signal: "SIGKILL" }, "failed", "memory"],
    ["never begun", { exitCode: null, error: "spawn python ENOENT" }, "failed", "notStarted"],
    ["not one layer was there", { layers: 2, stderrTail: missing + missing }, "failed", "nothingMerged"],
    ["some were not there", { layers: 2, stderrTail: missing }, "succeeded", "partlyMerged"],
    [
      "other dimensions",
      {
        exitCode: 1,
        stderrTail: traceback("AssertionError: weights shape mismatch merging v1 and v2, different dims?"),
      },
      "failed",
      "differentDims",
    ],
    [
      "a larger dimension",
      { exitCode: 1, stderrTail: traceback("RuntimeError: shape '[99, 8, 1, 1]' is invalid for input of size 64") },
      "failed",
      "dimTooLarge",
    ],
    [
      "a package",
      { exitCode: 1, stderrTail: traceback("ModuleNotFoundError: No module named 'safetensors'") },
      "failed",
      "missingPackage",
    ],
    [
      "another version",
      { exitCode: 2, stderrTail: "resize_lora.py: error: unrecognized arguments: --x=1\n" },
      "failed",
      "refusedArguments",
    ],
    ["an error of its own", { exitCode: 1, stderrTail: traceback("ValueError: odd") }, "failed", "unknown"],
  ])("%s", (_name, given, state, cause) => {
    expect(judgeTool(end(given))).toMatchObject({ state, cause });
  });
});

it("each cause has words in both languages", () => {
  expect(Object.keys(loraToolCausesJa)).toEqual(Object.keys(loraToolCausesEn));
  for (const words of [...Object.values(loraToolCausesEn), ...Object.values(loraToolCausesJa)]) {
    const told = [words.title, words.message({ name: "n", count: 2 }), words.remedy({ package: "a.b" })];
    for (const text of told) expect(text).not.toMatch(/undefined|^$/);
  }
});
