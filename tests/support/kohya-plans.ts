import fc from "fast-check";
import { familyNames } from "../../sidecar/planning/families.js";
import { parameterNamed, parametersOf } from "../../sidecar/planning/parameters/table.js";
import type { ArgumentValue, TrainingPlan } from "../../sidecar/planning/plan.js";

const word = fc.stringMatching(/^[A-Za-z0-9_./=,:-]{1,12}$/).filter((text) => !text.startsWith("-"));
const anyText = fc.oneof(word, fc.constantFrom("okara 髪", "C:\\a b\\", "it's", '"q"', "$HOME"));
const rate = fc.constantFrom(0, 1e-5, 5e-5, 1e-4, 0.0003, 1);

/** Arguments that a plan keeps elsewhere. */
const elsewhere = ["max_train_steps", "max_train_epochs", "dataset_config", "sample_prompts", "config_file"];

const anyValue = (name: string): fc.Arbitrary<ArgumentValue> => {
  const parameter = parameterNamed(name);
  if (name === "resolution") return fc.constantFrom("512", "600,900", "1024,1024");
  if (name === "lr_warmup_steps") return fc.constantFrom(0, 10, 37, 0.1, 0.055, 0.333333);
  if (name === "text_encoder_lr") return fc.oneof(rate, fc.array(rate, { minLength: 1, maxLength: 3 }));
  if (name === "learning_rate" || name === "unet_lr") return rate;
  if (name === "network_module")
    return fc.constantFrom("networks.lora", "networks.dylora", "networks.oft", "lycoris.kohya");
  if (name === "save_model_as") return fc.constantFrom("safetensors", "ckpt", "pt");
  if (parameter?.choices)
    return fc.constantFrom(...parameter.choices).map((one) => (parameter.type === "integer" ? Number(one) : one));
  if (parameter?.type === "flag") return fc.boolean();
  if (parameter?.type === "integer") return fc.integer({ min: 0, max: 64 });
  if (parameter?.type === "number") return fc.constantFrom(0, 0.05, 0.1, 0.5, 1, 5, -0.25);
  if (parameter?.type === "words")
    return fc.array(
      fc.tuple(word, word).map(([a, b]) => `${a.replace("=", "")}=${b}`),
      { maxLength: 3 },
    );
  if (parameter?.type === "numbers") return fc.array(rate, { maxLength: 3 });
  return anyText;
};

/** Plans of every family with any of its arguments, zeros and signs that are hard to say included. */
export const plans: fc.Arbitrary<TrainingPlan> = fc.constantFrom(...familyNames).chain((family) => {
  const names = parametersOf(family)
    .map(({ name }) => name)
    .filter((name) => !elsewhere.includes(name));
  const args = fc
    .subarray(names, { maxLength: 30 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, anyValue(name)]))));
  return fc.record({
    name: fc.constant("okara"),
    family: fc.constant(family),
    length: fc.record({
      by: fc.constantFrom("epochs" as const, "steps" as const, "kohyaEpochs" as const),
      value: fc.integer({ min: 1, max: 5000 }),
    }),
    arguments: args,
    datasets: fc.constant(null),
    launch: fc.constantFrom({}, { num_processes: 2, multi_gpu: true }, { gpu_ids: "0,1", quiet: true }),
    samplePrompts: fc.option(anyText),
    additional: fc.array(
      word.map((name) => `--${name}`),
      { maxLength: 2 },
    ),
    origin: fc.constant(null),
  });
});
