import type { GraphicsCard } from "../../host/graphics-cards.js";
import type { Arguments } from "../../planning/plan.js";

const numbers = (text: unknown): number[] | null =>
  typeof text === "string" && /^\d+(,\d+)*$/.test(text.replaceAll(" ", "")) ? text.split(",").map(Number) : null;

/** Processes of this machine that each take a card. */
function processesHere({ num_processes, num_machines, multi_gpu }: Arguments, cards: number): number {
  if (num_processes === undefined) return multi_gpu === true ? cards : 1;
  return Math.max(1, Math.ceil(Number(num_processes) / Math.max(1, Number(num_machines ?? 1))));
}

/**
 * The cards that a run takes, so that no other run is started on them: those that were named, else the first of those that
 * CUDA shows. CUDA counts the fastest card as 0 unless CUDA_DEVICE_ORDER says otherwise (CUDA C++ Programming Guide,
 * "Environment Variables"), so that among cards of different kinds nobody here knows which one that is: then it is all of
 * them. A machine without cards, or with one, has one place: 0.
 */
export function heldCards(
  { gpus, launch }: { gpus: readonly number[] | null; launch: Arguments },
  cards: readonly GraphicsCard[],
  environment: NodeJS.ProcessEnv,
): readonly number[] {
  if (gpus !== null) return gpus;
  if (cards.length < 2) return [cards[0]?.index ?? 0];
  const all = cards.map(({ index }) => index);
  const known = environment.CUDA_DEVICE_ORDER === "PCI_BUS_ID" || new Set(cards.map(({ name }) => name)).size === 1;
  const visible = environment.CUDA_VISIBLE_DEVICES;
  const usable = numbers(launch.gpu_ids) ?? (visible === undefined || visible === "" ? all : numbers(visible));
  if (!known || usable === null) return all;
  return usable.slice(0, processesHere(launch, usable.length));
}
