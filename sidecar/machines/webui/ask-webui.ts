import { errorOf, reportError, StudioError, storedReport } from "../../host/studio-error.js";
import { type Sentence, say } from "../../words/sentence.js";
import type { MachineHouse } from "../engine/machine-house.js";
import { type WebuiAsk, webuiLine } from "./webui-task.js";

/** What came of it. */
interface Answer {
  value: unknown;
  /** Where a file that came with it lies until `read` is done. */
  path(name: string): string;
}

interface Asked<T> {
  ask: WebuiAsk;
  /** What the machine does then, for people, and with how many items; without it, it is not worth telling. */
  work?: { title: Sentence; items: number };
  /** JSON that goes with it. */
  params?: object;
  /** Files that may come, with the most bytes of each. */
  outputs?: ReadonlyMap<string, number>;
  /** @throws for what no machine of ours answers */
  read(answer: Answer): T | Promise<T>;
  signal: AbortSignal;
}

/** Asks a machine for something of its WebUI. @throws StudioError "offline" when it is not there, or leaves; as the link's method there */
export type AskWebui = <T>(asked: Asked<T>) => Promise<T>;

type AskingHouse = Pick<MachineHouse, "machines" | "tasks" | "newName" | "now"> & {
  queue: Pick<MachineHouse["queue"], "put" | "has" | "remove">;
};

const LOOK_EVERY_MS = 1000;
// A machine says every two seconds what it works on; Redis may be away for a while.
const UNTAKEN_MS = 30_000;

const gone = (machine: string): StudioError =>
  new StudioError(
    "offline",
    say("The machine {machine} does not answer.", { machine }),
    say("Is it on, and is `worker` running there?"),
  );

const resting = (machine: string): StudioError =>
  new StudioError(
    "offline",
    say("The machine {machine} takes no work now: it rests, or ends.", { machine }),
    say("Let it go on in the list of machines."),
  );

const untaken = (machine: string): StudioError =>
  new StudioError(
    "offline",
    say("The machine {machine} does not take what it is asked.", { machine }),
    say("Does it reach the queue? Its console says more."),
  );

/** Its words, and which machine says them: addresses mean something there only. */
function told(machine: string, thrown: unknown): StudioError {
  const { code, message, hint, said } = errorOf(storedReport(thrown));
  return new StudioError(
    code,
    say("{machine}: {message}", { machine, message: said.message ?? message }),
    said.hint ?? hint,
  );
}

const odd = (machine: string, error: unknown): StudioError =>
  new StudioError(
    "webuiFailed",
    say("The machine {machine} answered what cannot be read: {message}", {
      machine,
      message: reportError(error).message,
    }),
    say("Update LoRA Atelier there to the studio's version."),
    error,
  );

/**
 * Every request is a task, which is there until it is answered, or until the machine is not there any more: nothing that comes
 * later counts. An abort takes the task back, and the machine hears of it with its next beat.
 */
export function askWebuiOf(
  { machines, tasks, queue, newName, now }: AskingHouse,
  machine: string,
  lookMs = LOOK_EVERY_MS,
): AskWebui {
  const line = webuiLine(machine);
  const here = () => machines.all().find(({ id, isHere }) => id === machine && isHere);
  return async ({ ask, work = {}, params = {}, outputs = new Map(), read, signal }) => {
    signal.throwIfAborted();
    const first = here();
    if (!first) throw gone(machine);
    if (first.order !== "run") throw resting(machine);
    const id = newName();
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;
    let abort = (): void => {};
    try {
      return await new Promise((resolve, reject) => {
        abort = () => reject(signal.reason);
        signal.addEventListener("abort", abort);
        tasks.offer(id, {
          title: say("asking its WebUI"),
          ...work,
          body: JSON.stringify({ ask, ...params }),
          outputs,
          async onResult(came) {
            try {
              const { value, error } = Object(JSON.parse(came));
              if (error === undefined) resolve(await read({ value, path: (name) => tasks.outputPath(id, name) }));
              else reject(told(machine, error));
            } catch (error) {
              reject(odd(machine, error));
            }
          },
        });
        let seen = now();
        /** Puts the task where the machine finds it, also when the queue has lost it. */
        const look = async (): Promise<void> => {
          const machineNow = here();
          // Another process under its name knows nothing of this.
          if (machineNow?.pid !== first.pid || machineNow.order === "remove") return reject(gone(machine));
          if (machineNow.doing.includes(id)) {
            seen = now();
            return;
          }
          if (machineNow.order !== "run") return reject(resting(machine));
          if (now() - seen > UNTAKEN_MS) return reject(untaken(machine));
          // Redis that is away comes back, or the machine has not taken it in time.
          const isThere = await queue.has(line, id).catch(() => true);
          if (!isThere && !isOver) await queue.put(line, id).catch(() => {});
        };
        const lookOn = async (): Promise<void> => {
          await look();
          if (!isOver) timer = setTimeout(() => void lookOn(), lookMs);
        };
        void queue
          .put(line, id)
          .catch(() => {})
          .then(() => {
            if (!isOver) timer = setTimeout(() => void lookOn(), lookMs);
          });
      });
    } finally {
      isOver = true;
      signal.removeEventListener("abort", abort);
      clearTimeout(timer);
      await tasks.withdraw(id);
      void queue.remove(line, id);
    }
  };
}
