import type { JobContext, JobKind } from "../../host/jobs/job-kind.js";

/** A kind with its types closed over, as another machine runs its items. */
export interface PortableKind {
  name: string;
  concurrency: number;
  /** @param params packed by the kind's own `travel`, files in place */
  open(params: unknown, context: JobContext): Promise<PortableBench>;
}

interface PortableBench {
  run(item: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export const portable = <P, I, R>(kind: JobKind<P, I, R>): PortableKind => ({
  name: kind.name,
  concurrency: kind.concurrency,
  async open(params, context) {
    const bench = await kind.open(kind.parseParams(params), context);
    return { run: (item) => bench.run(kind.parseItem(item)), close: () => bench.close() };
  },
});
