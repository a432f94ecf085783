import { ownProcessors } from "../own-processors.js";
import { mayUseCard } from "./cuda-library.js";
import { usualThreads } from "./execution.js";
import { usualProvider } from "./providers.js";
import { threadsFor } from "./threads-for.js";

/** A process of this program that holds a session. */
interface ShareUser {
  isOnCpu: boolean;
  /** That it was opened with; null: as if nobody else computed here. */
  threads: number | null;
  /** Told how many its session is to have from now on; null where it keeps those that somebody asked for. */
  onThreads: ((threads: number | null) => void) | null;
  /** Processors that are busy while it computes; null while that is not known. */
  busy(): number | null;
}

/** The part of the processors that this program's sessions take, where other programs of ours compute on the same ones. */
export interface ProcessorShare {
  /** @param threads at least 1; null: nobody else computes here */
  tell(threads: number | null): void;
  /** For a session that is opened now, null as above. */
  threads(): number | null;
  /** Who has a session open. @returns how to leave */
  join(user: ShareUser): () => void;
  /** Whether sessions run on a graphics card: those that are open; without any, whether one could. */
  isOnCard(): boolean;
  /** Threads of a session on the CPU, as it is open or would be. */
  used(): number;
  /** Processors that are busy while sessions on the CPU compute; null while that is not known of all of them. */
  busy(): number | null;
  /** What its owner wants, whoever else is here; null without a wish. */
  given(): number | null;
}

// Opening a session takes as long as a few pictures. A smaller share is taken at once, for threads that fight for a core slow
// everybody; a larger one when it has stood for a while, since who just ended may only be starting anew, and when it is worth it.
const STANDS_MS = 10_000;
const WORTH = 1.5;

const mayUseCardHere = (): boolean => {
  try {
    return mayUseCard(usualProvider());
  } catch {
    // A provider that nobody knows is told where it is used.
    return false;
  }
};

/** @param all processors of this program */
export function createProcessorShare(all = ownProcessors().count, standsMs = STANDS_MS): ProcessorShare {
  // With the threads that each was told last.
  const users = new Map<ShareUser, number | null>();
  let told: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  const size = (threads: number | null): number => threadsFor(threads) ?? all;
  const tellWhere = (isDue: (has: number) => boolean): void => {
    for (const [user, has] of users) {
      if (user.onThreads === null || !isDue(size(has))) continue;
      users.set(user, told);
      user.onThreads(told);
    }
  };
  const isLess = (has: number): boolean => size(told) < has;
  const onCpu = (): (number | null)[] => [...users].flatMap(([{ isOnCpu }, has]) => (isOnCpu ? [has] : []));
  return {
    tell(threads) {
      if (threads === told) return;
      told = threads;
      clearTimeout(timer);
      tellWhere(isLess);
      timer = setTimeout(() => tellWhere((has) => size(told) >= has * WORTH), standsMs).unref();
    },
    threads: () => told,
    join(user) {
      users.set(user, user.threads);
      // It became less while the session was opened.
      tellWhere(isLess);
      return () => void users.delete(user);
    },
    isOnCard: () => (users.size === 0 ? mayUseCardHere() : onCpu().length === 0),
    used() {
      const open = onCpu();
      return usualThreads() ?? Math.min(...(open.length === 0 ? [told] : open).map(size));
    },
    busy() {
      const all = [...users.keys()].flatMap((user) => (user.isOnCpu ? [user.busy()] : []));
      const known = all.flatMap((busy) => busy ?? []);
      return all.length === 0 || known.length < all.length ? null : Math.max(...known);
    },
    given: usualThreads,
  };
}

/** This program's own. */
export const processorShare = createProcessorShare();
