import { StudioError } from "../../../host/studio-error.js";
import type { Database } from "../../../store/database.js";
import { say } from "../../../words/sentence.js";
import { knownProject, projectWithKey } from "../project-table.js";
import { noProjectIn, type ProjectManifest } from "./archive-format.js";

/** @throws StudioError "fileExists" where the project, or another one, is there already */
export function refuseKnown(database: Database, { project: { key, name } }: ProjectManifest, into: string): void {
  const known = projectWithKey(database, key);
  if (known !== null) {
    throw new StudioError(
      "fileExists",
      say("“{name}” is here already: project {id}, “{known}”, in {folder}.", {
        name,
        id: known.id,
        known: known.name,
        folder: known.folder,
      }),
      say("Nothing was imported. Open that project; what another machine added to it cannot be joined yet."),
    );
  }
  const other = knownProject(database, into);
  const used = other && database.prepare("SELECT 1 FROM project WHERE id = ? AND imported IS NOT NULL").get(other.id);
  if (other !== null && used !== undefined) {
    throw new StudioError(
      "fileExists",
      say("{into} belongs to another project already: {id}, “{name}”.", { into, id: other.id, name: other.name }),
      say("Choose another folder."),
    );
  }
}

/** A name in the records leads into its folder and nowhere else. @throws StudioError "badArguments" */
export function refuseBadNames(file: string, { folders, pictures }: ProjectManifest): void {
  const isBad = (name: string): boolean =>
    /(?:^|\/)\.{0,2}(?:\/|$)|\\|\0|^[a-z]:/i.test(name.replace(/^\.\//, "")) || name.length > 1024;
  const bad = [...folders, ...pictures.map(({ name }) => name)].find(isBad);
  if (bad !== undefined) throw noProjectIn(file, `the name "${bad.slice(0, 80)}" leads elsewhere`);
}
