import { say } from "../../words/sentence.js";
import type { MachineHouse } from "./machine-house.js";
import type { ShardPlan } from "./shard-plan.js";

const LOOK_MS = 1000;
// Between looks whether the queue still has what it was given.
const COUNT_MS = 5000;
const MOST_PUT = 5;

interface Watched<I> {
  plan: ShardPlan<I>;
  line: string;
  house: Pick<MachineHouse, "machines" | "queue" | "happenings" | "program" | "now">;
  /** How often each shard was put into the queue. */
  puts: Map<string, number>;
  end(id: string, isLost: boolean): Promise<void>;
  pump(): void;
  isOver(): boolean;
}

/** Looks now and then for shards that the queue or a machine has lost, and gives them out again. @returns ends that */
export function watchLost<I>({ plan, line, house, puts, end, pump, isOver }: Watched<I>): () => void {
  const { machines, queue, happenings, program, now } = house;
  /** The queue may have lost what it was given: it was emptied, or came back without its memory. */
  const count = async (): Promise<void> => {
    for (const { id, since } of plan.outstanding()) {
      if (isOver() || now() - since < COUNT_MS) continue;
      const known = await queue.has(line, id).catch(() => true);
      if (known || isOver() || plan.shard(id) === null) continue;
      const times = puts.get(id) ?? 0;
      if (times >= MOST_PUT) await end(id, true);
      else {
        puts.set(id, times + 1);
        happenings.tell(
          "look",
          say("{program} had lost work that was waiting in it; it was put in again.", { program }),
        );
        await queue.put(line, id).catch(() => {});
      }
    }
  };
  /** Shards of machines that are silent go to others at once; the queue would take twice as long to notice. */
  const leaveLost = (): void => {
    const silent = machines.all().filter(({ isHere }) => !isHere);
    if (silent.length === 0) return;
    const held = new Set(silent.flatMap(({ doing }) => doing));
    for (const { id } of plan.outstanding()) if (held.has(id)) void end(id, true);
  };
  let counting = false;
  let countedAt = now();
  const look = setInterval(() => {
    leaveLost();
    pump();
    if (counting || now() - countedAt < COUNT_MS) return;
    counting = true;
    void count().finally(() => {
      counting = false;
      countedAt = now();
    });
  }, LOOK_MS);
  return () => clearInterval(look);
}
