import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { running, waiting } from "./training.js";

export type Webui = Methods["webui/list"]["result"]["webuis"][number];
type Memory = Methods["webui/memory"]["result"];
type ResultsFolder = Methods["training/resultsFolder"]["result"];

/** Null until the WebUIs have answered. */
export const webuis = signal<Webui[] | null>(null);
export const memory = signal<Memory | null>(null);
export const resultsFolder = signal<ResultsFolder | null>(null);
export const webuiError = signal<RequestError | null>(null);
export const asking = signal(false);

const MEMORY_MS = 2500;

async function attempt(work: () => Promise<void>): Promise<void> {
  if (asking.value) return;
  asking.value = true;
  try {
    await work();
    webuiError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    webuiError.value = error;
  } finally {
    asking.value = false;
  }
}

async function read(): Promise<void> {
  const [list, folder] = await Promise.all([call("webui/list", {}), call("training/resultsFolder", {})]);
  webuis.value = list.webuis;
  memory.value = list.memory;
  resultsFolder.value = folder;
}

export const readWebuis = (): Promise<void> => attempt(read);

export const connectWebui = (address: string): Promise<void> =>
  attempt(async () => {
    await call("webui/connect", { address });
    await read();
  });

export const disconnectWebui = (id: string): Promise<void> =>
  attempt(async () => {
    await call("webui/disconnect", { id });
    await read();
  });

export const chooseResults = (choice: Methods["training/resultsFolder"]["params"]): Promise<void> =>
  attempt(async () => {
    resultsFolder.value = await call("training/resultsFolder", choice);
  });

export async function chooseHandOver(handOver: boolean): Promise<void> {
  try {
    memory.value = await call("webui/memory", { handOver });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    webuiError.value = error;
  }
}

async function readMemory(): Promise<void> {
  try {
    memory.value = await call("webui/memory", {});
  } catch (error) {
    // The room says already that nobody answers.
    if (!(error instanceof RequestError)) throw error;
  }
}

/** While something trains or waits, what became of the WebUIs' checkpoints is asked. */
export function followMemory(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wanted = computed(
    () =>
      connectionState.value === "open" &&
      room.value === "training" &&
      (running.value !== null || waiting.value.length > 0),
  );
  const tick = async (): Promise<void> => {
    clearTimeout(timer);
    if (!wanted.value && (memory.value?.lent.length ?? 0) === 0) return;
    if (connectionState.value === "open") await readMemory();
    clearTimeout(timer);
    timer = setTimeout(() => void tick(), MEMORY_MS);
  };
  effect(() => {
    wanted.value;
    if (connectionState.value === "open") void untracked(() => readMemory().then(tick));
  });
}
