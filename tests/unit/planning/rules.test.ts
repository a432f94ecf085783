import { describe, expect, it } from "@jest/globals";
import { familyNames } from "../../../sidecar/planning/families.js";
import { allRules } from "../../../sidecar/planning/rules/all-rules.js";
import { findProblems } from "../../../sidecar/planning/rules/find-problems.js";
import type { Finding, Rule } from "../../../sidecar/planning/rules/rule.js";
import { isSource } from "../../../sidecar/planning/rules/sources.js";
import { planRulesEn } from "../../../sidecar/words/plan-rules-en.js";
import { planRulesJa } from "../../../sidecar/words/plan-rules-ja.js";
import { type ContextChanges, planContext } from "../../support/plan-context.js";
import { ruleExamples } from "../../support/rule-examples/all-examples.js";
import { ofFamily } from "../../support/rule-examples/example.js";

const languages = { en: planRulesEn, ja: planRulesJa };
const findings = (changes: ContextChanges): Finding[] => findProblems(planContext(changes));
const ofRule = (name: string, changes: ContextChanges): Finding[] =>
  findings(changes).filter(({ rule }) => rule === name);

function sentences(name: string, { values }: Finding): string[] {
  return Object.values(languages).flatMap((words) => {
    const own = words[name];
    return own ? [own.title, own.message(values), own.remedy(values)] : [];
  });
}

describe("every rule", () => {
  it("has a name of its own, an example, and nothing is left without its rule", () => {
    const names = allRules.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(ruleExamples).sort()).toEqual([...names].sort());
    expect(Object.keys(planRulesEn).sort()).toEqual([...names].sort());
    expect(Object.keys(planRulesJa).sort()).toEqual([...names].sort());
  });

  it.each(allRules.map((rule): [string, Rule] => [rule.name, rule]))("%s names its sources", (_, rule) => {
    expect(rule.sources.length).toBeGreaterThan(0);
    expect(rule.sources.filter((source) => !isSource(source))).toEqual([]);
    // How likely disappointment is says something of warnings only.
    if (rule.severity !== "warning") expect(rule.likelihood).toBeUndefined();
  });

  it.each(Object.keys(ruleExamples))("%s speaks in its example and not in the near miss", (name) => {
    const example = ruleExamples[name];
    if (!example) throw new Error(`no example of ${name}`);
    expect(ofRule(name, example.fires)).not.toEqual([]);
    expect(ofRule(name, example.spares)).toEqual([]);
  });

  it.each(Object.keys(ruleExamples))("%s reads well in both languages", (name) => {
    const example = ruleExamples[name];
    if (!example) throw new Error(`no example of ${name}`);
    for (const finding of ofRule(name, example.fires)) {
      const texts = sentences(name, finding);
      expect(texts).toHaveLength(6);
      for (const text of texts) {
        expect(text).not.toMatch(/undefined|NaN|null|Infinity|\[object/);
        expect(text.trim()).toBe(text);
        expect(text).not.toBe("");
      }
    }
  });

  it("reads well in every context of every example", () => {
    for (const { fires, spares } of Object.values(ruleExamples)) {
      for (const finding of [...findings(fires), ...findings(spares)]) {
        for (const text of sentences(finding.rule, finding)) expect(text).not.toMatch(/undefined|NaN|null|Infinity/);
      }
    }
  });

  it("says nothing false of a plan of which nothing is known yet", () => {
    const unknown = { data: null, baseModel: null, output: null } as const;
    expect(findings(unknown).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

describe("a usual plan", () => {
  it.each(familyNames)("of %s is refused nothing and has nothing that is passed over", (family) => {
    const found = findings(ofFamily(family));
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(found.map(({ rule }) => rule)).not.toContain("argumentIgnored");
  });
});

describe("finding problems", () => {
  it("puts errors first, then warnings, then notes", () => {
    const found = findings({ arguments: { optimizer_type: "AdamW8bit", save_every_n_steps: null } });
    const order = ["error", "warning", "note"];
    const places = found.map(({ severity }) => order.indexOf(severity));
    expect(places).toEqual([...places].sort());
    expect(new Set(places).size).toBe(3);
    expect(findings({ arguments: { optimizer_type: "AdamW8bit", save_every_n_steps: null } })).toEqual(found);
  });

  it("goes on after a rule that throws", () => {
    const base: Rule = { name: "first", severity: "note", argument: null, sources: ["article"], check: () => [{}] };
    const broken: Rule = {
      ...base,
      name: "broken",
      severity: "error",
      check() {
        throw new TypeError("not a list");
      },
    };
    const found = findProblems(planContext(), [broken, base]);
    expect(found.map(({ rule }) => rule)).toEqual(["first"]);
    expect(found[0]?.likelihood).toBe("possible");
  });
});

describe("what the trainer will use", () => {
  it("lets the last word of the additional ones win", () => {
    const context = planContext({
      plan: {
        additional: [
          "--resolution",
          "512",
          "--optimizer_args",
          "a=1",
          "b=2",
          "--enable_bucket",
          "--seed=7",
          "--seed=8",
        ],
      },
    });
    expect(context.value("resolution")).toBe(512);
    expect(context.value("optimizer_args")).toEqual(["a=1", "b=2"]);
    expect([...context.pairs("optimizer_args")]).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
    expect(context.flag("enable_bucket")).toBe(true);
    expect(context.number("seed")).toBe(8);
  });

  it("falls back to the trainer's own values", () => {
    const context = planContext({ arguments: { learning_rate: null, caption_extension: null, network_module: null } });
    expect(context.number("learning_rate")).toBe(2e-6);
    expect(context.text("caption_extension")).toBe(".caption");
    expect(context.text("network_module")).toBe("networks.lora");
    expect(context.number("caption_extension")).toBe(0);
    expect(context.text("learning_rate")).toBe("");
    expect(context.flag("learning_rate")).toBe(false);
  });
});
