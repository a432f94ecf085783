import { readFile } from "node:fs/promises";
import { arch, release, type } from "node:os";
import { join } from "node:path";
import { graphicsCards } from "../../host/graphics-cards.js";
import { graphicsDriver } from "../../host/graphics-driver.js";
import { systemCode } from "../../host/studio-error.js";
import { version as ownVersion } from "../../host/version.js";
import type { ArgumentValue } from "../../planning/plan.js";
import { planValues } from "../../planning/plan-values.js";
import { writeText } from "../../store/atomic-file.js";
import type { RunCommand } from "../keeper/run-files.js";
import type { MeantRun } from "../runs/run-record.js";
import { probeTrainer } from "../trainer/probe-trainer.js";
import type { Trainer } from "../trainer/trainer.js";

/** What a run was trained with. */
interface RunEnvironment {
  version: 1;
  /** ISO time. */
  taken: string;
  /** Of this program. */
  atelier: string;
  trainer: { kind: Trainer["kind"]; folder: string; revision: string | null };
  /** Versions by name: `python`, `torch`, `cuda`, packages; null where one is not there or was not told. */
  versions: Record<string, string | null>;
  /** Operating system with its release and kind of processor. */
  system: string;
  cards: { name: string /** MiB. */; memory: number | null }[];
  /** Of the graphics cards; null when none answers. */
  driver: string | null;
  /** As it was started; what stands in the environment (keys, tokens) is left out. */
  command: Pick<RunCommand, "program" | "arguments" | "cwd">;
  /** null: the trainer takes one by itself. */
  seed: ArgumentValue | null;
}

/** The trainer as it was probed; the stand-in is this program. */
async function probed({ kind, folder, python, accelerate }: Trainer) {
  if (kind === "rehearsal") {
    return { revision: ownVersion, versions: { node: process.versions.node }, cards: [] };
  }
  const found = await probeTrainer({ kind, folder, python, accelerate, origin: "given", pythonFrom: "folder" });
  const versions: RunEnvironment["versions"] = {
    python: found.python3.version,
    torch: found.torch.version,
    cuda: found.cuda.version,
  };
  for (const [name, { version }] of Object.entries(found.packages)) versions[name] = version;
  return { revision: found.revision, versions, cards: found.devices };
}

/** Writes down what a run is trained with. */
export async function recordEnvironment(
  { meant, command }: { meant: MeantRun; command: RunCommand },
  { runFolder, stopped }: { runFolder: string; stopped(): boolean },
): Promise<void> {
  const taken = new Date().toISOString();
  const [trainer, cards, driver] = await Promise.all([probed(meant.trainer), graphicsCards(), graphicsDriver()]);
  const environment: RunEnvironment = {
    version: 1,
    taken,
    atelier: ownVersion,
    trainer: { kind: meant.trainer.kind, folder: meant.trainer.folder, revision: trainer.revision },
    versions: trainer.versions,
    system: `${type()} ${release()} ${arch()}`,
    // What the driver names; without it, what torch sees.
    cards: cards.length > 0 ? cards.map(({ name, total }) => ({ name, memory: total })) : trainer.cards,
    driver,
    command: { program: command.program, arguments: command.arguments, cwd: command.cwd },
    seed: planValues(meant.plan).value("seed"),
  };
  if (!stopped()) await writeText(join(runFolder, "environment.json"), JSON.stringify(environment, null, 1));
}

type Told = string | number | null;

/** What the file says, flat: `torch`, `system`, `driver` … */
function told(json: unknown): Record<string, Told> {
  const { atelier, trainer, versions, system, cards, driver, seed } = Object(json);
  const plain = (value: unknown): Told =>
    typeof value === "string" || typeof value === "number" ? value : Array.isArray(value) ? value.join(" ") : null;
  const names = (Array.isArray(cards) ? cards : []).map((card) => String(Object(card).name));
  const { kind, folder, revision } = Object(trainer);
  return {
    trainer: plain(kind),
    trainerFolder: plain(folder),
    revision: plain(revision),
    ...Object.fromEntries(Object.entries(Object(versions)).map(([name, value]) => [name, plain(value)])),
    system: plain(system),
    cards: names.length === 0 ? null : names.join(", "),
    driver: plain(driver),
    atelier: plain(atelier),
    seed: plain(seed),
  };
}

const isNotJson = (error: unknown): boolean => Object(error).name === "SyntaxError";

/** What a run was trained with, by name; null for runs that were made before it was recorded, or when it cannot be read. */
export async function readEnvironment(runFolder: string): Promise<Record<string, Told> | null> {
  try {
    return told(JSON.parse(await readFile(join(runFolder, "environment.json"), "utf8")));
  } catch (error) {
    if (systemCode(error) === "ENOENT" || isNotJson(error)) return null;
    throw error;
  }
}
