import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { trainerArguments } from "../../../sidecar/planning/command/trainer-arguments.js";
import { isKohyaKey, type KohyaKey, kohyaDefault } from "../../../sidecar/planning/kohya/kohya-fields.js";
import { kohyaToPlan } from "../../../sidecar/planning/kohya/kohya-to-plan.js";
import { loadedKohya } from "../../../sidecar/planning/kohya/load-kohya.js";
import { planToKohya } from "../../../sidecar/planning/kohya/plan-to-kohya.js";
import {
  isKohyaConfig,
  kohyaVersion,
  largestKohyaText,
  readKohya,
} from "../../../sidecar/planning/kohya/read-kohya.js";
import type { KohyaConfig } from "../../../sidecar/planning/plan.js";
import { writeTrainerToml } from "../../../sidecar/planning/toml/write-toml.js";
import { fixtureText } from "../../support/kohya-fixtures.js";

const text = fixtureText("article-okara.config.json");
const article = readKohya(text);

const failure = (job: () => unknown): { code: string; message: string; hint: string } => {
  try {
    job();
  } catch (thrown) {
    const { code, message, hint } = thrown as { code: string; message: string; hint: string };
    return { code, message, hint };
  }
  throw new Error("did not fail");
};

/** Keys that the loader renames or takes away. */
const renamed = ["use_8bit_adam", "use_wandb", "lora_network_weights"];

const keys = Object.keys(article).filter(isKohyaKey);
const later = ["flux1_checkbox", "lr_warmup_steps", "t5xxl_lr", "ggpo_beta", "anima_attn_mode"].filter(isKohyaKey);

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    1e308,
    -1e308,
    1e16,
    5e-324,
    -0,
    "NaN",
    "Infinity",
    "1e999",
    "0x10",
    "１２",
    " 7 ",
    "",
    "null",
    "../".repeat(400),
  ),
  fc.constantFrom("C:\\nul\0x", "\u202Egpj.exe", "\uD800", "__proto__", "$(id)", "'; rm -rf / #", '" && calc'),
);

const hostileConfig = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom<string>(...keys, ...later, ...renamed), fc.string()), hostile), {
    maxLength: 40,
  })
  .map((changes): KohyaConfig => {
    const config = new Map(Object.entries(article));
    for (const [key, value] of changes) config.set(key, JSON.parse(JSON.stringify(value)));
    return Object.fromEntries(config);
  });

