import type { Arguments, TrainingPlan } from "../../planning/plan.js";

/** What accelerate takes when nothing else is said (accelerate, `utils/launch.py`). */
const FIRST_PORT = 29_500;

/**
 * What `accelerate launch` is told when cards are named: they are shown to it by CUDA_VISIBLE_DEVICES. `gpu_ids` is then
 * "all", for a number would be set over that, also one out of the user's own accelerate configuration. One process is the
 * default of Kohya's GUI rather than anybody's wish: several cards get one process each.
 */
function launchOnCards(launch: Arguments, gpus: readonly number[]): Arguments {
  const { gpu_ids: _ids, ...rest } = launch;
  const [first = 0] = gpus;
  if (gpus.length < 2) return rest;
  const processes = Number(launch.num_processes ?? 1);
  return {
    ...rest,
    num_processes: processes > 1 ? processes : gpus.length,
    multi_gpu: true,
    gpu_ids: "all",
    // Two runs at once must not meet at one port; no two have the same first card.
    ...(launch.main_process_port === undefined && Number(launch.num_machines ?? 1) <= 1
      ? { main_process_port: FIRST_PORT + first }
      : {}),
  };
}

/** A plan for these cards; a rehearsal has one process, whatever the plan says. */
export function planOnCards(plan: TrainingPlan, gpus: readonly number[] | null, rehearsal: boolean): TrainingPlan {
  if (rehearsal) return { ...plan, launch: {} };
  return gpus === null ? plan : { ...plan, launch: launchOnCards(plan.launch, gpus) };
}

/**
 * How CUDA is told. Its own order is by speed; `nvidia-smi`, whose numbers people read, counts by the place on the PCI bus.
 */
export const cardEnvironment = (gpus: readonly number[] | undefined): Record<string, string> =>
  gpus === undefined ? {} : { CUDA_DEVICE_ORDER: "PCI_BUS_ID", CUDA_VISIBLE_DEVICES: gpus.join(",") };
