import type { Params, Result } from "../../../protocol/validate.js";
import { graphicsCards } from "../../host/graphics-cards.js";
import { StudioError } from "../../host/studio-error.js";
import { argumentWords } from "../../planning/command/argument-words.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { planOfWire } from "../../planning/wire-plan.js";
import { say } from "../../words/sentence.js";
import type { Preflight } from "../preflight/preflight.js";
import { requireOwner } from "../require-owner.js";
import type { Beside } from "../runs/starting-runs.js";
import { startingRuns } from "../runs/starting-runs.js";
import type { ProbedTrainer } from "../trainer/trainer.js";
import type { TrainingRoom } from "../training-room.js";
import { type Combination, combine } from "./combine.js";
import { addSeries, type SeriesRun } from "./series-table.js";
import { readVariedField, type VariedField } from "./varied-field.js";

type Row = Result<"training/series">["runs"][number];

interface Looked {
  combination: Combination;
  found: Preflight;
}

const row = ({ combination, found }: Looked, runId: number | null): Row => ({
  name: found.outputName,
  differs: combination.differs,
  steps: found.meant?.steps ?? null,
  seconds: found.seconds,
  ready: found.meant !== null,
  problems: found.problems,
  runId,
});

/** The estimate of them all; null where one is not known. */
function together(looked: readonly Looked[]): Row["seconds"] {
  const known = looked.flatMap(({ found }) => found.seconds ?? []);
  if (known.length === 0 || known.length < looked.length) return null;
  const sum = (end: "low" | "high"): number => known.reduce((total, one) => total + one[end], 0);
  return { low: sum("low"), high: sum("high") };
}

/** Several settings with one base model, varied in one place: `training/series`. */
export function seriesMethods(room: TrainingRoom) {
  const { database, runner, trainers } = room;
  const { trainerFor, lookAtPlan } = startingRuns(room);

  /**
   * The trainer's parser takes seconds to start. It reads an option as often as it is given, so one question holds all
   * values; only when it refuses is each plan asked about alone.
   */
  function refusals(
    trainer: ProbedTrainer | null,
    plan: TrainingPlan,
    fields: readonly VariedField[],
  ): Beside["refusal"] {
    if (trainer === null) return () => Promise.resolve(null);
    const words = fields.flatMap(({ argument, values }) =>
      values.flatMap((value) => (value === null ? [] : argumentWords(argument, value))),
    );
    const together = trainers.refusal(trainer, { ...plan, additional: [...plan.additional, ...words] });
    return async (whole) => {
      const answer = await together;
      return answer !== null && "message" in answer ? trainers.refusal(trainer, whole) : answer;
    };
  }

  async function look(params: Params<"training/series">): Promise<Looked[]> {
    const plan = planOfWire(params.plan);
    const fields = params.vary.map(({ argument, values }) => readVariedField(plan, argument, values));
    const combinations = combine(plan, fields);
    const { trainer, ...there } = await trainerFor(params);
    const isHere = params.machine === undefined;
    const refusal = isHere && trainer?.usable ? refusals(trainer, plan, fields) : () => Promise.resolve(null);
    const cards = await graphicsCards();
    const looked: Looked[] = [];
    const promised = (folder: string): string[] =>
      looked.flatMap(({ found: { meant } }) =>
        meant?.outputFolder === folder ? meant.files.map(({ name }) => name) : [],
      );
    for (const combination of combinations) {
      const named = {
        ...combination.plan,
        arguments: { ...combination.plan.arguments, output_name: combination.name },
      };
      looked.push({
        combination,
        found: await lookAtPlan(named, params, true, { trainer, ...there, cards, refusal, promised }),
      });
    }
    return looked;
  }

  function refuse(bad: readonly Looked[], all: number): StudioError {
    const told = bad.slice(0, 5).map(({ combination, found }) => {
      const first = found.problems.find(({ severity }) => severity === "error");
      return `${combination.name}: ${first?.message ?? "its steps cannot be counted."}`;
    });
    return new StudioError(
      "badArguments",
      say("{count} of {all} runs cannot start, so none was queued. {told}", {
        count: bad.length,
        all,
        told: told.join(" "),
      }),
      say("Correct their values, or queue only the others (--skip-bad)."),
    );
  }

  return {
    async "training/series"(params: Params<"training/series">): Promise<Result<"training/series">> {
      requireOwner(room);
      const looked = await look(params);
      const good = looked.filter(({ found }) => found.meant !== null);
      const answer = (id: number | null, ids: ReadonlyMap<Looked, number>): Result<"training/series"> => ({
        id,
        runs: looked.map((one) => row(one, ids.get(one) ?? null)),
        seconds: together(good),
      });
      if (params.dryRun) return answer(null, new Map());
      const bad = looked.filter(({ found }) => found.meant === null);
      if (bad.length > 0 && (!params.skipBad || good.length === 0)) throw refuse(bad, looked.length);
      const runs = good.flatMap(({ combination, found }): SeriesRun[] =>
        found.meant === null ? [] : [{ name: found.outputName, meant: found.meant, differs: combination.differs }],
      );
      const { id, runIds } = addSeries(database, runs);
      runner.wake();
      return answer(id, new Map(good.map((one, at) => [one, runIds[at] ?? 0])));
    },
  };
}
