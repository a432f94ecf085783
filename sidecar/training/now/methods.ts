import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { type Sentence, say } from "../../words/sentence.js";
import type { RunRecord } from "../runs/run-record.js";
import { oneRun } from "../runs/run-table.js";
import type { TrainingRunner } from "../runs/runner.js";
import type { NowKind } from "./answers.js";
import { type NowState, nowState } from "./now-state.js";
import { ask } from "./requests.js";

interface Room {
  database: Database;
  runner: TrainingRunner;
}

const onlyWhileTraining: Record<NowKind, Sentence> = {
  save: say("Only while it trains can it save when it is asked to."),
  sample: say("Only while it trains can it draw samples when it is asked to."),
};

/** What can be asked of a run now; null when it does not run. */
export async function nowOf(
  run: RunRecord,
  { runner }: Room,
): Promise<Exclude<Result<"training/run">["now"], undefined>> {
  if (run.state !== "running") return null;
  const state = (kind: NowKind): Promise<NowState> =>
    nowState(kind, runner.folderOf(run.id), run.meant, runner.progressOf(run));
  return { save: await state("save"), sample: await state("sample") };
}

/** Methods that ask a run for something at its next step. */
export function nowMethods<Owned extends Room>(room: Owned, requireOwner: (room: Owned) => void) {
  const { database, runner } = room;
  const request = async (kind: NowKind, id: number): Promise<NowState> => {
    requireOwner(room);
    await runner.looked();
    const run = oneRun(database, id);
    if (run.state !== "running") {
      throw new StudioError(
        "badArguments",
        say("A run that trains is expected; run {id} is {state}.", { id, state: run.state }),
        onlyWhileTraining[kind],
      );
    }
    const state = (): Promise<NowState> => nowState(kind, runner.folderOf(id), run.meant, runner.progressOf(run));
    const before = await state();
    if (before.why === "noPrompts") {
      throw new StudioError(
        "badArguments",
        say("Run {id} was planned without prompts for sample pictures.", { id }),
        say("Give prompts in the plan (sample_prompts) and train again."),
      );
    }
    if (before.state === "planned") return before;
    await ask(runner.folderOf(id), kind);
    return state();
  };
  return {
    "training/save": ({ id }: Params<"training/save">): Promise<Result<"training/save">> => request("save", id),
    "training/sample": ({ id }: Params<"training/sample">): Promise<Result<"training/sample">> => request("sample", id),
  };
}
