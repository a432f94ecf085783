import { expect, test } from "@jest/globals";
import { families, familyNames } from "../../../sidecar/planning/families.js";
import { ignoredNames, isIgnored, superseded } from "../../../sidecar/planning/parameters/deprecated.js";
import { type Parameter, parameterGroups } from "../../../sidecar/planning/parameters/parameter.js";
import {
  choicesOf,
  defaultOf,
  parameterNamed,
  parameters,
  parametersOf,
} from "../../../sidecar/planning/parameters/table.js";

const failing = (isGood: (parameter: Parameter) => boolean): string[] =>
  parameters.filter((parameter) => !isGood(parameter)).map(({ name }) => name);

/** Every default a family can meet. */
const defaults = (parameter: Parameter) =>
  familyNames
    .filter((family) => parameter.families?.includes(family) ?? true)
    .map((family) => ({ family, value: defaultOf(parameter, family) }));

test("no name stands twice, and each is found", () => {
  const names = parameters.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(failing(({ name }) => /^[a-z][a-z0-9_]+$/.test(name) && parameterNamed(name)?.name === name)).toEqual([]);
  expect(parameterNamed("network_dims")).toBeNull();
  expect(parameterNamed("constructor")).toBeNull();
});

test("each says what it does in one sentence, in English and in Japanese", () => {
  expect(failing(({ en }) => /^[A-Z][^\n]{14,}[^.\s]\.$/.test(en) && !/[.!?] [A-Z]/.test(en))).toEqual([]);
  expect(failing(({ ja }) => /[\p{scx=Hiragana}\p{scx=Katakana}]/u.test(ja) && /^[^。\n]{6,}。$/.test(ja))).toEqual([]);
  // A copied line that was not rewritten.
  const seen = parameters.flatMap(({ en, ja }) => [en, ja]);
  expect(seen.filter((sentence, index) => seen.indexOf(sentence) !== index)).toEqual([]);
});

test("arguments that a sentence points to exist", () => {
  const known = (word: string): boolean => parameterNamed(word) !== null;
  const pointed = (en: string): string[] =>
    [...en.matchAll(/`([a-z][a-z0-9]*(?:_[a-z0-9]+)+)`/g)].flatMap(([, word]) => word ?? []);
  // A key of `network_args`, not an argument.
  expect(failing(({ en }) => pointed(en).every((word) => known(word) || word === "network_reg_lrs"))).toEqual([]);
});

test("defaults have their argument's type and lie within its bounds and choices", () => {
  const fits = ({ type }: Parameter, value: unknown): boolean => {
    if (value === null) return type !== "flag";
    if (type === "flag") return value === false;
    if (type === "integer") return Number.isInteger(value);
    if (type === "number") return typeof value === "number";
    if (type === "words" || type === "numbers") return Array.isArray(value);
    return typeof value === "string";
  };
  expect(failing((parameter) => defaults(parameter).every(({ value }) => fits(parameter, value)))).toEqual([]);

  const isWithin = ({ least, most }: Parameter, value: unknown): boolean =>
    typeof value !== "number" || ((least ?? value) <= value && value <= (most ?? value));
  expect(failing((parameter) => defaults(parameter).every(({ value }) => isWithin(parameter, value)))).toEqual([]);

  // An empty text lets the trainer choose.
  const isChoice = (parameter: Parameter): boolean =>
    defaults(parameter).every(({ family, value }) => {
      const choices = choicesOf(parameter, family);
      return choices === null || value === null || value === "" || choices.includes(String(value));
    });
  expect(failing(isChoice)).toEqual([]);
  expect(failing(({ type, choices }) => type !== "choice" || (choices?.length ?? 0) > 1)).toEqual([]);
  expect(failing(({ choices }) => new Set(choices).size === (choices?.length ?? 0))).toEqual([]);
});