test("whatever the fields hold, every one of a wrong type is named and nothing fails", () => {
  let found = 0;
  fc.assert(
    fc.property(hostileConfig, fc.option(fc.nat()), (config, showings) => {
      const before = JSON.stringify(config);
      const version = kohyaVersion(config);
      const { plan, problems, steps } = kohyaToPlan(config, { showings });
      const named = new Set(problems.map(({ field }) => field));
      found += named.size;
      for (const [key, value] of loadedKohya(config, version)) {
        if (!isKohyaKey(key) || (version === "24" && later.includes(key))) continue;
        const isWrong =
          typeof value !== typeof kohyaDefault(key) || (typeof value === "number" && Math.abs(value) > 2 ** 53);
        if (isWrong && !named.has(key)) throw new Error(`${key} ${JSON.stringify(value)} is not named`);
      }
      for (const { field, expected, found: seen } of problems) {
        expect(field === "" || expected === "" || seen === "" || seen.length > 500).toBe(false);
      }
      expect(JSON.stringify(config)).toBe(before);
      writeTrainerToml(trainerArguments(plan, { kohyaSteps: steps ?? 100 }));

      const again = planToKohya(plan, { showings });
      expect(again).toEqual({ config, differences: [] });
      expect(Object.keys(again.config)).toEqual(Object.keys(config));
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(150);
});

test("each field alone: text, null, a list, an object, a huge number", () => {
  const wrong = (key: KohyaKey): unknown[] => [
    null,
    [1],
    { a: 1 },
    ...(typeof kohyaDefault(key) === "number" ? ["many", 1e300, -1e300] : [5]),
    ...(typeof kohyaDefault(key) === "boolean" ? ["true"] : []),
  ];
  // The loader takes these for numbers or switches itself, and 5 is not a number of its list.
  const unnamed: string[] = [];
  for (const key of keys) {
    for (const value of wrong(key)) {
      const config = { ...article, [key]: JSON.parse(JSON.stringify(value)) };
      const fields = kohyaToPlan(config, { showings: 60 }).problems.map(({ field }) => field);
      if (!fields.includes(key)) unnamed.push(`${key} ${JSON.stringify(value)}`);
    }
  }
  expect(unnamed).toEqual([]);
});

test("a missing field is what the GUI's page shows, whichever it is", () => {
  for (const key of keys) {
    const { [key]: _, ...rest } = article;
    const { problems, plan } = kohyaToPlan(rest, { showings: 60 });
    expect(problems).toEqual([]);
    // The loader puts AdamW where a file has no optimizer, the page would show AdamW8bit.
    const shown = key === "optimizer" ? "AdamW" : kohyaDefault(key);
    const whole = kohyaToPlan({ ...article, [key]: shown }, { showings: 60 }).plan;
    expect({ ...plan, origin: null }).toEqual({ ...whole, origin: null });
  }
});

test("keys such as __proto__ are kept as keys and touch nothing", () => {
  const source = `{"__proto__": {"polluted": true}, "constructor": 1, "toString": "x", ${text.trim().slice(1)}`;
  const config = readKohya(source);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.getPrototypeOf(config)).toBe(Object.getPrototypeOf(article));
  const { plan, problems } = kohyaToPlan(config, { showings: 60 });
  expect(problems).toEqual([]);
  const written = planToKohya({ ...plan, arguments: { ...plan.arguments, network_dim: 8 } }, { showings: 60 }).config;
  expect(JSON.stringify(written)).toBe(
    JSON.stringify(JSON.parse(source.replace('"network_dim": 16', '"network_dim": 8'))),
  );
});

test("of a key that is there twice the last counts, as in Python", () => {
  const twice = text.replace('"network_dim": 16', '"network_dim": 4, "network_dim": 99');
  expect(kohyaToPlan(readKohya(twice), { showings: 60 }).plan.arguments.network_dim).toBe(99);
});

test("a text of 10 MB is read inside the limit or refused with the limit named, and so is a file", () => {
  const long = "あ".repeat(1_000_000);
  const prompts = { ...article, sample_prompts: long, max_train_epochs: long, network_dim: long };
  const { plan, problems } = kohyaToPlan(readKohya(JSON.stringify(prompts)), { showings: 60 });
  expect(plan.samplePrompts).toBe(long);
  expect(problems.map(({ field }) => field).sort()).toEqual(["max_train_epochs", "network_dim"]);
  expect(problems.every(({ found }) => found.length < 200)).toBe(true);
  const tooLong = JSON.stringify({ ...article, sample_prompts: "x".repeat(10_000_000) });
  expect(failure(() => readKohya(tooLong))).toMatchObject({
    code: "badArguments",
    message: expect.stringContaining(String(largestKohyaText)),
  });
});

test("what is no configuration is refused with a hint", () => {
  const deep = `${"[".repeat(300_000)}${"]".repeat(300_000)}`;
  const wrong = ["", "{", "null", "[]", "7", '{"LoRA_type": "Standard"}', '{"a": NaN}', text.slice(0, 900), deep];
  for (const source of [...wrong, text.replace('"okara"', deep)]) {
    const { code, message, hint } = failure(() => readKohya(source));
    expect(code).toBe("badArguments");
    expect(message).toMatch(/^Expected .* found /s);
    expect(hint).not.toBe("");
  }
});

test("only LoRA configurations of the GUI are taken for such", () => {
  const { LoRA_type: _, ...old } = article;
  const { network_dim: __, ...finetune } = old;
  expect([article, old].map(isKohyaConfig)).toEqual([true, true]);
  expect([finetune, [article], null, "text", { network_dim: 4, learning_rate: 1e-4 }].map(isKohyaConfig)).toEqual(
    Array(5).fill(false),
  );
  // The trainer's own arguments as JSON have many of the names, but none that is the GUI's own.
  const arguments_ = kohyaToPlan(article, { showings: 60 }).plan.arguments;
  expect(isKohyaConfig(arguments_)).toBe(false);
  expect(kohyaVersion(article)).toBe("24");
  expect(kohyaVersion({ ...article, skip_cache_check: false })).toBe("26");
});
