import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { familyNamed } from "../../../sidecar/planning/families.js";
import { kohyaDefaults24 } from "../../../sidecar/planning/kohya/kohya-defaults.js";
import { kohyaDefaultsSince25 } from "../../../sidecar/planning/kohya/kohya-defaults-26.js";
import { kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { planToKohya } from "../../../sidecar/planning/kohya/plan-to-kohya.js";
import { readKohya } from "../../../sidecar/planning/kohya/read-kohya.js";
import { defaultOf, parameterNamed } from "../../../sidecar/planning/parameters/table.js";
import type { TrainingPlan } from "../../../sidecar/planning/plan.js";
import { fixtureText } from "../../support/kohya-fixtures.js";
import { plans } from "../../support/kohya-plans.js";

const showings = 137;

/** The value that the trainer ends up with, as this test understands it. */
function trained(plan: TrainingPlan, words: ReadonlyMap<string, string[]>, name: string): unknown {
  const said = words.get(name);
  const parameter = parameterNamed(name);
  const fallback = (parameter && defaultOf(parameter, plan.family)) ?? null;
  const given = {
    network_module: familyNamed(plan.family).networkModule,
    ...familyNamed(plan.family).always,
    ...plan.arguments,
  };
  let value: unknown = given[name as keyof typeof given] ?? fallback;
  if (said) {
    const parse = (text: string): unknown =>
      ["integer", "number", "numbers"].includes(parameter?.type ?? "") ? Number(text) : text;
    const isList = parameter?.type === "words" || parameter?.type === "numbers";
    value = parameter?.type === "flag" ? true : isList ? said.map(parse) : parse(said[0] ?? "");
  }
  if (value === false || value === "" || (Array.isArray(value) && value.length === 0)) value = null;
  if (name === "optimizer_type") value ??= "AdamW";
  if (name === "max_token_length") value ??= 75;
  if (name === "min_timestep") value ??= 0;
  if (name === "max_timestep") value ??= 1000;
  if (name === "unet_lr") value ??= trained(plan, words, "learning_rate");
  if (name === "text_encoder_lr") {
    value ??= trained(plan, words, "learning_rate");
    if (Array.isArray(value) && value.every((one) => one === (value as unknown[])[0])) value = value[0];
  }
  if (name === "resolution" && typeof value === "string" && !value.includes(",")) value = `${value},${value}`;
  if (name === "network_args" && Array.isArray(value)) {
    value = [...new Map(value.map((entry) => [String(entry).split("=")[0], entry])).values()].sort();
  }
  return value;
}

/** What argparse finds in words behind the file. */
function argparse(words: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let values: string[] = [];
  for (const one of words) {
    if (!one.startsWith("--")) values.push(one);
    else {
      const [name = "", joined] = one.slice(2).split(/=(.*)/s);
      values = joined === undefined ? [] : [joined];
      found.set(name, values);
    }
  }
  return found;
}

/** What the GUI always says although it means nothing by itself. */
const meaningless = (name: string, plan: TrainingPlan): boolean =>
  (name === "dynamo_backend" && plan.arguments.torch_compile !== true) ||
  (name === "wandb_run_name" && !["wandb", "all"].includes(String(plan.arguments.log_with)));

test("a plan written for Kohya's GUI and read back trains the same, but for what is told", () => {
  let exact = 0;
  let inWords = 0;
  fc.assert(
    fc.property(plans, (plan) => {
      const { config, differences } = planToKohya(plan, { showings });
      expect(readKohya(JSON.stringify(config))).toEqual(config);
      const back = kohyaToPlan(config, { showings });
      expect(back.problems).toEqual([]);
      expect(back.plan.family).toBe(plan.family);
      expect(back.plan.length).toEqual(plan.length);
      expect(back.plan.samplePrompts ?? "").toBe(plan.samplePrompts ?? "");
      if (differences.length === 0) exact += 1;
      if (back.plan.additional.length > plan.additional.length) inWords += 1;

      for (const { argument, reason, wanted } of differences) {
        // Words that the GUI would change, flags that the family always has, and the name that the GUI gives a run itself.
        const texts = [wanted].flat().map(String);
        if (reason === "looksLikeOption") expect(texts.some((text) => text.startsWith("--"))).toBe(true);
        else if (reason === "quoting") expect(texts.join("")).toMatch(/[^A-Za-z0-9_@%+=:,./-]/);
        else expect(argument === "wandb_run_name" || plan.arguments[argument] === false).toBe(true);
      }
      const told = new Set(differences.map(({ argument }) => argument));
      const saying = argparse(back.plan.additional.slice(0, back.plan.additional.length - plan.additional.length));
      expect(back.plan.additional.slice(-plan.additional.length || Number.POSITIVE_INFINITY)).toEqual(plan.additional);
      const names = new Set([...Object.keys(plan.arguments), ...Object.keys(back.plan.arguments)]);
      const otherwise = [...names].flatMap((name) => {
        if (told.has(name) || meaningless(name, plan)) return [];
        const wanted = trained(plan, new Map(), name);
        const gets = trained(back.plan, saying, name);
        if (JSON.stringify(wanted) === JSON.stringify(gets)) return [];
        // v24 makes steps of a share.
        const share = name === "lr_warmup_steps" && !saying.has(name) ? Number(wanted) : 1;
        return share < 1 && Math.abs(share * (back.steps ?? 0) - Number(gets)) <= 0.5 ? [] : [{ name, wanted, gets }];
      });
      expect(otherwise).toEqual([]);
      for (const [name, value] of Object.entries(plan.launch)) {
        if (name === "quiet") expect(back.plan.launch.extra_accelerate_launch_args).toEqual(["--quiet"]);
        else expect(back.plan.launch[name]).toBe(value);
      }
    }),
    { numRuns: 200 },
  );
  // The generator is not so wild that everything is told instead of done.
  expect(exact).toBeGreaterThan(40);
  expect(inWords).toBeGreaterThan(40);
});

test("an entry that begins like an option is told: no command line can say it", () => {
  const plan: TrainingPlan = {
    name: "okara",
    family: "sd15",
    length: { by: "epochs", value: 1 },
    arguments: { network_args: ["--_=A"] },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  };

  const { config, differences } = planToKohya(plan, { showings });

  expect(differences).toEqual([{ argument: "network_args", wanted: ["--_=A"], gets: [], reason: "looksLikeOption" }]);
  expect(JSON.stringify(config)).not.toContain("--_");
});

test("the same plans over a file that came from the GUI: nothing that the file had is lost", () => {
  const article = readKohya(fixtureText("article-okara.config.json"));
  fc.assert(
    fc.property(plans, (plan) => {
      const { config } = planToKohya({ ...plan, origin: { kind: "kohya", config: article } }, { showings });
      expect(Object.keys(config).slice(0, Object.keys(article).length)).toEqual(Object.keys(article));
      const back = kohyaToPlan(config, { showings });
      expect(back.plan.family).toBe(plan.family);
      expect(back.plan.length).toEqual(plan.length);
    }),
    { numRuns: 60 },
  );
});

test("without an origin every key of the GUI is there, in its order; later families have the later keys", () => {
  const plan = kohyaToPlan(readKohya(fixtureText("article-okara.config.json")), { showings }).plan;
  const early = planToKohya({ ...plan, origin: null }, { showings }).config;
  const saved = Object.keys(readKohya(fixtureText("2417-locon.config.json")));
  expect(Object.keys(early)).toEqual(saved);
  expect(Object.keys(kohyaDefaults24).sort()).toEqual([...saved].sort());
  expect(saved).toHaveLength(158);
  const late = planToKohya({ ...plan, origin: null, family: "flux" }, { showings }).config;
  expect(Object.keys(late)).toHaveLength(158 + Object.keys(kohyaDefaultsSince25).length);
  expect(Object.keys(late)).toEqual([...Object.keys(late)].sort());
  expect(late.flux1_checkbox).toBe(true);
});
