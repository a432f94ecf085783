import { type Provider, providers, usualProvider } from "./providers.js";

/** How a tagger runs on this machine. A GPU's probabilities may differ from the CPU's in their last digits. */
export interface Execution {
  provider: Provider;
  /** Threads of one inference; null leaves a core to others. */
  threads: number | null;
  /** Pictures at a time; null for one on the CPU, measured on a GPU. */
  batchSize: number | null;
}

/** What a request says of it. */
export interface GivenExecution {
  provider?: Provider | undefined;
  threads?: number | null | undefined;
  batchSize?: number | null | undefined;
}

/** What ATELIER_TAGGER_THREADS names, or null. */
export function usualThreads(environment: NodeJS.ProcessEnv = process.env): number | null {
  const named = Number(environment.ATELIER_TAGGER_THREADS ?? "");
  return Number.isInteger(named) && named >= 1 ? named : null;
}

/** What was given, the rest as usual. */
export function completeExecution({ provider, threads, batchSize }: GivenExecution = {}): Execution {
  return { provider: provider ?? usualProvider(), threads: threads ?? usualThreads(), batchSize: batchSize ?? null };
}

/** What was given before what is usual. */
export const asUsual = (given: GivenExecution, usual: GivenExecution): GivenExecution => ({
  provider: given.provider ?? usual.provider,
  threads: given.threads ?? usual.threads,
  batchSize: given.batchSize ?? usual.batchSize,
});

/** A number of threads or pictures, as it was sent or kept. */
export const count = (value: unknown): number | null => (typeof value === "number" && value >= 1 ? value : null);

/** As a job kept it. */
export function parseExecution(stored: unknown): Execution {
  const { provider, threads, batchSize } = Object(stored);
  return completeExecution({
    provider: providers.find((one) => one === provider),
    threads: count(threads),
    batchSize: count(batchSize),
  });
}
