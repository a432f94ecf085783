import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, onOpen, RequestError } from "../rpc.js";
import { jobs } from "./jobs.js";

type Cuda = Methods["host/cuda"]["result"];

/** The libraries for an NVIDIA card; null until they were asked for. */
export const cuda = signal<Cuda | null>(null);
export const cudaError = signal<RequestError | null>(null);

/** The job that installs them now. */
export const cudaJob = computed(
  () => jobs.value.find(({ kind, state }) => kind === "cudaInstall" && state === "running") ?? null,
);

async function read(): Promise<void> {
  cuda.value = await call("host/cuda", {});
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  cudaError.value = null;
  try {
    await work();
    await read();
  } catch (error) {
    if (error instanceof RequestError) cudaError.value = error;
    else throw error;
  }
}

export const installCuda = (): Promise<void> => attempt(() => call("host/installCuda", {}));

/** Asked at each connection, and anew when a job of installing begins or ends. */
export function followCuda(): void {
  onOpen(() => void read().catch(() => {}));
  let known: string | null = null;
  effect(() => {
    const now = jobs.value
      .filter(({ kind }) => kind === "cudaInstall")
      .map(({ jobId, state }) => `${jobId}:${state}`)
      .join(" ");
    // The connection may go meanwhile; then it is asked when it is back.
    if (known !== null && known !== now) void untracked(read).catch(() => {});
    known = now;
  });
}
