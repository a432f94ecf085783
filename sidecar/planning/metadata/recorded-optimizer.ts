import { optimizer } from "../parameters/optimizer.js";

/** Class names that sd-scripts knows without a module; in its own writing they have other capitals. */
const builtIn = (optimizer.find(({ name }) => name === "optimizer_type")?.choices ?? []).filter(
  (choice) => !choice.includes("."),
);

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
