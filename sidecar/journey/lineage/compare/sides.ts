import type { Params } from "../../../../protocol/validate.js";
import { StudioError } from "../../../host/studio-error.js";
import { fileStamp } from "../../../store/file-content.js";
import { listSweeps } from "../../../sweep/cells/sweep-table.js";
import { judgeStored } from "../../../sweep/scores/judge-stored.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { oneRun } from "../../../training/runs/run-table.js";
import { say } from "../../../words/sentence.js";
import { savedFiles } from "../identify/known-files.js";
import { type LoraFile, readLoraFile } from "../identify/lora-file.js";
import { traceFile } from "../identify/trace-file.js";
import type { LineageRoom } from "../lineage-room.js";

export interface Side {
  file: LoraFile;
  run: RunRecord | null;
  step: number | null;
}

/** The file that the latest sweep of a run recommends, while it is there. */
async function recommendedFile(room: LineageRoom, run: number): Promise<string | null> {
  for (const { id } of listSweeps(room.database, { run })) {
    const stored = await judgeStored(room, id).catch(() => null);
    const chosen = stored?.judged.recommendation?.chosen;
    if (!stored || !chosen) continue;
    const rows = stored.target.resolved.axes.find((axis) => axis.id === "lora")?.values ?? [];
    const path = rows[chosen.lora]?.path;
    if (path !== undefined && fileStamp(path) !== null) return path;
  }
  return null;
}

/** The file of a run that stands for it. @throws StudioError "notFound" */
async function fileOfRun(room: LineageRoom, id: number): Promise<string> {
  await room.runner.looked();
  const run = oneRun(room.database, id);
  const recommended = await recommendedFile(room, id);
  if (recommended !== null) return recommended;
  const last = savedFiles(room, run).findLast(({ path }) => fileStamp(path) !== null);
  if (last) return last.path;
  throw new StudioError(
    "notFound",
    say("Run {id} has saved no whole file.", { id }),
    say("`train list` names those there are."),
  );
}

/** @throws StudioError "badArguments" | "notFound" | "modelInvalid" | "outsideRoots" */
export async function sideOf(
  room: LineageRoom,
  { path, run: named }: Params<"lineage/compare">["sides"][number],
): Promise<Side> {
  if ((path === undefined) === (named === undefined)) {
    throw new StudioError(
      "badArguments",
      say("A LoRA file or the number of a run is expected on each side."),
      say("Give `path` or `run`."),
    );
  }
  const place = path === undefined ? await fileOfRun(room, named ?? 0) : await room.roots.permit(path);
  const file = await readLoraFile(room.database, place);
  const { matches } = await traceFile(room, file);
  const [match] = matches;
  const run = named ?? match?.run;
  return {
    file,
    run: run === undefined ? null : oneRun(room.database, run),
    step: match?.step ?? file.facts.step,
  };
}
