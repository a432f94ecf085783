/** Class names that sd-scripts knows without a module, in small letters; they are written with these letters. */
const builtIn = [
  "AdamW",
  "AdamW8bit",
  "PagedAdamW",
  "PagedAdamW8bit",
  "PagedAdamW32bit",
  "Lion",
  "Lion8bit",
  "PagedLion8bit",
  "SGDNesterov",
  "SGDNesterov8bit",
  "DAdaptAdaGrad",
  "DAdaptAdam",
  "DAdaptAdan",
  "DAdaptAdanIP",
  "DAdaptLion",
  "DAdaptSGD",
  "Prodigy",
  "Adafactor",
  "RAdamScheduleFree",
  "AdamWScheduleFree",
  "SGDScheduleFree",
];

export interface RecordedOptimizer {
  type: string;
  /** `key=value` words. */
  words: string[];
}

/**
 * The optimizer as it must be asked for, of what the trainer wrote about the one it made:
 * `transformers.optimization.Adafactor(scale_parameter=True,relative_step=True)`.
 */
export function recordedOptimizer(recorded: string): RecordedOptimizer {
  const [, name = recorded, inside = ""] = /^([\w.]+)(?:\((.*)\))?$/s.exec(recorded.trim()) ?? [];
  const last = name.split(".").at(-1) ?? name;
  const known = builtIn.find((one) => one.toLowerCase() === last.toLowerCase());
  // A comma inside a value (betas) is followed by no `word=`.
  const words = inside
    .split(/,(?=\s*\w+=)/)
    .map((word) => word.trim().replaceAll(" ", ""))
    .filter((word) => word !== "");
  return { type: known ?? name, words: words.map((word) => word.replace(/=\((.*)\)$/, "=$1")) };
}
