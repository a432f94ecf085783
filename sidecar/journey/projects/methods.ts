import type { Params, Result } from "../../../protocol/validate.js";
import type { JourneyRoom } from "../journey-room.js";
import { lookAtSet } from "./look-at-set.js";
import { allProjects, findProjects, oneProject, type Project, storyOf } from "./project-store.js";
import { noProject } from "./project-table.js";
import { recordsOf } from "./records.js";
import { wireEvents, wireProject } from "./wire-project.js";

/** Projects: a folder's whole story in one place. */
export function projectMethods({ database, roots }: JourneyRoom) {
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
  const opened = async ({ folder }: Project) => {
    const look = await lookAtSet(folder);
    // Its pictures are shown.
    if (look !== null) await roots.open(folder);
    return look;
  };
  return {
    async "project/list"(_params: Params<"project/list">): Promise<Result<"project/list">> {
      const records = recordsOf(database);
      findProjects(database, records);
      const projects: Result<"project/list">["projects"] = [];
      for (const project of allProjects(database)) {
        if (!(await isTheirs(project))) continue;
        const [look, story] = [await opened(project), storyOf(database, project, records)];
        const { steps, plans, runs, sweeps } = story;
        // A folder that was only looked at, and holds nothing: no work of anybody.
        const isEmpty = steps.length + plans.length + runs.length + sweeps.length === 0 && (look?.pictures ?? 0) === 0;
        if (!isEmpty) projects.push(wireProject(project, story, look));
      }
      return { projects: projects.sort((left, right) => (left.worked < right.worked ? 1 : -1)) };
    },
    async "project/show"({ id }: Params<"project/show">): Promise<Result<"project/show">> {
      const project = await visible(id);
      const records = recordsOf(database);
      findProjects(database, records);
      const [look, story] = [await opened(project), storyOf(database, project, records)];
      return {
        project: wireProject(project, story, look),
        folders: story.folders,
        set: look && { folders: look.folders, cover: look.cover },
        events: wireEvents(story),
      };
    },
  };
}
