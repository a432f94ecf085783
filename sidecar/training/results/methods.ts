import { join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import type { Settings } from "../../host/settings/settings.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import { say, toldWarnings } from "../../words/sentence.js";
import { requireOwner, requireOwnerAlone } from "../require-owner.js";
import type { RunProgress, RunRecord } from "../runs/run-record.js";
import { oneRun } from "../runs/run-table.js";
import { describeInPlace, isAmongWebuis } from "./describe-in-place.js";
import { loraFolder } from "./lora-folder.js";
import { publishLora } from "./publish.js";
import { publishedLoras } from "./published-table.js";
import { unpublishLora } from "./unpublish.js";

interface ResultsRoom {
  database: Database;
  roots: Roots;
  settings: Settings;
  webuis: WebuiLinks;
  runner: { progressOf(run: RunRecord): RunProgress };
}

const noFolder = (): StudioError =>
  new StudioError(
    "notFound",
    say("It is not known where the WebUI has its LoRA files."),
    say("Name the folder (train results-folder DIR), or connect the WebUI (webui connect http://127.0.0.1:7860)."),
  );

/** The LoRA files of a run that are whole by now, in the order they were saved. */
const lorasOf = (run: RunRecord, progress: RunProgress): string[] =>
  progress.saved.filter(({ kind }) => kind !== "state").map(({ name }) => join(run.meant.outputFolder, name));

/** A run's file by its path, or its last one. @throws StudioError "notFound" */
function fileOf(run: RunRecord, progress: RunProgress, path: string | undefined): string {
  const files = lorasOf(run, progress);
  const found = path === undefined ? files.at(-1) : files.find((file) => file === path);
  if (found !== undefined) return found;
  throw new StudioError(
    "notFound",
    path === undefined
      ? say("Run {id} has saved no whole file.", { id: run.id })
      : say("Run {id} has no whole file {path}.", { id: run.id, path }),
    say("`train show ID` names its files."),
  );
}

/** Methods about LoRA files among a WebUI's own. */
export function resultsMethods(room: ResultsRoom) {
  const { database, roots, settings, webuis, runner } = room;
  return {
    async "training/publish"(params: Params<"training/publish">): Promise<Result<"training/publish">> {
      requireOwner(room);
      const { run: id, path, folder, preview, ...wish } = params;
      const run = id === undefined ? null : oneRun(database, id);
      if (run === null && path === undefined) {
        throw new StudioError("badArguments", say("A run or a LoRA file is expected."), say("Give `run` or `path`."));
      }
      const source = run === null ? await roots.permit(path ?? "") : fileOf(run, runner.progressOf(run), path);
      const target = folder === undefined ? (await loraFolder(settings, webuis)).folder : await roots.permitNew(folder);
      if (target === null) throw noFolder();
      const given =
        typeof preview === "string" ? { path: await roots.permit(preview), kind: "given" as const } : preview;
      const { warnings, ...published } = await publishLora(
        { ...wish, source, folder: target, run, preview: given },
        { database, webuis },
      );
      return { ...published, ...toldWarnings(warnings) };
    },
    async "training/unpublish"({ name, folder }: Params<"training/unpublish">): Promise<Result<"training/unpublish">> {
      requireOwner(room);
      return unpublishLora({ name, folder }, { database, webuis });
    },
    async "training/published"({ run }: Params<"training/published">): Promise<Result<"training/published">> {
      requireOwner(room);
      return { loras: publishedLoras(database, run) };
    },
    async "training/resultsFolder"({
      folder,
      automatic,
    }: Params<"training/resultsFolder">): Promise<Result<"training/resultsFolder">> {
      requireOwner(room);
      if (folder !== undefined || automatic !== undefined) requireOwnerAlone(room);
      if (folder !== undefined) {
        const chosen = folder === null ? null : await roots.permit(folder);
        settings.set({ "folders.loras": chosen });
      }
      if (automatic !== undefined) settings.set({ "training.publish": automatic });
      return { ...(await loraFolder(settings, webuis)), automatic: settings.get("training.publish") };
    },
  };
}

/** What is put among the WebUI's files by itself when a run has succeeded. @throws as `publishLora`, for the first that fails, and "notFound" where no folder is known */
export async function publishBySelf(
  run: RunRecord,
  progress: RunProgress,
  { database, settings, webuis }: Pick<ResultsRoom, "database" | "settings" | "webuis">,
): Promise<void> {
  const automatic = settings.get("training.publish");
  const { folder } = await loraFolder(settings, webuis);
  const files = lorasOf(run, progress);
  // The run has put them there itself.
  if (folder !== null && isAmongWebuis(run.meant.outputFolder, folder)) return describeInPlace(run, files, { webuis });
  if (automatic === "none") return;
  if (folder === null) throw noFolder();
  for (const source of automatic === "all" ? files : files.slice(-1)) {
    await publishLora({ source, folder, run }, { database, webuis });
  }
}
