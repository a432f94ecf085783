import { dirname, extname, isAbsolute, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { fits, type MethodName, methodNames } from "../../protocol/validate.js";
import { builtInCutout } from "../../sidecar/dataset/cutout/cutout-models.js";
import { exposedRoots } from "../../sidecar/host/roots.js";
import { reportError } from "../../sidecar/host/studio-error.js";
import { type Handlers, routeUnknown } from "../../sidecar/server/router.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { builtInModel } from "../../sidecar/tagging/model.js";
import { classOf, type ParamClass } from "../support/audit/classes.js";
import { alike, type HostileWorld, hostileWorld, marker } from "../support/audit/hostile-world.js";
import { goodParams, type StringParam, stringParams } from "../support/audit/string-params.js";
import { forVisitors } from "../support/audit/visitors.js";
import { valueAt, withValue } from "../support/audit/with-value.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
let world: HostileWorld;
let studio: Studio;
let handlers: Handlers;

beforeAll(async () => {
  world = await hostileWorld(await newFolder());
  await world.renew();
  studio = await openStudio(await newFolder(), () => {});
  handlers = studio.handlersFor(exposedRoots([world.root, world.links]));
});
afterAll(() => studio.close());

const all = stringParams();

/** What a visitor is answered, or the error. */
async function ask(method: MethodName, params: unknown): Promise<{ code: string | null; answer: unknown }> {
  const context = { signal: AbortSignal.timeout(20_000), progress: () => {} };
  try {
    return { code: null, answer: await routeUnknown(handlers, method, { params, context }) };
  } catch (error) {
    const report = reportError(error);
    return { code: report.code, answer: report };
  }
}

const isPlace = (kind: ParamClass | null): boolean => kind === "path" || kind === "named";

// `{}` is any key: some that the trainer reads, and some that we do.
const placeKeys: Record<string, readonly string[]> = {
  arguments: ["pretrained_model_name_or_path", "train_data_dir", "output_dir", "caption_extension"],
  options: ["caption_extension"],
};

const readsPlans = new Set<string>(["planning/examine", "planning/samplePrompts"]);

/** The places that a param may stand at, each as the names on the way there. */
function pointersOf({ method, pointer, name }: StringParam): string[][] {
  if (pointer.endsWith("{}.[]")) return [];
  const all = pointer.includes("{}") ? (placeKeys[name] ?? []) : [""];
  // What a plan holds is looked at by one function for all methods.
  const keys = readsPlans.has(method) ? all : all.filter((key) => key === "" || key === "train_data_dir");
  return keys.map((key) => pointer.split(".").map((part) => (part === "{}" ? key : part)));
}

const isNew = new Set(["into", "output", "to"]);

const builtIn: Record<string, string> = { tagging: builtInModel, dataset: builtInCutout };

/** A good example of a method with every path inside the root. */
function insideParams(method: MethodName, example: unknown, folder: string): unknown {
  const places = all.filter((param) => param.method === method && isPlace(classOf(param)));
  return places.flatMap(pointersWithNames).reduce<unknown>((params, { pointer, name }) => {
    const value = valueAt(params, pointer);
    if (value === undefined || name === "caption_extension") return params;
    const room = method.split("/")[0] ?? "";
    if (name === "model") return isAbsolute(value) ? withValue(params, pointer, builtIn[room] ?? value) : params;
    const suffix = extname(value);
    const inside = isNew.has(name) ? join(dirname(folder), "new") : folder;
    return withValue(params, pointer, suffix === "" ? inside : join(inside, `1${suffix}`));
  }, example);
}

const pointersWithNames = (param: StringParam) =>
  pointersOf(param).map((pointer) => ({ pointer, name: pointer.findLast((part) => part !== "[]") ?? "" }));

/** Examples of a method; what lacks a plan's datasets gets the plan of another method's example. */
function examplesOf(method: MethodName): unknown[] {
  const own = goodParams(method);
  const plans = goodParams("planning/examine").map((example) => Object(example).plan);
  const withPlans = own
    .slice(0, 1)
    .flatMap((example) =>
      [["plan"], ["plans", "[]"], ["from"]].flatMap((way) => plans.map((plan) => withValue(example, way, plan))),
    );
  return [...own, ...withPlans.filter((params) => fits(method, params))];
}

/** Params of an example that has, or takes, a text at this place. */
function baseFor(method: MethodName, pointer: readonly string[], folder: string): unknown {
  const examples = examplesOf(method).map((example) => insideParams(method, example, folder));
  const having = examples.find((example) => valueAt(example, pointer) !== undefined);
  return having ?? examples.find((example) => fits(method, withValue(example, pointer, "x")));
}

test("every text that a method takes is known to be a place or none", () => {
  expect(all.filter((param) => classOf(param) === null).map(({ method, pointer }) => `${method}: ${pointer}`)).toEqual(
    [],
  );
});

test("what is not a visitor's is refused, whatever is asked", async () => {
  const answered: string[] = [];
  for (const method of methodNames().filter((name) => !forVisitors.includes(name))) {
    for (const example of goodParams(method)) {
      const { code } = await ask(method, insideParams(method, example, join(world.root, "empty")));
      if (code !== "notAllowed") answered.push(`${method}: ${code}`);
    }
  }

  expect(answered).toEqual([]);
});

const places = all.filter((param) => isPlace(classOf(param)) && forVisitors.includes(param.method));

/** Where two texts begin to differ. */
function apart(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return `${one.slice(Math.max(0, at - 80), at + 120)} – ${other.slice(Math.max(0, at - 80), at + 120)}`;
}

const asked = new Map<string, ReturnType<typeof ask>>();

/** Several places of a method are tried on the same params. */
function askOnce(method: MethodName, params: unknown): ReturnType<typeof ask> {
  const key = `${method} ${JSON.stringify(params)}`;
  const answer = asked.get(key) ?? ask(method, params);
  asked.set(key, answer);
  return answer;
}

/** What a visitor gets who names places outside; none when all is well. */
async function placesLedTo(param: StringParam, pointer: readonly string[], base: unknown): Promise<string[]> {
  const { method, name } = param;
  const led: string[] = [];
  const usual = await askOnce(method, base);
  if (usual.code === "outsideRoots") return [`${pointer.join(".")}: refused also inside: ${alike(usual)}`];
  for (const { what, path, twin } of world.paths(extname(valueAt(base, pointer) ?? ""))) {
    // What is only named is told of in many ways; what counts is that nobody learns what is there.
    if (classOf(param) === "named" && twin === undefined) continue;
    // A word is the name of a model.
    if (name === "model" && what === "relative") continue;
    const told = async (value: string) => alike(await ask(method, withValue(base, pointer, value)));
    const answer = await told(path);
    const found = `${pointer.join(".")}: ${what}`;
    if (answer.includes(marker)) led.push(`${found} tells what is there`);
    if (classOf(param) === "path" && !/"code":"(outsideRoots|notAllowed)"/.test(answer)) {
      led.push(`${found} is not refused: ${answer.slice(0, 300)}`);
    }
    const other = twin === undefined ? answer : await told(twin);
    if (answer !== other) led.push(`${found} tells whether it is there: ${apart(answer, other)}`);
  }
  return led;
}

/** Jobs that were asked for go on beside what is asked next, and would tell by their scores. */
async function untilQuiet(): Promise<void> {
  while (studio.engine.busy()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test.each([...new Set(places.map(({ method }) => method))])("%s leads a visitor nowhere outside", async (method) => {
  await untilQuiet();
  await world.renew();
  const before = await world.outsideNow();
  const led: string[] = [];
  for (const param of places.filter((one) => one.method === method)) {
    for (const pointer of pointersOf(param)) {
      const base = baseFor(method, pointer, join(world.root, "10_okara"));
      if (base === undefined) led.push(`${pointer.join(".")}: no good example takes it`);
      else led.push(...(await placesLedTo(param, pointer, base)));
    }
  }

  expect(led).toEqual([]);
  expect(await world.outsideNow()).toEqual(before);
});

// A plan's own names are the same wherever it is handed in.
const isRepeated = ({ method, pointer }: StringParam): boolean =>
  /^(plan|plans|from)\b/.test(pointer) && method !== "planning/examine";

const parts = all.filter(
  (param) => classOf(param) === "part" && forVisitors.includes(param.method) && !isRepeated(param),
);

test("a name that is no name leads nowhere outside", async () => {
  const before = await world.outsideNow();
  const told: string[] = [];
  for (const param of parts) {
    await world.renew();
    const pointer = param.pointer.split(".");
    const base = baseFor(param.method, pointer, join(world.root, "10_okara"));
    for (const value of world.parts()) {
      const answer = JSON.stringify(await ask(param.method, withValue(base, pointer, value)));
      if (answer.includes(marker)) told.push(`${param.method} ${param.pointer} ${value}`);
    }
  }

  expect(told).toEqual([]);
  expect(await world.outsideNow()).toEqual(before);
});
