import type { Params } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { type CourseDecision, courseDecisions, neededDecisions } from "../journey/course/course-steps.js";
import { commaList, flag, fromWhereTheUserStands, oneOf, text, texts, type Words, wholeNumber } from "./arguments.js";
import { modelGiven } from "./plan.js";
import { argumentOptions, argumentsGiven } from "./plan-options.js";

type Options = NonNullable<Params<"journey/start">["options"]>;

/** What a course may be told; arguments of the trainer as `plan` takes them. */
export const runOptions = {
  ...argumentOptions,
  concept: text,
  trigger: text,
  "base-model": text,
  steps: text,
  epochs: text,
  repeats: text,
  preset: text,
  model: texts,
  prune: text,
  move: flag,
  into: text,
  strengths: text,
  prompt: texts,
  seeds: text,
  files: text,
  size: text,
  "sweep-steps": text,
  ask: text,
  without: text,
  install: flag,
  "accept-no-verdict": flag,
  rehearsal: flag,
};

export const runOptionsUsage =
  "[--trigger WORD] [--concept character|outfit|style|object] [--base-model FILE] [--steps 7000|--epochs N] [--repeats N] [--preset NAME] [--set NAME=VALUE]… [--model TAGGER]… [--prune article|absorption] [--move] [--into DIR] [--strengths LIST] [--prompt TEXT]… [--seeds LIST] [--files N] [--size WxH] [--sweep-steps N] [--ask rename,arrange,prune,plan,train,sweep,install] [--without rename,arrange,prune] [--install] [--accept-no-verdict] [--rehearsal]";

const wrong = (message: string): StudioError => new StudioError("badArguments", message, `run DIR ${runOptionsUsage}`);

function decisionsOf(name: string, value: string | undefined): CourseDecision[] {
  return commaList(value).map((word) => {
    const known = courseDecisions.find((one) => one === word);
    if (known !== undefined) return known;
    throw wrong(`--${name} expects some of ${courseDecisions.join(", ")}; found "${word}".`);
  });
}

function permissionsOf(given: Words): Options["permissions"] {
  const left = decisionsOf("without", given.text("without"));
  const needed = left.find((one) => neededDecisions.includes(one));
  if (needed !== undefined) throw wrong(`${needed} cannot be left out: what follows stands on it.`);
  const asked = decisionsOf("ask", given.text("ask"));
  return {
    ...(given.flag("install") ? { install: "alone" } : {}),
    ...Object.fromEntries(left.map((one) => [one, "no"])),
    ...Object.fromEntries(asked.map((one) => [one, "ask"])),
  };
}

/** Both sides of `512x768`. */
function sizeOf(value: string | undefined): [number, number] | null {
  if (value === undefined) return null;
  const [, width, height] = /^(\d{2,4})[x×](\d{2,4})$/.exec(value) ?? [];
  if (width !== undefined && height !== undefined) return [Number(width), Number(height)];
  throw wrong(`--size expects 512x768; found "${value}".`);
}

function sweepGiven(given: Words, whole: (name: string) => number | undefined): NonNullable<Options["sweep"]> {
  const [strengths, seeds, files, steps] = [
    given.text("strengths"),
    given.text("seeds"),
    whole("files"),
    whole("sweep-steps"),
  ];
  const [prompts, size] = [given.texts("prompt"), sizeOf(given.text("size"))];
  const [first, ...more] = prompts;
  return {
    ...(strengths === undefined ? {} : { strengths }),
    ...(seeds === undefined ? {} : { seeds }),
    ...(first === undefined ? {} : { prompts: [first, ...more] }),
    ...(files === undefined ? {} : { files }),
    ...(size === null ? {} : { width: size[0], height: size[1] }),
    ...(steps === undefined ? {} : { steps }),
  };
}

const concepts = ["character", "outfit", "style", "object"] as const;

/** What was said of a course; the rest is as the settings have it. @throws StudioError "badArguments" */
export function courseOptionsGiven(given: Words): Options {
  const whole = (name: string): number | undefined => {
    const value = given.text(name);
    return value === undefined ? undefined : wholeNumber(name, value);
  };
  const [steps, epochs, repeats] = [whole("steps"), whole("epochs"), whole("repeats")];
  const concept = oneOf("concept", given.text("concept"), concepts);
  const prune = oneOf("prune", given.text("prune"), ["article", "absorption"]);
  const [trigger, model, preset, into] = [
    given.text("trigger"),
    given.text("base-model"),
    given.text("preset"),
    given.text("into"),
  ];
  // So many epochs are so many steps.
  const length = steps !== undefined ? { steps } : epochs !== undefined ? { steps: null, epochs } : {};
  return {
    ...length,
    ...(concept === undefined ? {} : { concept }),
    ...(trigger === undefined ? {} : { trigger }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(model === undefined ? {} : { model: modelGiven(model) }),
    ...(preset === undefined ? {} : { preset }),
    planArguments: argumentsGiven(given),
    taggers: given.texts("model"),
    ...(prune === undefined ? {} : { prune }),
    move: given.flag("move"),
    ...(into === undefined ? {} : { into: fromWhereTheUserStands(into) }),
    sweep: sweepGiven(given, whole),
    permissions: permissionsOf(given) ?? {},
    acceptNoVerdict: given.flag("accept-no-verdict"),
    rehearsal: given.flag("rehearsal"),
  };
}
