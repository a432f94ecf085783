import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { comparePlans } from "../../planning/exchange/compare-plans.js";
import { planValues } from "../../planning/plan-values.js";
import type { PlanningRoom } from "../../planning/planning-room.js";
import { promptsOf } from "../../planning/samples/prompt-lines.js";
import { say } from "../../words/sentence.js";
import { runFiles } from "../keeper/run-files.js";
import { requireOwner } from "../require-owner.js";
import type { RunRecord } from "../runs/run-record.js";
import { oneRun } from "../runs/run-table.js";
import type { TrainingRunner } from "../runs/runner.js";
import { compareEnvironments, compareResults } from "./compare-results.js";
import { readEnvironment } from "./environment.js";
import { readSamples, sampleFolder, sampleRows } from "./sample-wall.js";
import { readSnapshot } from "./snapshot.js";
import { wireDifference } from "./wire-difference.js";

interface HistoryRoom extends PlanningRoom {
  runner: TrainingRunner;
}

// Pictures and tags of one answer, where no other number is asked for.
const LISTED = 200;

type Samples = Result<"training/samples">;

/** The prompts as the run's trainer read them; none where they are in another form than lines. */
async function promptsOfRun({ meant: { plan }, id }: RunRecord, { runner }: HistoryRoom): Promise<Samples["prompts"]> {
  const own = planValues(plan).text("sample_prompts");
  const file = plan.samplePrompts === null ? own : runFiles(runner.folderOf(id)).prompts;
  const text = file.endsWith(".txt") ? await readFile(file, "utf8").catch(() => plan.samplePrompts ?? "") : "";
  return promptsOf(text);
}

const asksForSamples = ({ meant: { plan } }: RunRecord): boolean => {
  const values = planValues(plan);
  const often = values.number("sample_every_n_steps") + values.number("sample_every_n_epochs");
  return (often > 0 || values.flag("sample_at_first")) && (plan.samplePrompts ?? values.text("sample_prompts")) !== "";
};

/** What runs left: what they were made of, and their sample pictures. */
export function historyMethods(room: HistoryRoom) {
  const { database, roots, runner } = room;
  const sideOf = async (id: number) => {
    const run = oneRun(database, id);
    const folder = runner.folderOf(id);
    const [snapshot, environment] = await Promise.all([readSnapshot(folder), readEnvironment(folder)]);
    // Thumbnails are asked for next; a folder that went has none.
    for (const set of snapshot?.sets ?? []) await roots.open(set.folder).catch(() => null);
    return { run, snapshot, environment, progress: runner.progressOf(run) };
  };
  return {
    async "training/compare"({ ids, limit = LISTED }: Params<"training/compare">): Promise<Result<"training/compare">> {
      requireOwner(room);
      await runner.looked();
      const [first, second] = ids;
      if (first === undefined || second === undefined || first === second) {
        throw new StudioError(
          "badArguments",
          say("Two different runs are compared."),
          say("`train list` names those there are."),
        );
      }
      const [before, after] = [await sideOf(first), await sideOf(second)];
      const sides = [before, after];
      return {
        runs: sides.map(({ run, snapshot, environment }) => ({
          id: run.id,
          name: run.name,
          state: run.state,
          rehearsal: run.meant.trainer.kind === "rehearsal",
          started: run.started,
          pictures: snapshot !== null,
          environment: environment !== null,
        })),
        plan: comparePlans(sides.map(({ run }) => run.meant.plan)),
        ...wireDifference(before.snapshot, after.snapshot, limit),
        environment: compareEnvironments(before.environment, after.environment),
        results: await compareResults(sides),
      };
    },
    async "training/samples"({ id }: Params<"training/samples">): Promise<Samples> {
      requireOwner(room);
      await runner.looked();
      const run = oneRun(database, id);
      const { meant, started, ended } = run;
      const folder = sampleFolder(meant);
      const files = started === null ? [] : await readSamples(meant);
      if (files.length > 0) await roots.open(folder);
      const span = { from: Date.parse(started ?? ""), to: ended === null ? null : Date.parse(ended) };
      return {
        folder,
        asked: asksForSamples(run),
        prompts: await promptsOfRun(run, room),
        rows: sampleRows(files, meant, span).map(({ step, epoch, pictures }) => ({
          step,
          epoch,
          pictures: pictures.map(({ prompt, file, time, seed, bytes, modified }) => ({
            prompt,
            path: join(folder, file),
            name: file,
            version: `${bytes}-${modified}`,
            made: new Date(time).toISOString(),
            seed,
            bytes,
          })),
        })),
      };
    },
  };
}
