import type { FamilyName } from "../families.js";
import type { Parameter, ParameterGroup, ParameterType } from "./parameter.js";

type Sentences = Pick<Parameter, "en" | "ja">;
type Rest = Omit<Parameter, "name" | "type" | "since" | "group" | "en" | "ja">;

/** Families whose models learn a flow instead of noise; their scripts share timesteps and loss. */
export const flowFamilies: readonly FamilyName[] = ["anima", "flux", "sd3", "lumina", "hunyuan", "chroma"];

/** A parameter with what most of them have: no default (a flag is off), known to every script, defined in one place. */
export const parameter = (
  name: string,
  type: ParameterType,
  since: string,
  rest: Sentences & Partial<Rest>,
): Omit<Parameter, "group"> => ({
  name,
  type,
  since,
  default: type === "flag" ? false : null,
  families: null,
  front: false,
  source: "library/train_util.py",
  ...rest,
});

export const inGroup = (group: ParameterGroup, parameters: readonly Omit<Parameter, "group">[]): readonly Parameter[] =>
  parameters.map((one) => ({ ...one, group }));
