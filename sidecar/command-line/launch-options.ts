import { StudioError } from "../host/studio-error.js";
import type { ArgumentValue } from "../planning/plan.js";

/**
 * What `accelerate launch` can be told of processes, cards and machines, with the least value of numbers. Source: accelerate
 * 1.6, `commands/launch.py`.
 */
const known: Readonly<Record<string, { least: number } | "text" | "flag">> = {
  num_processes: { least: 1 },
  num_machines: { least: 1 },
  machine_rank: { least: 0 },
  main_process_port: { least: 0 },
  num_cpu_threads_per_process: { least: 1 },
  main_process_ip: "text",
  gpu_ids: "text",
  rdzv_backend: "text",
  dynamo_backend: "text",
  dynamo_mode: "text",
  multi_gpu: "flag",
  same_network: "flag",
  use_deepspeed: "flag",
};

const wrong = (message: string): StudioError =>
  new StudioError("badArguments", message, "For instance --launch num_processes=2");

/** `num_processes=2` as accelerate's option and its value. @throws StudioError "badArguments" that names what is off */
export function launchOption(written: string): [string, ArgumentValue] {
  const [, name = "", value = ""] = /^(?:--)?([\w-]+)=(.*)$/s.exec(written.trim()) ?? [];
  const option = name.replaceAll("-", "_");
  const kind = Object.hasOwn(known, option) ? known[option] : undefined;
  if (kind === undefined) {
    throw wrong(
      `--launch expects NAME=VALUE with one of ${Object.keys(known).join(", ")}; found "${written.slice(0, 80)}".`,
    );
  }
  if (kind === "text") return [option, value];
  if (kind === "flag") {
    if (!/^(true|false|on|off)$/i.test(value)) throw wrong(`${option} expects true or false; found "${value}".`);
    return [option, /^(true|on)$/i.test(value)];
  }
  if (!/^\d{1,6}$/.test(value) || Number(value) < kind.least) {
    throw wrong(`${option} expects a whole number of at least ${kind.least}; found "${value}".`);
  }
  return [option, Number(value)];
}
