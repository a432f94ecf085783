import { describe, expect, it } from "@jest/globals";
import { allRules } from "../../../sidecar/planning/rules/all-rules.js";
import { findProblems } from "../../../sidecar/planning/rules/find-problems.js";
import type { Finding } from "../../../sidecar/planning/rules/rule.js";
import { planRulesEn } from "../../../sidecar/words/plan-rules-en.js";
import { planRulesJa } from "../../../sidecar/words/plan-rules-ja.js";
import { type ContextChanges, pictures, planContext } from "../../support/plan-context.js";

const findings = (changes: ContextChanges = {}): Finding[] => findProblems(planContext(changes));
const names = (found: readonly Finding[], severity: string): string[] =>
  found.filter((finding) => finding.severity === severity).map(({ rule }) => rule);

/** The article's failures, as it prints them: everything else is as in its good plan. */
const failure = (epochs: number, rate: number): ContextChanges => ({
  folders: [[{ sizes: pictures(1), repeats: 1, folder: "training img/1_okara" }]],
  length: { by: "kohyaEpochs", value: epochs },
  arguments: { lr_scheduler: "constant", optimizer_type: "AdamW8bit", learning_rate: rate },
});

describe("the article's good plan", () => {
  it("is refused nothing", () => {
    expect(names(findings(), "error")).toEqual([]);
    expect(names(findings({ length: { by: "kohyaEpochs", value: 35 } }), "error")).toEqual([]);
  });

  it("is warned of its resolution only", () => {
    expect(names(findings(), "warning")).toEqual(["resolutionStep"]);
  });

  it("is explained with the article's own advice", () => {
    const notes = findings().filter(({ severity }) => severity === "note");
    expect(notes.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining([
        "stepsDisagree",
        "trainingTime",
        "adafactorDropsRates",
        "adafactorForgiving",
        "threeRates",
        "usualRate",
        "dimAmple",
        "articleAlpha",
        "saveToCompare",
        "strength",
        "backgroundRemoved",
        "clearPictures",
        "expressions",
        "outfitTags",
        "baseModelFits",
      ]),
    );
    const steps = notes.find(({ rule }) => rule === "stepsDisagree");
    expect(steps && planRulesEn.stepsDisagree?.message(steps.values)).toBe(
      "7,000 steps are right by one guide and not by another. The article advises 5,000–8,000 steps; other guides 1,500–3,500 for this.",
    );
    const time = notes.find(({ rule }) => rule === "trainingTime");
    expect(time?.values).toMatchObject({ least: 60, most: 90 });
  });
});

describe("the article's failures", () => {
  it("names the overfitting of 20,000 epochs of one picture at 1e-6", () => {
    const found = findings(failure(20_000, 1e-6));
    expect(names(found, "error")).toEqual([]);
    expect(names(found, "warning")).toEqual(expect.arrayContaining(["overfitting", "onePicture", "rateLow"]));
    expect(found.map(({ rule }) => rule)).not.toContain("underfitting");
    const values = found.find(({ rule }) => rule === "overfitting")?.values;
    expect(values).toMatchObject({ perPicture: 20_000, steps: 20_000, rate: 1e-6 });
    expect(values && planRulesJa.overfitting?.message(values)).toContain("ノイズ画像");
  });

  it("names the underfitting of 5 steps at 1e-2", () => {
    const found = findings(failure(5, 1e-2));
    expect(names(found, "error")).toEqual([]);
    expect(names(found, "warning")).toEqual(expect.arrayContaining(["underfitting", "onePicture", "rateHigh"]));
    expect(found.map(({ rule }) => rule)).not.toContain("overfitting");
    const values = found.find(({ rule }) => rule === "underfitting")?.values;
    expect(values && planRulesEn.underfitting?.message(values)).toMatch(/^5 steps at a learning rate of 0\.01 /);
  });

  it.each([
    ["overfitting", 20, 400, 1e-3],
    ["overfitting", 5, 1500, 1e-4],
    ["underfitting", 20, 1, 1e-4],
    ["underfitting", 20, 5, 1e-6],
  ])("names %s of %d pictures × %d showings at %d too", (rule, count, showings, learningRate) => {
    const found = findings({
      folders: [[{ sizes: pictures(count), repeats: 1 }]],
      length: { by: "epochs", value: showings },
      arguments: { lr_scheduler: "cosine", optimizer_type: "AdamW8bit", learning_rate: learningRate },
    });
    const other = rule === "overfitting" ? "underfitting" : "overfitting";
    expect(found.map((finding) => finding.rule)).toContain(rule);
    expect(found.map((finding) => finding.rule)).not.toContain(other);
  });

  it.each([
    [20, 120, 1e-4],
    [30, 70, 3e-4],
    [500, 10, 1e-4],
    [20, 400, 5e-5],
  ])("names neither of %d pictures × %d showings at %d", (count, showings, learningRate) => {
    const found = findings({
      folders: [[{ sizes: pictures(count), repeats: 1 }]],
      length: { by: "epochs", value: showings },
      arguments: { lr_scheduler: "cosine", optimizer_type: "AdamW8bit", learning_rate: learningRate },
    });
    expect(found.map(({ rule }) => rule)).not.toContain("overfitting");
    expect(found.map(({ rule }) => rule)).not.toContain("underfitting");
  });
});

describe("where guides disagree", () => {
  it.each(["stepsDisagree", "alphaScale", "textEncoderRateSame", "sdxlTextEncoder", "prodigyRestarts"])(
    "%s cites more than one",
    (name) => {
      expect(allRules.find((rule) => rule.name === name)?.sources.length).toBeGreaterThan(1);
    },
  );
});
