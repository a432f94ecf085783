import type { Happenings } from "../door/happenings.js";
import type { Machines } from "../door/machines.js";
import type { OfferedFiles } from "../door/offered-files.js";
import type { Tasks } from "../door/tasks.js";
import type { ProcessorUse } from "../processors/contend.js";
import type { TaskQueue } from "../queue/task-queue.js";
import type { BenchesHere } from "./benches-here.js";

/** All that work needs to reach other machines. */
export interface MachineHouse {
  machines: Machines;
  tasks: Tasks;
  files: OfferedFiles;
  queue: TaskQueue;
  /** What the queue's server is: Redis, PostgreSQL. */
  program: string;
  happenings: Happenings;
  /** Whether this machine works along. */
  worksHere(): boolean;
  /** How it computes then; null where it does not, or on a card. */
  here(): ProcessorUse | null;
  benches: BenchesHere;
  /** A name for work that no other has, now or after a restart. */
  newName(): string;
  now(): number;
}
