import { type WorkerRole, workerRoles } from "../host/jobs/job-kind.js";
import { type Sentence, sentenceOf } from "../words/sentence.js";

/** What the studio asks of a machine: to work, to rest, to end when what it has is done, or to end now. */
export const machineOrders = ["run", "pause", "drain", "remove"] as const;
export type MachineOrder = (typeof machineOrders)[number];

/** Why no run could start with a trainer. */
export interface MachineTrainerProblem {
  /** Names its sentences, and what they are made of. */
  code: string;
  values: Readonly<Record<string, string | number>>;
  /** In English, for a studio that does not know the code. */
  message: string;
  remedy: string;
}

/** The trainer of a machine, as it was tried there. */
export interface MachineTrainer {
  folder: string;
  /** Commit of its git checkout, or its release; null when neither is there. */
  revision: string | null;
  /** Versions; null where one is not there. */
  python: string | null;
  torch: string | null;
  tensorboard: string | null;
  /** Training scripts that it has. */
  scripts: readonly string[];
  /** Whether it can start several processes. */
  accelerate: boolean;
  /** Null when a run could start with it. */
  problem: MachineTrainerProblem | null;
}

/** What a machine tells of itself with every beat. */
export interface MachineBeat {
  /** Of letters, digits, `-` and `_`; the same after a restart. */
  id: string;
  /** Its host's name. */
  host: string;
  pid: number;
  /** Version of LoRA Atelier that runs there. */
  version: string;
  roles: readonly WorkerRole[];
  /** Its graphics card, and its number there; null where it has none, or does not know. */
  card: string | null;
  /** Processors it may use, and how busy they are: 1 is one processor. */
  processors: number;
  load: number;
  /** The running system that it shares with others: the same for all programs and containers of one kernel; "" where it is not known. */
  kernel: string;
  /** Which of the system's processors it may use, as Linux lists them: "0-3,8". */
  cores: string;
  /** Whether it computes on a graphics card. */
  onCard: boolean;
  /** Processors that are busy while its sessions compute, of those that it may use; null while that is not known. */
  busy: number | null;
  /** Threads of its sessions on the processors, and whether its owner chose them. */
  threads: number;
  threadsGiven: boolean;
  /** The address of its WebUI, as it reaches it; null without one. */
  webui: string | null;
  /** Its trainer, where it trains and has one. */
  trainer: MachineTrainer | null;
  /** What it works on now, by the studio's names. */
  doing: readonly string[];
  /** Items done since it started, and bytes fetched. */
  done: number;
  fetched: number;
  /** What is wrong with it, in a sentence; null when nothing is. */
  trouble: string | null;
  /** The same in its parts, where it is a sentence of ours. */
  said: Sentence | null;
  /** Its last beat: it ends now, in peace. */
  ends: boolean;
}

const text = (value: unknown, most: number): string => String(value ?? "").slice(0, most);
const textOrNull = (value: unknown, most: number): string | null =>
  typeof value === "string" ? value.slice(0, most) : null;
const MOST_SCRIPTS = 50;
const MOST_VALUES = 10;

function parseTrainerProblem(value: unknown): MachineTrainerProblem | null {
  if (typeof value !== "object" || value === null) return null;
  const { code, values, message, remedy } = Object(value);
  const told = Object.entries(Object(values)).slice(0, MOST_VALUES);
  const known = told.map(([name, one]) => [name, typeof one === "number" ? one : text(one, 500)]);
  return {
    code: text(code, 60),
    values: Object.fromEntries(known),
    message: text(message, 1000),
    remedy: text(remedy, 1000),
  };
}

function parseTrainer(value: unknown): MachineTrainer | null {
  if (typeof value !== "object" || value === null) return null;
  const { folder, revision, python, torch, tensorboard, scripts, accelerate, problem } = Object(value);
  const listed: unknown[] = Array.isArray(scripts) ? scripts.slice(0, MOST_SCRIPTS) : [];
  return {
    folder: text(folder, 1000),
    revision: textOrNull(revision, 100),
    python: textOrNull(python, 100),
    torch: textOrNull(torch, 100),
    tensorboard: textOrNull(tensorboard, 100),
    scripts: listed.map((one) => text(one, 100)),
    accelerate: accelerate === true,
    problem: parseTrainerProblem(problem),
  };
}

const amount = (value: unknown): number => (typeof value === "number" && value >= 0 ? value : 0);

type Computing = Pick<
  MachineBeat,
  "processors" | "load" | "kernel" | "cores" | "onCard" | "busy" | "threads" | "threadsGiven"
>;

const parseComputing = ({
  processors,
  load,
  kernel,
  cores,
  onCard,
  busy,
  threads,
  threadsGiven,
}: Record<string, unknown>): Computing => ({
  processors: amount(processors),
  load: amount(load),
  kernel: text(kernel, 100),
  cores: text(cores, 1000),
  onCard: onCard === true,
  busy: typeof busy === "number" && busy >= 0 ? busy : null,
  threads: amount(threads),
  threadsGiven: threadsGiven === true,
});

/** @throws TypeError for a beat that no machine of ours sends */
export function parseBeat(value: unknown): MachineBeat {
  const { id, host, pid, version, roles, card, webui, trainer, doing, done, fetched, trouble, said, ends } =
    Object(value);
  if (typeof id !== "string" || !/^[\w-]{1,80}$/.test(id)) throw new TypeError("a machine without a name");
  const [named, works]: unknown[][] = [roles, doing].map((list) => (Array.isArray(list) ? list : []));
  return {
    id,
    host: text(host, 200),
    pid: amount(pid),
    version: text(version, 40),
    roles: workerRoles.filter((role) => named?.includes(role)),
    card: typeof card === "string" ? text(card, 200) : null,
    ...parseComputing(Object(value)),
    webui: typeof webui === "string" ? text(webui, 500) : null,
    trainer: parseTrainer(trainer),
    doing: (works ?? []).slice(0, 20).map((one) => text(one, 200)),
    done: amount(done),
    fetched: amount(fetched),
    trouble: typeof trouble === "string" ? text(trouble, 1000) : null,
    said: sentenceOf(said),
    ends: ends === true,
  };
}
