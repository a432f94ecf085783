import { type FamilyName, familyNamed } from "../families.js";
import { found } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/** Looked at as what they are by other rules, or made by the trainer. */
const seenElsewhere: ReadonlySet<string> = new Set([
  "pretrained_model_name_or_path",
  "train_data_dir",
  "reg_data_dir",
  "output_dir",
  "logging_dir",
]);
/** Families of each network module; a module that is not here is somebody's own. */
const modules: Readonly<Record<string, readonly FamilyName[]>> = {
  "networks.lora": ["sd15", "sd2", "sdxl"],
  "networks.dylora": ["sd15", "sd2", "sdxl"],
  "networks.lora_fa": ["sd15", "sd2", "sdxl"],
  "networks.oft": ["sd15", "sd2", "sdxl"],
  "networks.lora_flux": ["flux", "chroma"],
  "networks.oft_flux": ["flux", "chroma"],
  "networks.lora_sd3": ["sd3"],
  "networks.lora_lumina": ["lumina"],
  "networks.lora_hunyuan_image": ["hunyuan"],
  "networks.lora_anima": ["anima"],
};
/** `owner/name`: the trainer would look on the hub. */
const onHub = (path: string): boolean => /^[\w.-]+\/[\w.-]+$/.test(path) && !/\.(safetensors|ckpt|pt)$/i.test(path);
const model = (context: RuleContext): string => context.text("pretrained_model_name_or_path");
const required = (context: RuleContext): string[] =>
  familyNamed(context.plan.family).requiredPaths.filter((argument) => context.text(argument) === "");

export const hardFileRules: readonly Rule[] = [
  {
    name: "baseModelNotGiven",
    severity: "error",
    argument: "pretrained_model_name_or_path",
    sources: ["trainUtil"],
    check: (context) => found(model(context) === ""),
  },
  {
    name: "baseModelMissing",
    severity: "error",
    argument: "pretrained_model_name_or_path",
    sources: ["trainUtil", "recorded"],
    check: (context) =>
      found(context.facts.baseModel?.exists === false && model(context) !== "" && !onHub(model(context)), {
        path: model(context),
      }),
  },
  {
    name: "baseModelFromHub",
    severity: "warning",
    argument: "pretrained_model_name_or_path",
    sources: ["trainUtil", "recorded"],
    check: (context) =>
      found(context.facts.baseModel?.exists !== true && onHub(model(context)), { path: model(context) }),
  },
  {
    name: "baseModelBroken",
    severity: "error",
    argument: "pretrained_model_name_or_path",
    sources: ["recorded"],
    check({ facts: { baseModel } }) {
      return found(Boolean(baseModel?.exists && baseModel.broken), { reason: baseModel?.broken ?? "" });
    },
  },
  {
    name: "baseModelPickle",
    severity: "warning",
    argument: "pretrained_model_name_or_path",
    sources: ["recorded", "pythonPickle"],
    check: ({ facts: { baseModel } }) => found(Boolean(baseModel?.exists && baseModel.pickle)),
  },
  {
    name: "baseModelFamily",
    severity: "error",
    argument: "pretrained_model_name_or_path",
    sources: ["trainUtil"],
    check({ facts: { baseModel }, plan }) {
      if (!baseModel?.exists || !baseModel.family || baseModel.family === plan.family) return [];
      return [{ found: familyNamed(baseModel.family).title, planned: familyNamed(plan.family).title }];
    },
  },
  {
    name: "requiredPath",
    severity: "error",
    argument: null,
    sources: ["fluxTrainer", "luminaTrainer", "hunyuanTrainer", "animaTrainer"],
    check: (context) => (context.plan.family === "sd3" ? [] : required(context).map((argument) => ({ argument }))),
  },
  {
    name: "pathInsideCheckpoint",
    severity: "warning",
    argument: null,
    sources: ["sd3Trainer"],
    check: (context) => {
      const missing = context.plan.family === "sd3" ? required(context) : [];
      return found(missing.length > 0, { options: missing.join(", ") });
    },
  },
  {
    name: "fileMissing",
    severity: "error",
    argument: null,
    sources: ["trainer"],
    check: ({ facts }) =>
      Object.entries(facts.missingFiles)
        .filter(([argument]) => !seenElsewhere.has(argument))
        .map(([argument, path]) => ({ argument, path })),
  },
  {
    name: "networkModuleMissing",
    severity: "error",
    argument: "network_module",
    sources: ["trainer"],
    check: (context) =>
      found(context.text("network_module") === "", { usual: familyNamed(context.plan.family).networkModule }),
  },
  {
    name: "networkModuleFamily",
    severity: "error",
    argument: "network_module",
    sources: ["trainer", "fluxTrainer", "sd3Trainer"],
    check(context) {
      const module = context.text("network_module");
      const families = modules[module];
      return found(families !== undefined && !families.includes(context.plan.family), {
        module,
        usual: familyNamed(context.plan.family).networkModule,
        family: familyNamed(context.plan.family).title,
      });
    },
  },
  {
    name: "outputNotGiven",
    severity: "error",
    argument: "output_dir",
    sources: ["trainer"],
    check: (context) => found(context.text("output_dir") === "" && context.facts.output === null),
  },
  {
    name: "outputNotWritable",
    severity: "error",
    argument: "output_dir",
    sources: ["recorded"],
    check: ({ facts: { output } }) => found(output?.writable === false, { folder: output?.folder ?? "" }),
  },
  {
    name: "diskFull",
    severity: "error",
    argument: "output_dir",
    sources: ["recorded"],
    check({ facts: { output }, outputBytes }) {
      if (outputBytes === null || output?.free == null) return [];
      return found(outputBytes > output.free, { needed: outputBytes, free: output.free });
    },
  },
  {
    name: "overwritten",
    severity: "warning",
    argument: "output_name",
    sources: ["trainer"],
    likelihood: "certain",
    check({ facts: { output } }) {
      const [first = "", ...more] = output?.overwritten ?? [];
      return found(first !== "", { files: more.length + 1, first });
    },
  },
];
