/** The studio's own benches, so that it is known whether it computes along. */
export interface BenchesHere {
  /** @param isWorking whether that bench has work now @returns how to leave, when it is closed */
  join(isWorking: () => boolean): () => void;
  areWorking(): boolean;
}

/** @param onJoin called before a bench opens what it computes with */
export function createBenchesHere(onJoin: () => void): BenchesHere {
  const benches = new Set<() => boolean>();
  return {
    join(isWorking) {
      benches.add(isWorking);
      onJoin();
      return () => void benches.delete(isWorking);
    },
    areWorking: () => [...benches].some((isWorking) => isWorking()),
  };
}
