import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { loggingFolder } from "../metrics/event-files.js";
import type { RunRecord } from "../runs/run-record.js";
import { oneRun } from "../runs/run-table.js";
import type { TrainingRoom } from "../training-room.js";

const noTrainer = (): StudioError =>
  new StudioError(
    "notFound",
    say("TensorBoard runs in the trainer's Python, and no trainer was found."),
    say("Name the folder of sd-scripts in the Training room, or with `train trainers --use DIR`."),
  );

/** Opens TensorBoard over the folders of runs. */
export function boardMethods(
  { database, runner, trainers, boards }: TrainingRoom,
  requireOwner: () => void,
): { "training/tensorboard"(params: Params<"training/tensorboard">): Promise<Result<"training/tensorboard">> } {
  const pythonFor = async (run: RunRecord | null): Promise<string> => {
    if (run?.meant.trainer.kind === "sd-scripts") return run.meant.trainer.python;
    const trainer = await trainers.chosen();
    if (trainer === null) throw noTrainer();
    return trainer.python;
  };
  const folderFor = (run: RunRecord | null): string => {
    if (run === null) return dirname(runner.folderOf(1));
    const folder = loggingFolder(run, runner.folderOf(run.id));
    if (folder !== null) return folder;
    throw new StudioError(
      "notFound",
      say("Run {id} writes no event files.", { id: run.id }),
      say(
        "Give the plan a logging_dir, or install tensorboard in the trainer's Python: the next run then writes them by itself.",
      ),
    );
  };
  return {
    async "training/tensorboard"({ id }) {
      requireOwner();
      const run = id === undefined ? null : oneRun(database, id);
      const folder = folderFor(run);
      const python = await pythonFor(run);
      await mkdir(folder, { recursive: true });
      return { address: await boards.open(python, folder), folder };
    },
  };
}
