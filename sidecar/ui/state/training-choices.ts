import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import type { RunRow } from "./training.js";

type Card = Methods["training/cards"]["result"]["cards"][number];
type Machine = Methods["training/cards"]["result"]["machines"][number];

/** The NVIDIA cards of the machine; a choice where there are several. */
export const cards = signal<Card[]>([]);
/** Other machines that train. */
export const machines = signal<Machine[]>([]);
/** A machine's name, or "any"; empty: this one. */
export const chosenMachine = signal("");
/** By nvidia-smi's numbers; empty: no choice. */
export const chosenGpus = signal<number[]>([]);
/** As the browser's time field has it: this browser's clock; empty: when its turn comes. */
export const notBefore = signal("");
/** For countdowns. */
export const now = signal(Date.now());
setInterval(() => (now.value = Date.now()), 15_000);

/** What is free changes: asked whenever the room is opened. */
export async function readCards(): Promise<void> {
  try {
    const found = await call("training/cards", {});
    [cards.value, machines.value] = [found.cards, found.machines];
    if (machines.value.length === 0) chosenMachine.value = "";
    chosenGpus.value = chosenGpus.value.filter((one) => cards.value.some(({ index }) => index === one));
  } catch (error) {
    // A visitor who may not start anything has no choice either.
    if (!(error instanceof RequestError)) throw error;
  }
}

export function chooseGpu(index: number, wanted: boolean): void {
  const others = chosenGpus.value.filter((one) => one !== index);
  chosenGpus.value = (wanted ? [...others, index] : others).sort((left, right) => left - right);
}

/** The chosen cards and time, as a start is told them. */
export function choices(): Pick<Methods["training/start"]["params"], "gpus" | "notBefore" | "machine"> {
  const time = new Date(notBefore.value);
  return {
    ...(chosenMachine.value === "" ? {} : { machine: chosenMachine.value }),
    // The cards shown are this machine's.
    ...(chosenGpus.value.length === 0 || chosenMachine.value !== "" ? {} : { gpus: [...chosenGpus.value] }),
    ...(Number.isNaN(time.getTime()) ? {} : { notBefore: time.toISOString() }),
  };
}

/** Seconds until a waiting run's time; null when it has none, or it has come. */
export function secondsUntil({ state, scheduling }: RunRow): number | null {
  if (state !== "queued" || scheduling.notBefore === null) return null;
  const seconds = (Date.parse(scheduling.notBefore) - now.value) / 1000;
  return seconds > 0 ? seconds : null;
}
