import type { Arguments, ArgumentValue } from "../plan.js";
import type { KohyaFields, KohyaKey } from "./kohya-fields.js";
import { kohyaQuoted, kohyaWords } from "./kohya-python.js";

/** Words for `accelerate launch` that have no name of their own here; a list in the plan's `launch`. */
export const extraLaunchWords = "extra_accelerate_launch_args";

/** What the GUI tells `accelerate launch`, in its order. Source: `AccelerateLaunch.run_cmd` of v24.1.7 and HEAD. */
const order = [
  "dynamo_backend",
  "dynamo_mode",
  "dynamo_use_fullgraph",
  "dynamo_use_dynamic",
  extraLaunchWords,
  "gpu_ids",
  "main_process_port",
  "mixed_precision",
  "multi_gpu",
  "num_processes",
  "num_machines",
  "num_cpu_threads_per_process",
] as const satisfies readonly KohyaKey[];

export const kohyaLaunchKeys: readonly KohyaKey[] = order;

const counts: readonly string[] = ["main_process_port", "num_processes", "num_machines", "num_cpu_threads_per_process"];

/** The plan's `launch` of the GUI's fields: what is empty, false or 0 is not said. */
export function kohyaLaunch(fields: KohyaFields): Arguments {
  const launch: Record<string, ArgumentValue> = {};
  for (const key of order) {
    if (key === extraLaunchWords) {
      const words = kohyaWords(fields.text(key)).map(kohyaQuoted);
      if (words.length > 0) launch[key] = words;
      continue;
    }
    const value = fields.any(key);
    if (counts.includes(key)) {
      if (Number(value) >= 1) launch[key] = Math.trunc(Number(value));
    } else if (value !== "" && value !== false) launch[key] = key === "gpu_ids" ? kohyaQuoted(String(value)) : value;
  }
  return launch;
}

/**
 * The words between `accelerate launch` and the script, in the order of Kohya's GUI; options that the GUI does not know
 * follow by name.
 */
export function accelerateWords(launch: Arguments): string[] {
  const rest = Object.keys(launch).filter((name) => !order.some((known) => known === name));
  return [...order, ...rest.sort()].flatMap((name) => {
    const value = launch[name];
    if (value === undefined || value === false || value === "") return [];
    if (name === extraLaunchWords) return Array.isArray(value) ? value.map(String) : [String(value)];
    if (value === true) return [`--${name}`];
    return [`--${name}`, ...(Array.isArray(value) ? value.map(String) : [String(value)])];
  });
}
