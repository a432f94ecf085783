import { describe, expect, it } from "@jest/globals";
import { familyNamed, familyNames } from "../../../sidecar/planning/families.js";
import { loraTypeArguments, loraTypeNamed, loraTypeOf, loraTypes } from "../../../sidecar/planning/lora-types.js";
import { parameterNamed, parametersOf } from "../../../sidecar/planning/parameters/table.js";
import { builtInPresets } from "../../../sidecar/planning/propose/built-in-presets.js";
import { chooseLength } from "../../../sidecar/planning/propose/propose.js";
import { recipe } from "../../../sidecar/planning/propose/recipe.js";
import { recommendedSteps, usualRepeats } from "../../../sidecar/planning/propose/recommended-steps.js";
import type { Situation } from "../../../sidecar/planning/propose/situation.js";
import { isSource } from "../../../sidecar/planning/rules/sources.js";
import { isReason, planReasonsEn } from "../../../sidecar/words/plan-reasons-en.js";
import { planReasonsJa } from "../../../sidecar/words/plan-reasons-ja.js";

const situation = (rest: Partial<Situation> = {}): Situation => ({
  family: "sd15",
  concept: "character",
  patience: "usual",
  stepsAsked: false,
  gpuMemory: null,
  images: 20,
  pictureSize: { width: 600, height: 900, all: true },
  shortestSide: null,
  prediction: null,
  zeroTerminalSnr: false,
  ...rest,
});

const memories = [null, 6, 8, 12, 16, 24, 48];
const situations = familyNames.flatMap((family) =>
  memories.flatMap((gpuMemory) =>
    (["character", "style"] as const).map((concept) =>
      situation({ family, gpuMemory, concept, prediction: family === "sdxl" && gpuMemory === 16 ? "v" : null }),
    ),
  ),
);

describe("the numbers of a proposal", () => {
  it.each(situations)("$family, $gpuMemory GiB, $concept: every one has a reason in both languages", (given) => {
    const choices = recipe(given);
    expect(choices.length).toBeGreaterThan(10);
    for (const { argument, reason, values, source } of choices) {
      expect(parameterNamed(argument)?.name).toBe(argument);
      expect(parametersOf(given.family).some(({ name }) => name === argument)).toBe(true);
      expect(isSource(source)).toBe(true);
      if (!isReason(reason)) throw new Error(`${reason} has no words`);
      for (const sentence of [planReasonsEn[reason](values), planReasonsJa[reason](values)]) {
        expect(sentence).not.toMatch(/undefined|NaN|null/);
        expect(sentence.length).toBeGreaterThan(5);
      }
    }
  });

  it("less memory asks for more saving", () => {
    const asked = (gpuMemory: number): string[] =>
      recipe(situation({ family: "flux", gpuMemory })).map(({ argument }) => argument);
    expect(asked(8)).toEqual(expect.arrayContaining(["blocks_to_swap", "fp8_base"]));
    expect(asked(48)).not.toEqual(expect.arrayContaining(["blocks_to_swap"]));
  });

  it("a v-prediction base model is trained as one", () => {
    const choices = recipe(situation({ family: "sdxl", prediction: "v", zeroTerminalSnr: true }));
    const named = Object.fromEntries(choices.map(({ argument, value }) => [argument, value]));
    expect(named).toMatchObject({ v_parameterization: true, zero_terminal_snr: true });
    expect(named).not.toHaveProperty("min_snr_gamma");
  });
});

describe("how long to train", () => {
  const asked = { steps: null, epochs: null, perEpoch: 200, batchSize: 1, ownRates: false };

  it("the article's 7000 steps are 35 epochs", () => {
    const { length, choices } = chooseLength(situation(), { ...asked, steps: 7000 });
    expect(length).toEqual({ by: "epochs", value: 35 });
    expect(choices).toEqual([{ epochs: 35, steps: 7000, off: 0 }]);
  });

  it("both ways of rounding are shown", () => {
    expect(chooseLength(situation(), { ...asked, steps: 6900 }).choices).toEqual([
      { epochs: 34, steps: 6800, off: -100 },
      { epochs: 35, steps: 7000, off: 100 },
    ]);
  });

  it("five steps of two hundred stay five", () => {
    expect(chooseLength(situation(), { ...asked, steps: 5 }).length).toEqual({ by: "steps", value: 5 });
  });

  it("follows guides by kind, count and patience", () => {
    expect(recommendedSteps(situation(), false).steps).toBe(2400);
    expect(recommendedSteps(situation({ images: 5 }), false).steps).toBe(1500);
    expect(recommendedSteps(situation({ concept: "style", images: 40 }), false).steps).toBe(2000);
    expect(recommendedSteps(situation({ concept: "outfit", images: 25 }), false).steps).toBe(2375);
    expect(recommendedSteps(situation(), true).steps).toBe(7000);
    const byPatience = (["quick", "usual", "thorough"] as const).map(
      (patience) => recommendedSteps(situation({ patience }), false).steps,
    );
    expect([...byPatience].sort((left, right) => left - right)).toEqual(byPatience);
  });

  it("fewer pictures are repeated more often, never more than the article does", () => {
    expect([5, 20, 40, 100, 500].map((count) => usualRepeats("sd15", count))).toEqual([10, 10, 5, 2, 1]);
    expect(usualRepeats("sdxl", 20)).toBe(5);
  });
});

describe("LoRA types", () => {
  it("are known again by what they make", () => {
    for (const type of loraTypes) {
      for (const family of type.families) {
        const made = loraTypeOf({ family, arguments: loraTypeArguments(type, family) });
        expect([type.name, family, made?.name]).toEqual([type.name, family, type.name]);
      }
    }
  });

  it("an unknown module is none of them", () => {
    expect(loraTypeOf({ family: "sd15", arguments: { network_module: "my.own" } })).toBeNull();
    expect(loraTypeNamed("nothing")).toBeNull();
  });
});

describe("presets", () => {
  it.each(builtInPresets)("$name has only arguments of its family and a known source", (preset) => {
    const known = new Set(parametersOf(preset.family ?? "sd15").map(({ name }) => name));
    expect(Object.keys(preset.arguments).filter((name) => !known.has(name))).toEqual([]);
    expect(isSource(preset.source)).toBe(true);
    expect(preset.ja).toMatch(/[ぁ-んァ-ン一-龥]/);
  });
});

describe("families", () => {
  it("each has its entry, and its own LoRA module", () => {
    for (const name of familyNames) {
      expect(familyNamed(name).name).toBe(name);
      expect(familyNamed(name).networkModule).toMatch(/^networks\.lora/);
    }
  });
});
