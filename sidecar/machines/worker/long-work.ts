import type { WorkerRole } from "../../host/jobs/job-kind.js";
import type { MachineTrainer } from "../machine.js";
import type { FileCache } from "./file-cache.js";
import type { StudioClient } from "./studio-client.js";

/** What long work is done with. */
export interface LongHouse {
  client: StudioClient;
  cache: FileCache;
  /** A folder of this machine's own. */
  folder: string;
  /** What people at this machine should know, a line each. */
  say(line: string): void;
}

/**
 * Work that goes on for hours, in processes that outlive this one. It is handed over through a line of this machine's own, once;
 * from then on the machine tells how far it is, and no other machine gets it.
 */
export interface LongWork {
  /** Takes a task over, or goes on with one that it has. @throws StudioError "offline" when the studio does not answer */
  accept(task: string): Promise<void>;
  /** What it works on now. */
  doing(): string[];
  /** These are over: nobody waits for them. */
  over(tasks: readonly string[]): void;
  /** Settles when nothing is in work. */
  idle(): Promise<void>;
  /** Ends what is in work, and tells the studio. */
  end(): Promise<void>;
  /** What is in work goes on by itself, and is taken up at the next start. */
  close(): Promise<void>;
}

/** A kind of long work that a machine offers. */
export interface LongWorkKind {
  role: WorkerRole;
  /** Tried before the machine joins. */
  trainer: MachineTrainer | null;
  open(house: LongHouse): Promise<LongWork>;
}

/** The line through which a machine is handed long work. */
export const longLine = (role: WorkerRole, machine: string): string => `${role}-${machine}`;
