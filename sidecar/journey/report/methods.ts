import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { writeText } from "../../store/atomic-file.js";
import { say } from "../../words/sentence.js";
import type { JourneyRoom } from "../journey-room.js";
import { findProjects, oneProject, type Project, projectOf, storyOf } from "../projects/project-store.js";
import type { Language } from "./figures.js";
import { gatherReport } from "./gather/gather-report.js";
import { reportPage } from "./page.js";
import { withoutPlaces } from "./private-places.js";
import { reportTarget } from "./report-file.js";

/** Sentences of a language; read only when a report is made, for they are many. */
async function languageOf(language: "en" | "ja"): Promise<Language> {
  if (language === "ja") {
    const [{ ja }, { reportJa }] = await Promise.all([import("../../words/ja.js"), import("../../words/report-ja.js")]);
    return { all: ja, own: reportJa };
  }
  const [{ en }, { reportEn }] = await Promise.all([import("../../words/en.js"), import("../../words/report-en.js")]);
  return { all: en, own: reportEn };
}

/** A project as one page to keep or to share. */
export function reportMethods({ database, roots, stateFolder, call }: JourneyRoom) {
  const asked = async ({ id, folder }: Params<"project/report">): Promise<Project> => {
    findProjects(database);
    if (id !== undefined) return oneProject(database, id);
    if (folder !== undefined) return projectOf(database, await roots.open(folder));
    throw new StudioError(
      "badArguments",
      say("No project is named."),
      say("Name its number, or the folder of its pictures."),
    );
  };
  return {
    async "project/report"(
      params: Params<"project/report">,
      { signal }: { signal: AbortSignal },
    ): Promise<Result<"project/report">> {
      if (roots.exposed) {
        throw new StudioError(
          "notAllowed",
          say("Reports are made only on the machine itself, or behind a login."),
          say("Open the studio there, or turn the WebUI's login on."),
        );
      }
      const { language = "en", to = null } = params;
      const project = await asked(params);
      const { id, name } = project;
      const path = await reportTarget({ roots, stateFolder }, { to, name, id, language });
      const source = { database, stateFolder, call, project, story: storyOf(database, project), signal };
      const { facts, places } = await gatherReport(source, language);
      await writeText(path, withoutPlaces(reportPage(facts, await languageOf(language)), places));
      const { training, sweep } = facts;
      return {
        id,
        path,
        file: to === null ? basename(path) : null,
        bytes: (await stat(path)).size,
        rehearsal: (training?.run.rehearsal ?? false) || (sweep?.rehearsal ?? false),
        recommendation: sweep?.report.recommendation?.sentence ?? null,
      };
    },
  };
}
