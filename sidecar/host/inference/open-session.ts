import { access } from "node:fs/promises";
import { env, InferenceSession } from "onnxruntime-node";
import { reportError } from "../studio-error.js";
import { createBusyMeter } from "./busy-meter.js";
import { tellStarter } from "./child-process.js";
import { requireLibrary } from "./cuda-library.js";
import { threadsFor } from "./threads-for.js";

// What it writes in red onto the terminal is in the error that it throws, and is told from there.
env.logLevel = "fatal";

/** A session was closed for another one that could not be opened: its process is of no use any more. */
export class SessionLost extends Error {}

/** A model, open. */
export interface ModelSession extends Pick<InferenceSession, "inputMetadata" | "outputMetadata"> {
  /** @throws Error with onnxruntime's words | SessionLost */
  run(feeds: InferenceSession.FeedsType, outputs: readonly string[]): Promise<InferenceSession.ReturnType>;
  /** From the next run on; null leaves the number to this machine. */
  setThreads(threads: number | null): void;
}

/** Opens a model's file with one provider. @throws StudioError where the provider's library is missing; Error with onnxruntime's words */
export async function openSessionWith(provider: string, file: string, wanted: number | null): Promise<ModelSession> {
  requireLibrary(provider);
  const create = (threads: number | null): Promise<InferenceSession> =>
    InferenceSession.create(file, {
      executionProviders: [provider],
      ...(threads === null ? {} : { intraOpNumThreads: threads }),
      // Threads that wait by spinning would take the cores from those that make pictures ready.
      extra: { session: { intra_op: { allow_spinning: "0" } } },
    });
  let threads = threadsFor(wanted);
  let next = threads;
  let session = await create(threads);
  const { inputMetadata, outputMetadata } = session;
  /** onnxruntime cannot change the threads of a session. */
  const renew = async (): Promise<void> => {
    if (next === threads) return;
    threads = next;
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    // With other threads than it should have it still computes right.
    if (!isThere) return;
    try {
      // First: two of them would need twice the memory.
      await session.release();
      session = await create(threads);
    } catch (error) {
      throw new SessionLost(reportError(error).message, { cause: error });
    }
  };
  const measured = createBusyMeter(tellStarter);
  // One after the other: a session that somebody runs is not closed.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    inputMetadata,
    outputMetadata,
    run(feeds, outputs) {
      const mine = turn.then(renew).then(() => measured(() => session.run(feeds, outputs)));
      turn = mine.catch(() => {});
      return mine;
    },
    setThreads(changed) {
      // A card computes; there is nothing to share.
      if (provider === "cpu") next = threadsFor(changed);
    },
  };
}
