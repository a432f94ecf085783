import type { FamilyName } from "../../../sidecar/planning/families.js";
import { familyNamed } from "../../../sidecar/planning/families.js";
import type { Arguments } from "../../../sidecar/planning/plan.js";
import type { ContextChanges } from "../plan-context.js";

/** A context in which a rule speaks, and a near miss in which it does not. */
interface RuleExample {
  fires: ContextChanges;
  spares: ContextChanges;
}
export type RuleExamples = Readonly<Record<string, RuleExample>>;

/** An example of settings only: the near miss differs in one of them. */
export const settings = (fires: ContextChanges["arguments"], spares: ContextChanges["arguments"]): RuleExample => ({
  fires: { arguments: fires ?? {} },
  spares: { arguments: spares ?? {} },
});

/** A good plan of another kind. */
export function ofFamily(family: FamilyName, more: ContextChanges["arguments"] = {}): ContextChanges {
  const { networkModule, requiredPaths, side } = familyNamed(family);
  const paths: Arguments = Object.fromEntries(requiredPaths.map((name) => [name, `models/${name}.safetensors`]));
  return {
    family,
    folders: [[{ sizes: Array.from({ length: 20 }, () => [side, side] as const) }]],
    arguments: {
      network_module: networkModule,
      resolution: String(side),
      optimizer_type: "AdamW8bit",
      lr_scheduler: "cosine",
      mixed_precision: "bf16",
      clip_skip: null,
      ...paths,
      ...more,
    },
  };
}
/** The same for both, with one difference. */
export const familySettings = (
  family: FamilyName,
  fires: ContextChanges["arguments"],
  spares: ContextChanges["arguments"],
): RuleExample => ({ fires: ofFamily(family, fires), spares: ofFamily(family, spares) });
