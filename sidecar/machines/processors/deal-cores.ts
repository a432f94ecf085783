/** Who computes on some of a machine's processors. */
export interface CoreUser {
  id: string;
  /** Those that it may use. */
  cores: readonly number[];
  /** How many it may keep busy: a container may have the time of fewer than it sees. */
  most: number;
  /** Threads that its owner gave it; null: its share. */
  given: number | null;
}

/**
 * Threads of each, by id: every processor is one user's. Who was given threads has them first; of the rest each gets what nobody
 * else can use, then whoever has least the next, by id where two have the same. With more users than processors each has one.
 */
export function dealCores(users: readonly CoreUser[]): Map<string, number> {
  const inOrder = [...users].sort((one, other) => (one.id < other.id ? -1 : 1));
  const wanted = new Map<number, number>();
  for (const core of inOrder.flatMap(({ cores }) => cores)) wanted.set(core, (wanted.get(core) ?? 0) + 1);
  // What fewest can use comes first, so that who can use little finds something left.
  const left = new Set([...wanted].sort(([a, byA], [b, byB]) => byA - byB || a - b).map(([core]) => core));
  const dealt = new Map(inOrder.map(({ id, given }) => [id, given ?? 0]));
  for (const { cores, given } of inOrder)
    for (const core of [...left].filter((one) => cores.includes(one)).slice(0, given ?? 0)) left.delete(core);
  const sharing = inOrder.filter(({ given }) => given === null);
  for (const core of left) {
    let least: CoreUser | null = null;
    for (const user of sharing) {
      const has = dealt.get(user.id) ?? 0;
      if (has >= user.most || !user.cores.includes(core)) continue;
      if (least === null || has < (dealt.get(least.id) ?? 0)) least = user;
    }
    if (least) dealt.set(least.id, (dealt.get(least.id) ?? 0) + 1);
  }
  return new Map([...dealt].map(([id, threads]) => [id, Math.max(1, threads)]));
}
