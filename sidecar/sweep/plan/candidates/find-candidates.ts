import { readdir } from "node:fs/promises";
import { join, parse } from "node:path";
import { StudioError } from "../../../host/studio-error.js";
import { oneRun } from "../../../training/runs/run-table.js";
import { proveLoraFile } from "../../../training/verdict/prove-file.js";
import { say } from "../../../words/sentence.js";
import type { SweepRoom } from "../../sweep-room.js";
import { problemOf } from "../problem.js";
import type { SweepCandidate } from "../resolved-sweep.js";
import { byProgress, withLabels } from "./candidate-labels.js";
import { problemOfFile } from "./file-problem.js";
import { type LoraFacts, loraFacts } from "./lora-facts.js";
import { type Progress, progressOfName } from "./name-facts.js";

const MOST_FILES = 1000;

const nothing: LoraFacts = {
  bytes: 0,
  family: null,
  hash: null,
  networkDim: null,
  outputName: null,
  step: null,
  epoch: null,
  rehearsal: false,
};

/** One LoRA file; what is wrong with it is told, never thrown. @param known how far training was, where its run tells */
async function candidateOf(path: string, known?: Progress): Promise<Omit<SweepCandidate, "label">> {
  const { name } = parse(path);
  const unreadable = (): Omit<SweepCandidate, "label"> => ({
    ...nothing,
    path,
    name,
    problem: problemOf("loraNotSafetensors", { path }),
  });
  try {
    const problem = problemOfFile(path, await proveLoraFile(path, { steps: null }));
    const facts = problem === null ? await loraFacts(path) : nothing;
    const named = progressOfName(path);
    return {
      ...facts,
      path,
      name,
      step: known?.step ?? facts.step ?? named.step,
      epoch: facts.epoch ?? known?.epoch ?? named.epoch,
      problem,
    };
  } catch {
    return unreadable();
  }
}

/** Candidates in the order of training, with labels that tell them apart. */
export async function candidatesOf(
  files: readonly { path: string; progress?: Progress }[],
  { sorted }: { sorted: boolean },
): Promise<SweepCandidate[]> {
  const found: Omit<SweepCandidate, "label">[] = [];
  // One after the other: headers are short, and a spinning disk reads one file at a time.
  for (const { path, progress } of files) found.push(await candidateOf(path, progress));
  return withLabels(sorted ? found.sort(byProgress) : found);
}

/** LoRA files that a training run has saved, as it knows them. @throws StudioError "notFound" */
export async function candidatesOfRun({ database, runner }: SweepRoom, id: number): Promise<SweepCandidate[]> {
  await runner.looked();
  const run = oneRun(database, id);
  const { outputFolder, files, trainer } = run.meant;
  const epochs = new Map(files.map(({ name, epoch }) => [name, epoch]));
  const saved = runner
    .progressOf(run)
    .saved.filter(({ kind, name }) => kind !== "state" && name.endsWith(".safetensors"));
  const rows = await candidatesOf(
    saved.map(({ name, step }) => ({
      path: join(outputFolder, name),
      progress: { step, epoch: epochs.get(name) ?? null },
    })),
    { sorted: true },
  );
  return rows.map((row) => ({ ...row, rehearsal: row.rehearsal || trainer.kind === "rehearsal" }));
}

/** LoRA files of a folder, not of those below it. @throws StudioError "notFound" */
export async function candidatesOfFolder(folder: string): Promise<SweepCandidate[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new StudioError(
      "notFound",
      say("The folder {folder} cannot be read.", { folder }),
      say("Check the spelling."),
      error,
    );
  });
  const files = names.filter((name) => /\.safetensors$/i.test(name) && !name.startsWith("."));
  return candidatesOf(
    files.slice(0, MOST_FILES).map((name) => ({ path: join(folder, name) })),
    { sorted: true },
  );
}
