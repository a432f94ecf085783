import { expect, test } from "@jest/globals";
import { fileProblems } from "../../../../sidecar/sweep/plan/look/file-problems.js";
import { promptProblems } from "../../../../sidecar/sweep/plan/look/prompt-problems.js";
import { settingProblems, valueProblems } from "../../../../sidecar/sweep/plan/look/setting-problems.js";
import { planAxes } from "../../../../sidecar/sweep/plan/plan-axes.js";
import { problemOf } from "../../../../sidecar/sweep/plan/problem.js";
import type { SweepSettings } from "../../../../sidecar/sweep/plan/resolved-sweep.js";
import { sweepPlanProblemsEn } from "../../../../sidecar/words/sweep-plan-problems-en.js";
import { sweepPlanProblemsJa } from "../../../../sidecar/words/sweep-plan-problems-ja.js";
import { drawingFacts } from "../../../support/drawing-facts.js";
import { sweepCandidate, sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

function codes(given: Partial<SweepSettings>): string[] {
  const settings = sweepSettings(given);
  const facts = sweepFacts(settings);
  const planned = planAxes(settings, facts);
  const problems = [
    ...valueProblems(planned),
    ...settingProblems(settings, facts, planned),
    ...promptProblems(settings, facts, drawingFacts()),
  ];
  return problems.map(({ code, severity }) => `${severity} ${code}`);
}

test("an ordinary sweep has no problems", () => {
  expect(codes({})).toEqual([]);
});

test.each<[string, Partial<SweepSettings>, string[]]>([
  [
    "values that cannot be read",
    { strengths: "half", axes: [{ axis: "cfg", values: "" }] },
    ["error notANumber", "error noValues"],
  ],
  ["an axis that is not there", { axes: [{ axis: "odd", values: "1" }] }, ["error unknownAxis"]],
  ["sides that are cut", { width: 500 }, ["error sizeStep"]],
  ["no strength", { strengths: "0" }, ["error noStrength"]],
  ["all skipped", { seeds: "SKIP: 1, SKIP: 2" }, ["error nothingToDraw"]],
  ["too many cells", { seeds: "1-1000", axes: [{ axis: "cfg", values: "1-10 [1000]" }] }, ["error tooManyCells"]],
  [
    "seeds that rise along strengths",
    { varySeeds: ["strength", "cfg"] },
    ["error varySeedsCompared", "error varySeedsUnknown"],
  ],
  ["a needle that no prompt holds", { axes: [{ axis: "replace", values: "sky, sea" }] }, ["error needleMissing"]],
  [
    "a needle that one prompt holds",
    { prompts: ["okara", "okara sky"], axes: [{ axis: "replace", values: "sky, sea" }] },
    ["warning needleMissingSome"],
  ],
  ["denoising alone", { axes: [{ axis: "denoising", values: "0.5, 0.6" }] }, ["warning denoisingWithoutHires"]],
  ["one seed", { seeds: "7" }, ["warning fewSeeds"]],
  ["no trigger word", { trigger: null }, ["warning noTrigger"]],
  ["a trigger that no prompt has", { prompts: ["1girl"] }, ["warning triggerMissing"]],
  ["traits in the prompt", { prompts: ["okara, blue_eyes, long hair"] }, ["warning promptNamesTraits"]],
  ["another LoRA that is not there", { prompts: ["okara <lora:detail:1> <lora:odd:1>"] }, ["warning otherLora"]],
])("%s", (_, given, expected) => {
  expect(codes(given)).toEqual(expected);
});

test("LoRA and base checkpoint of different families are refused by name, unknown ones are not", () => {
  const settings = sweepSettings({ loras: ["/a.safetensors", "/b.safetensors", "/c.safetensors", "/d.safetensors"] });
  const candidates = [
    sweepCandidate("/a.safetensors", { family: "sd15", label: "step 1" }),
    sweepCandidate("/b.safetensors", { family: "sdxl", rehearsal: true, hash: "b" }),
    sweepCandidate("/c.safetensors", { family: null }),
    sweepCandidate("/d.safetensors", { family: "sdxl", hash: "b" }),
  ];
  const facts = sweepFacts(settings, {
    candidates,
    contents: { "/a.safetensors": "1", "/b.safetensors": "2", "/c.safetensors": "1" },
  });
  const bases = [
    { name: "noob [1]", family: "sdxl" },
    { name: "odd", family: null },
  ];
  const found = fileProblems({ facts, bases, unknownNames: [] }, { rehearsal: false });
  expect(found.map(({ code }) => code)).toEqual([
    "wrongFamily",
    "familyNotKnown",
    "rehearsalLora",
    "sameContent",
    "sameWeights",
  ]);
  expect(found[1]).toMatchObject({ severity: "warning", values: { checkpoint: "odd" } });
  expect(found[0]).toMatchObject({
    severity: "error",
    message: expect.stringMatching(/step 1 .*Stable Diffusion 1.5.*noob .*SDXL/),
  });
});

test("every problem has sentences in both languages", () => {
  const values = {
    axis: "CFG",
    piece: "x",
    minimum: 0,
    maximum: 9,
    bytes: 5e6,
    free: 1,
    seconds: 5000,
    choices: "",
    path: "/x",
  };
  for (const code of Object.keys(sweepPlanProblemsEn)) {
    const known = Object.keys(sweepPlanProblemsEn).find((one): one is keyof typeof sweepPlanProblemsEn => one === code);
    if (known === undefined) continue;
    for (const words of [
      problemOf(known, values),
      { message: sweepPlanProblemsJa[known].message(values), remedy: sweepPlanProblemsJa[known].remedy(values) },
    ]) {
      expect(`${words.message}${words.remedy}`).not.toMatch(/undefined \(|NaN/);
      expect(words.message.length).toBeGreaterThan(3);
      expect(words.remedy.length).toBeGreaterThan(3);
    }
  }
});