test("bounds are those of numbers and in order", () => {
  const hasBounds = ({ least, most }: Parameter): boolean => least !== undefined || most !== undefined;
  expect(failing((one) => !hasBounds(one) || one.type === "integer" || one.type === "number")).toEqual([]);
  expect(failing(({ least, most }) => (least ?? 0) < (most ?? Number.POSITIVE_INFINITY))).toEqual([]);
});

test("groups come in their order, none is empty, and few arguments are in front", () => {
  const groups = parameters.map(({ group }) => group).filter((group, index, all) => group !== all[index - 1]);
  expect(groups).toEqual([...parameterGroups]);
  const front = parameters.filter((parameter) => parameter.front);
  expect(front.length).toBeGreaterThanOrEqual(16);
  expect(front.length).toBeLessThanOrEqual(24);
  // Shown whatever the base model is.
  expect(front.filter((parameter) => parameter.families !== null)).toEqual([]);
});

test("versions are tags and sources files of the trainer", () => {
  expect(failing(({ since }) => /^v0\.\d{1,2}\.\d{1,2}$/.test(since))).toEqual([]);
  expect(failing(({ source }) => /^(library\/)?[a-z0-9_]+\.py$/.test(source))).toEqual([]);
});

test("what differs by family differs for families that know the argument", () => {
  const own = ({ familyDefaults, familyChoices }: Parameter): string[] =>
    Object.keys({ ...familyDefaults, ...familyChoices });
  const knows = ({ families: some }: Parameter, name: string): boolean => some?.some((one) => one === name) ?? true;
  expect(failing((parameter) => own(parameter).every((name) => knows(parameter, name)))).toEqual([]);
  expect(
    failing(({ families: some }) => some === null || (some.length > 0 && some.length < familyNames.length)),
  ).toEqual([]);

  const shift = parameterNamed("discrete_flow_shift");
  if (!shift) throw new Error("discrete_flow_shift is missing");
  const asked = ["flux", "chroma", "anima", "lumina"] as const;
  expect(asked.map((family) => defaultOf(shift, family))).toEqual([3, 3, 1, 6]);
});

test("every family's script knows what the family always passes and needs", () => {
  const missing = families.flatMap(({ name, always, requiredPaths, networkModule }) => {
    const known = new Map(parametersOf(name).map((parameter) => [parameter.name, parameter]));
    const module = known.get("network_module");
    const modules = module ? choicesOf(module, name) : null;
    return [
      ...Object.keys(always).filter((argument) => !known.has(argument)),
      ...requiredPaths.filter((argument) => !["file", "folder"].includes(known.get(argument)?.type ?? "")),
      ...(modules?.includes(networkModule) ? [] : [networkModule]),
    ].map((argument) => `${name}: ${argument}`);
  });
  expect(missing).toEqual([]);
  expect(parametersOf("sdxl").map(({ name }) => name)).not.toContain("guidance_scale");
});

test("what is superseded or ignored exists, in the families that know it, and is not in front", () => {
  const old = Object.entries(superseded).flat();
  expect([...old, ...ignoredNames].filter((name) => parameterNamed(name) === null)).toEqual([]);
  const useless = ignoredNames.filter((name) => {
    const parameter = parameterNamed(name);
    const known = familyNames.filter((family) => parameter?.families?.includes(family) ?? true);
    const by = familyNames.filter((family) => isIgnored(name, family));
    return (
      parameter?.front === true ||
      by.length === 0 ||
      (by.length < familyNames.length && by.some((one) => !known.includes(one)))
    );
  });
  expect(useless).toEqual([]);
  expect(isIgnored("min_snr_gamma", "flux")).toBe(true);
  expect(isIgnored("min_snr_gamma", "sdxl")).toBe(false);
  expect(isIgnored("toString", "sdxl")).toBe(false);
  // What a family needs is not what it ignores.
  const contradicted = families.flatMap(({ name, always, requiredPaths }) =>
    [...Object.keys(always), ...requiredPaths].filter((argument) => isIgnored(argument, name)),
  );
  expect(contradicted).toEqual([]);
});
