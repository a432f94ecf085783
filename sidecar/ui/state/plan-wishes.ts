import { batch, effect, signal, untracked } from "@preact/signals";
import type { Methods, PlanFamily } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder, recursive } from "./address.js";
import { keep, kept } from "./kept.js";
import { draft, generation, type PlanConcept, plan, replaced, same, showPlan } from "./plan.js";
import { catalog } from "./plan-catalog.js";

type Params = Methods["planning/propose"]["params"];
export type Patience = NonNullable<Params["patience"]>;
type ModelFacts = Methods["planning/examine"]["result"]["model"];

export const patiences: readonly Patience[] = ["quick", "usual", "thorough"];

/** What a plan is to be made of; "" where the program is to choose. */
export interface Wishes {
  concept: PlanConcept;
  trigger: string;
  model: string;
  family: PlanFamily | "";
  output: string;
  name: string;
  patience: Patience;
  preset: string;
  loraType: string;
  steps: number | null;
}

const STORED = "plan-wishes";

/** What this browser was told the last time, of what is the same for every folder. */
function storedWishes(): Partial<Wishes> {
  try {
    const { model, output, patience, preset } = Object(JSON.parse(kept(STORED) ?? "null"));
    return {
      ...(typeof model === "string" ? { model } : {}),
      ...(typeof output === "string" ? { output } : {}),
      ...(typeof preset === "string" ? { preset } : {}),
      ...(patience === "quick" || patience === "thorough" ? { patience } : {}),
    };
  } catch {
    return {};
  }
}

export const wishes = signal<Wishes>({
  concept: "character",
  trigger: "",
  model: "",
  family: "",
  output: "",
  name: "",
  patience: "usual",
  preset: "",
  loraType: "",
  steps: null,
  ...storedWishes(),
});
export const wish = (part: Partial<Wishes>): void => {
  wishes.value = { ...wishes.value, ...part };
};

const storedMemory = Number(kept("gpu-memory"));
/** GiB; null when it was not said. */
export const gpuMemory = signal<number | null>(storedMemory >= 1 && storedMemory <= 1000 ? storedMemory : null);

export const proposing = signal(false);
export const proposeError = signal<RequestError | null>(null);

const given = <Key extends keyof Params>(key: Key, value: Params[Key] | "" | null): Pick<Params, Key> | object =>
  value === "" || value === null ? {} : { [key]: value };

function paramsOf(where: string, { patience, concept, ...rest }: Wishes): Params {
  return {
    folder: where,
    recursive: recursive.value,
    concept,
    patience,
    ...given("trigger", rest.trigger.trim()),
    ...given("model", rest.model.trim()),
    ...given("family", rest.family),
    ...given("output", rest.output.trim()),
    ...given("name", rest.name.trim()),
    ...given("preset", rest.preset),
    ...given("loraType", rest.loraType),
    ...given("steps", rest.steps),
    ...given("gpuMemory", gpuMemory.value),
  };
}

/** Makes a plan of the wishes; one that is shown is replaced, and can be taken back. */
export async function propose(): Promise<void> {
  const where = folder.value;
  if (where === null || proposing.value) return;
  proposing.value = true;
  try {
    const answer = await call("planning/propose", paramsOf(where, wishes.value));
    proposeError.value = null;
    if (folder.value !== where) return;
    const before = draft.value;
    const next = { plan: answer.plan, concept: wishes.value.concept, reasons: answer.reasons, folder: where };
    if (before === null) showPlan(next);
    else {
      batch(() => {
        draft.value = { ...next, plan: { ...next.plan, name: before.plan.name } };
        replaced.value = before;
      });
    }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    proposeError.value = error;
  } finally {
    proposing.value = false;
  }
}

export function takeBack(): void {
  if (replaced.value === null) return;
  batch(() => {
    draft.value = replaced.value;
    replaced.value = null;
  });
}

/** What the file of the base model says of itself, before there is a plan. */
export const wishedModel = signal<ModelFacts>(null);
let asked = 0;

async function lookAtModel(path: string): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("planning/examine", {
      plan: {
        name: "model",
        family: "sdxl",
        length: { by: "epochs", value: 1 },
        arguments: { pretrained_model_name_or_path: path },
        datasets: null,
        launch: {},
        samplePrompts: null,
        additional: [],
        origin: null,
      },
    });
    if (mine === asked) wishedModel.value = answer.model;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}

export function followWishes(): void {
  effect(() => {
    const { model, output, patience, preset } = wishes.value;
    keep(STORED, JSON.stringify({ model, output, patience, preset }));
    if (gpuMemory.value !== null) keep("gpu-memory", String(gpuMemory.value));
  });
  effect(() => {
    const model = wishes.value.model.trim();
    if (plan.value !== null || model === "" || catalog.value === null) wishedModel.value = null;
    else void untracked(() => lookAtModel(model));
  });
  effect(() => {
    // The next proposal begins where this plan stands.
    generation.value;
    const shown = draft.peek();
    if (shown === null) return;
    const { family, arguments: told, datasets } = shown.plan;
    const text = (name: string): string => (typeof told[name] === "string" ? told[name] : "");
    const next = {
      concept: shown.concept,
      family,
      model: text("pretrained_model_name_or_path"),
      output: text("output_dir"),
      name: text("output_name"),
      trigger: datasets?.[0]?.subsets[0]?.trigger ?? untracked(() => wishes.value.trigger),
    };
    untracked(() => {
      if (!same({ ...wishes.value, ...next }, wishes.value)) wish(next);
    });
  });
  effect(() => {
    // Another folder's trigger and name are not wished for here.
    folder.value;
    untracked(() => draft.value === null && wish({ trigger: "", name: "" }));
  });
}
