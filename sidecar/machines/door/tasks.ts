import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { StudioError } from "../../host/studio-error.js";
import { type Sentence, say } from "../../words/sentence.js";

/** Work that lies ready for a machine, by its id. */
export interface Task {
  /** What it is, for people. */
  title?: Sentence;
  /** How many items it holds. */
  items?: number;
  /** The machine that it is for, where it computes on that one's processors. */
  machine?: string;
  /** JSON text, as the machine gets it. */
  body: string;
  /** The most bytes of a file that may come of it, by its name; undefined for one that may not. */
  outputs: { get(name: string): number | undefined };
  /**
   * Told what came, as JSON text that nobody has looked at yet, and which machine sent it. May come more than once, or in
   * parts. What it returns goes back to the machine.
   */
  onResult(came: string, machine: string): Promise<unknown>;
}

export interface Tasks {
  offer(id: string, task: Task): void;
  find(id: string): Task | null;
  /** Its machine has fetched it. */
  take(id: string): void;
  isTaken(id: string): boolean;
  /** Machines that compute now, or have work for them in a moment. */
  holders(): ReadonlySet<string>;
  /** It is over, with the files that came of it and were not taken. */
  withdraw(id: string): Promise<void>;
  /** Takes one file in; whole and right, or not at all. @throws StudioError "notAllowed" | "badArguments" | "checksumMismatch" */
  takeIn(id: string, output: { name: string; hash: string; content: Readable }): Promise<void>;
  /** Where a file that came lies until it is taken from there. */
  outputPath(id: string, name: string): string;
}

const notAsked = (name: string): StudioError =>
  new StudioError("notAllowed", say('Nobody asked for a file "{name}".', { name }), say("Update both programs."));

/**
 * @param folder where what comes in lies; ours alone
 * @param lookUp finds what is not offered here: work that goes on over a restart of the studio
 */
export function createTasks(folder: string, lookUp: (id: string) => Task | null = () => null): Tasks {
  const tasks = new Map<string, Task>();
  const taken = new Set<string>();
  let uploads = 0;
  const find = (id: string): Task | null => tasks.get(id) ?? lookUp(id);
  const outputPath = (id: string, name: string): string => join(folder, id, name);
  return {
    offer: (id, task) => void tasks.set(id, task),
    find,
    take: (id) => void (tasks.has(id) && taken.add(id)),
    isTaken: (id) => taken.has(id),
    holders: () => new Set([...tasks.values()].flatMap(({ machine }) => machine ?? [])),
    async withdraw(id) {
      tasks.delete(id);
      taken.delete(id);
      await rm(join(folder, id), { recursive: true, force: true });
    },
    async takeIn(id, { name, hash, content }) {
      const most = find(id)?.outputs.get(name);
      // Names that are asked for are ours, and so safe as part of a path.
      if (most === undefined) throw notAsked(name);
      await mkdir(join(folder, id), { recursive: true });
      const beside = join(folder, id, `${name}.part${uploads++}`);
      const digest = createHash("sha256");
      let bytes = 0;
      try {
        await pipeline(
          content,
          async function* (parts: AsyncIterable<Buffer>) {
            for await (const part of parts) {
              bytes += part.length;
              if (bytes > most)
                throw new StudioError(
                  "badArguments",
                  say('The file "{name}" is larger than {most} bytes.', { name, most }),
                  say("Nothing of ours is that large."),
                );
              digest.update(part);
              yield part;
            }
          },
          createWriteStream(beside),
        );
        if (digest.digest("hex") !== hash)
          throw new StudioError(
            "checksumMismatch",
            say('The file "{name}" did not come as it was sent.', { name }),
            say("It is sent again."),
          );
        // Withdrawn while it came.
        if (find(id) === null) throw notAsked(name);
        await rename(beside, outputPath(id, name));
      } finally {
        await rm(beside, { force: true });
      }
    },
    outputPath,
  };
}
