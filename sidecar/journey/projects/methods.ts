import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import type { Params, Result } from "../../../protocol/validate.js";
import { scanFolder } from "../../dataset/scan.js";
import type { LongRequest } from "../../dataset/verify.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import type { JourneyRoom } from "../journey-room.js";
import { exportProject } from "./archive/export-project.js";
import { importProject } from "./archive/import-project.js";
import { archiveProject, renameProject } from "./change-project.js";
import { followFolders, knownPictures, moveProject } from "./follow-folder.js";
import { lookAtProject } from "./look-at-set.js";
import { allProjects, findProjects, oneProject, type Project, type Story, storyOf } from "./project-store.js";
import { noProject } from "./project-table.js";
import { type Records, recordsOf } from "./records.js";
import { sweepVerdict } from "./sweep-verdict.js";
import { wireEvents, wireProject } from "./wire-project.js";

const stillThere = (folder: string): StudioError =>
  new StudioError(
    "badArguments",
    say("{folder} is where it was: only a project whose folder is gone is pointed to another.", { folder }),
    say("Open the other folder instead; it becomes a project of its own."),
  );

/** What is about the whole machine: records of runs, LoRA files, folders of its owner. */
function requireOwner({ roots }: Pick<JourneyRoom, "roots">): void {
  if (!roots.exposed) return;
  throw new StudioError(
    "notAllowed",
    say("Projects are taken to other machines by their owner only."),
    say("Log in, or ask who runs the studio."),
  );
}

/** Links resolved where the folder is there already. */
const realPlace = (folder: string): Promise<string> => realpath(folder).catch(() => folder);

type Row = Result<"project/list">["projects"][number];

/** A folder that was only looked at, and holds nothing: no work of anybody. */
const isEmpty = ({ steps, plans, runs, sweeps }: Story, { pictures }: Row): boolean =>
  steps.length + plans.length + runs.length + sweeps.length + pictures === 0;

/** Projects: a folder's whole story in one place. */
export function projectMethods(room: JourneyRoom) {
  const { database, roots } = room;
  /** A visitor sees what lies in the folders that are open to it; a folder that is gone is its owner's alone. */
  const isTheirs = async ({ folder }: Project): Promise<boolean> =>
    !roots.exposed ||
    roots.permit(folder).then(
      () => true,
      () => false,
    );
  const visible = async (id: number): Promise<Project> => {
    const found = oneProject(database, id);
    if (await isTheirs(found)) return found;
    throw noProject(id);
  };
  const told = async (project: Project, records: Records) => {
    const story = storyOf(database, project, records);
    const look = await lookAtProject(project.folder, story.folders).catch(() => null);
    // Its pictures are shown.
    if (look !== null) await roots.open(project.folder);
    const latest = story.sweeps[0];
    const verdict = latest === undefined ? null : await sweepVerdict(room, latest);
    return { story, look, row: wireProject(project, story, { look, verdict }) };
  };
  const oneRow = async (id: number): Promise<Row> => (await told(await visible(id), recordsOf(database))).row;
  return {
    async "project/list"(_params: Params<"project/list">): Promise<Result<"project/list">> {
      const records = recordsOf(database);
      findProjects(database, records);
      await followFolders(database);
      const projects: Row[] = [];
      for (const project of allProjects(database)) {
        if (!(await isTheirs(project))) continue;
        const { story, row } = await told(project, records);
        if (!isEmpty(story, row)) projects.push(row);
      }
      return { projects: projects.sort((left, right) => (left.worked < right.worked ? 1 : -1)) };
    },
    async "project/show"({ id }: Params<"project/show">): Promise<Result<"project/show">> {
      findProjects(database);
      await followFolders(database);
      const { story, look, row } = await told(await visible(id), recordsOf(database));
      return {
        project: row,
        folders: story.folders,
        set: look && { folders: look.folders, cover: look.cover },
        events: wireEvents(story),
      };
    },
    async "project/rename"({ id, name }: Params<"project/rename">): Promise<Result<"project/rename">> {
      await visible(id);
      renameProject(database, id, name);
      return { project: await oneRow(id) };
    },
    async "project/archive"({ id, archived }: Params<"project/archive">): Promise<Result<"project/archive">> {
      await visible(id);
      archiveProject(database, id, archived);
      return { project: await oneRow(id) };
    },
    async "project/export"(
      { id, to, pictures = false, loras = false, replace = false }: Params<"project/export">,
      { signal, progress }: LongRequest,
    ): Promise<Result<"project/export">> {
      requireOwner(room);
      findProjects(database);
      const wish = { target: await roots.permitNew(to), pictures, loras, replace };
      return exportProject(oneProject(database, id), wish, {
        database,
        stateFolder: room.stateFolder,
        signal,
        progress,
      });
    },
    async "project/import"(
      { file, into, captions = "keep", dryRun = false }: Params<"project/import">,
      { signal, progress }: LongRequest,
    ): Promise<Result<"project/import">> {
      requireOwner(room);
      const wish = {
        file: await roots.permit(file),
        into: await realPlace(await roots.permitNew(into)),
        captions,
        dryRun,
      };
      const done = await importProject(wish, { database, stateFolder: room.stateFolder, signal, progress });
      if (done.project !== null) await roots.open(done.folder);
      return done;
    },
    async "project/locate"({
      id,
      folder: given,
      dryRun = false,
    }: Params<"project/locate">): Promise<Result<"project/locate">> {
      await roots.permit(given);
      const project = await visible(id);
      const folder = await roots.open(given);
      const scan = await scanFolder(folder);
      const known = knownPictures(database, project.folder, scan);
      const moves = !dryRun && folder !== project.folder;
      if (moves && existsSync(project.folder)) throw stillThere(project.folder);
      if (moves) moveProject(database, project, folder);
      return { folder, before: project.folder, known, pictures: scan.images.length, located: moves };
    },
  };
}
