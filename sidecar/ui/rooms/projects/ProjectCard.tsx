import { batch } from "@preact/signals";
import { pictureAddress } from "../../rpc.js";
import { planId, room, runId, sweepId } from "../../state/address.js";
import { openFolder } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import type { ProjectRow } from "../../state/projects.js";
import { ReportButton } from "../report/ReportButton.js";

const COVER = 256;

/** Leads to where a project's next thing is done. */
function goTo({ folder, found, next }: ProjectRow): void {
  batch(() => {
    if (found) openFolder(folder);
    room.value = next.room;
    planId.value = next.plan;
    runId.value = next.run;
    sweepId.value = next.sweep;
  });
}

export function ProjectCard({ project }: { project: ProjectRow }) {
  const said = words.value.projects;
  const { name, folder, cover, next, pictures, captions, worked } = project;
  return (
    <li class="project-card">
      {cover && <img src={pictureAddress("thumbnail", cover, COVER)} alt="" loading="lazy" />}
      <div>
        <h2>{name}</h2>
        <p class="quiet-line" title={folder}>
          {said.opened(pictures, captions)} · {said.worked(words.value.date(worked))}
        </p>
        <p>{said.next[next.kind](next)}</p>
        <button type="button" onClick={() => goTo(project)}>
          {said.go}
        </button>
        <ReportButton project={{ id: project.id }} name={name} />
      </div>
    </li>
  );
}
