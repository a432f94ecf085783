import { type Sentence, say } from "../../words/sentence.js";
import type { TaskQueue } from "../queue/task-queue.js";
import type { Happenings, HappeningWeight } from "./happenings.js";
import type { KnownMachine, Machines } from "./machines.js";
import type { Tasks } from "./tasks.js";

export interface Watched {
  /** What the queue's server is. */
  program: string;
  machines: Machines;
  tasks: Tasks;
  queue: Pick<TaskQueue, "trouble">;
  happenings: Happenings;
}

// The queue is well again when it was well so many looks in a row: full, it still answers what only reads.
const WELL_LOOKS = 3;

function presence(
  { id, isHere, order, pid }: KnownMachine,
  was: KnownMachine | undefined,
  items: () => number,
): { weight: HappeningWeight; said: Sentence } | null {
  const told = { machine: id };
  if (!was) return { weight: "good", said: say("{machine} came.", told) };
  if (was.pid !== pid) return { weight: "look", said: say("{machine} was started anew.", told) };
  if (isHere === was.isHere) return null;
  if (isHere) return { weight: "good", said: say("{machine} answers again.", told) };
  if (order === "remove" || order === "drain") return { weight: "good", said: say("{machine} ended.", told) };
  const lost = items();
  if (lost === 0) return { weight: "broken", said: say("{machine} does not answer any more.", told) };
  return {
    weight: "broken",
    said: say("{machine} does not answer any more; what it had goes to others: {items}.", { ...told, items: lost }),
  };
}

/** Tells what changed since it looked last: machines that came, went, broke or are well again, and the queue. @returns one look */
export function watchMachines({ program, machines, tasks, queue, happenings }: Watched): () => void {
  let before = new Map<string, KnownMachine>();
  let queueTrouble: string | null = null;
  let wellLooks = 0;

  const itemsWith = ({ doing }: KnownMachine): number =>
    doing.reduce((sum, id) => sum + (tasks.find(id)?.items ?? 0), 0);

  const tellTrouble = ({ id, trouble, said }: KnownMachine, was: KnownMachine | undefined): void => {
    if (trouble === (was?.trouble ?? null)) return;
    if (trouble === null) happenings.tell("good", say("{machine} works again.", { machine: id }));
    else happenings.tell("broken", say("{machine}: {trouble}", { machine: id, trouble: said ?? trouble }));
  };
  const tellQueue = (): void => {
    const trouble = queue.trouble();
    wellLooks = trouble === null ? wellLooks + 1 : 0;
    if (trouble !== null && queueTrouble === null) {
      happenings.tell("broken", say("{program} is in trouble: {reason}", { program, reason: trouble }));
      queueTrouble = trouble;
    } else if (queueTrouble !== null && wellLooks >= WELL_LOOKS) {
      happenings.tell("good", say("{program} is well again.", { program }));
      queueTrouble = null;
    }
  };
  return () => {
    const now = new Map(machines.all().map((machine) => [machine.id, machine]));
    for (const [id, machine] of now) {
      const news = presence(machine, before.get(id), () => itemsWith(machine));
      if (news) happenings.tell(news.weight, news.said);
      tellTrouble(machine, before.get(id));
    }
    for (const [id, { isHere }] of before)
      if (isHere && !now.has(id)) happenings.tell("good", say("{machine} ended.", { machine: id }));
    before = now;
    tellQueue();
  };
}
