import type { WorkerRole } from "../../host/jobs/job-kind.js";
import { say } from "../../words/sentence.js";
import { shardLine } from "../queue/shard-line.js";
import type { MachineHouse } from "./machine-house.js";
import type { SentShard } from "./shard-mail.js";
import type { ShardEnd, ShardPlan } from "./shard-plan.js";

// So that one that has nothing to do soon helps where others are late.
const LOOK_MS = 250;
// Between looks whether the queue still has what it was given.
const COUNT_MS = 5000;
const MOST_PUT = 5;

interface Watched<I> {
  plan: ShardPlan<I>;
  role: WorkerRole;
  house: Pick<MachineHouse, "machines" | "tasks" | "queue" | "happenings" | "program" | "now">;
  sent: ReadonlyMap<string, SentShard>;
  end(id: string, how: ShardEnd): Promise<void>;
  /** After each look: gives out what came back. */
  onLooked(): void;
  isOver(): boolean;
}

/** Looks now and then for shards that the queue or a machine has lost, and gives them out again. @returns ends that */
export function watchLost<I>({ plan, role, house, sent, end, onLooked, isOver }: Watched<I>): () => void {
  const { machines, tasks, queue, happenings, program, now } = house;
  /** The queue may have lost what it was given: it was emptied, or came back without its memory. */
  const count = async (): Promise<void> => {
    for (const { id, machine, since } of plan.outstanding()) {
      if (isOver() || now() - since < COUNT_MS) continue;
      const line = shardLine(role, machine);
      const isThere = await queue.has(line, id).catch(() => true);
      if (isThere || isOver() || plan.shard(id) === null) continue;
      const known = sent.get(id);
      if (!known) continue;
      if (known.puts >= MOST_PUT) await end(id, "lost");
      else {
        known.puts += 1;
        happenings.tell(
          "look",
          say("{program} had lost work that was waiting in it; it was put in again.", { program }),
        );
        await queue.put(line, id).catch(() => {});
      }
    }
  };
  /**
   * What machines have that are silent, or were started anew, goes to others at once; the queue would take long to notice. What
   * those have not begun that rest or end goes, too.
   */
  const leaveLost = (): void => {
    const silent = new Set(machines.all().flatMap(({ id, isHere }) => (isHere ? [] : [id])));
    const ready = new Set(machines.ready(role).map(({ id }) => id));
    for (const { id, machine } of plan.outstanding()) {
      const known = sent.get(id);
      if (!known) continue;
      const process = machines.find(machine)?.pid ?? null;
      if (silent.has(machine) || process !== known.process) void end(id, process === null ? "returned" : "lost");
      else if (!ready.has(machine) && !tasks.isTaken(id)) void end(id, "returned");
    }
  };
  let counting = false;
  let countedAt = now();
  const looking = setInterval(() => {
    leaveLost();
    onLooked();
    if (counting || now() - countedAt < COUNT_MS) return;
    counting = true;
    void count().finally(() => {
      counting = false;
      countedAt = now();
    });
  }, LOOK_MS);
  return () => clearInterval(looking);
}
