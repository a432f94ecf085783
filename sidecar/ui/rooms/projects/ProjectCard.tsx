import { pictureAddress } from "../../rpc.js";
import { projectId } from "../../state/address.js";
import { words } from "../../state/look.js";
import { archiveProject, goToNext } from "../../state/project-actions.js";
import type { ProjectRow } from "../../state/projects.js";
import { ReportButton } from "../report/ReportButton.js";
import { StagePath } from "./StagePath.js";

const COVER = 256;
// What goes on without its user, and what is done.
const calm = new Set<ProjectRow["next"]["kind"]>(["training", "drawing", "waiting", "nothing"]);

function Cover({ project: { cover, name } }: { project: ProjectRow }) {
  if (cover === null)
    return (
      <span class="project-cover none" aria-hidden="true">
        {[...name][0]}
      </span>
    );
  return <img class="project-cover" src={pictureAddress("thumbnail", cover, COVER)} alt="" loading="lazy" />;
}

/** What it needs next, with the button that leads there. */
export function NextStep({ project, withReport = false }: { project: ProjectRow; withReport?: boolean }) {
  const said = words.value.projects;
  const { next, archived } = project;
  const isCalm = calm.has(next.kind) || archived !== null;
  return (
    <div class="project-next">
      <p>{said.next[next.kind](next)}</p>
      {withReport && <ReportButton project={{ id: project.id }} name={project.name} />}
      <button type="button" class={isCalm ? "small" : "small primary"} onClick={() => goToNext(project)}>
        {said.go[next.kind]}
      </button>
    </div>
  );
}

/** One project in the list. */
export function ProjectCard({ project }: { project: ProjectRow }) {
  const { projects: said, date } = words.value;
  const { id, name, folder, pictures, captions, worked, stages, rehearsal, archived } = project;
  return (
    <li class={archived === null ? "project-card" : "project-card archived"}>
      <Cover project={project} />
      <div class="project-facts">
        <h3>
          <button
            type="button"
            class="project-name"
            aria-label={said.openStory(name)}
            onClick={() => (projectId.value = id)}
          >
            {name}
          </button>
          {rehearsal && <span class="plan-tag amber">{said.rehearsal}</span>}
        </h3>
        <small class="muted project-folder" title={folder}>
          {folder}
        </small>
        <StagePath stages={stages} />
        <small class="muted figures">
          {said.opened(pictures, captions)} · {said.worked(date(worked))}
        </small>
      </div>
      <NextStep project={project} withReport />
      {archived !== null && (
        <button type="button" class="small project-back" onClick={() => void archiveProject(id, false)}>
          {said.unarchive}
        </button>
      )}
    </li>
  );
}
