import type { Params } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { lookAtModel } from "../base-model/look-at-model.js";
import { isPath } from "../examine/named-paths.js";
import type { BaseModelFacts } from "../facts.js";
import { type FamilyName, familyNamed } from "../families.js";
import type { Looking } from "../gather/data-facts.js";
import { type LoraType, loraTypeNamed, loraTypes } from "../lora-types.js";
import type { Reason } from "./choice.js";

type Asked = Params<"planning/propose">;

/** @throws StudioError "badArguments" that lists the types there are */
export function typeNamed(name: string | undefined): LoraType {
  const found = loraTypeNamed(name ?? "standard");
  if (found) return found;
  const names = loraTypes.map((type) => type.name).join(", ");
  throw new StudioError(
    "badArguments",
    say('There is no LoRA type "{name}".', { name: name ?? "" }),
    say("There are: {names}.", { names }),
  );
}

export async function modelFacts(model: string | undefined, { paths }: Looking): Promise<BaseModelFacts | null> {
  if (model === undefined || !isPath(model)) return null;
  const local = await paths.look(model);
  return local.state === "there" ? lookAtModel(local.path) : null;
}

export function familyOf(asked: Asked, preset: FamilyName | null, model: BaseModelFacts | null): [FamilyName, Reason] {
  const reason = (name: FamilyName, why: string, source: string): [FamilyName, Reason] => [
    name,
    { argument: "family", reason: why, values: { title: familyNamed(name).title }, source },
  ];
  if (asked.family !== undefined) return reason(asked.family, "familyAsked", "");
  if (model?.family) return reason(model.family, "familyOfModel", "modelFile");
  if (preset !== null) return reason(preset, "preset", "");
  return reason("sdxl", "familyUsual", "kohyaColab");
}
