import { pictureAddress } from "../../rpc.js";
import { projectId } from "../../state/address.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { archiveProject } from "../../state/project-actions.js";
import { type ProjectStory as Story, story } from "../../state/projects.js";
import { ProjectCourse } from "../course/ProjectCourse.js";
import { ReportButton } from "../report/ReportButton.js";
import { ExportDialog } from "./ExportDialog.js";
import { LocateFolder } from "./LocateFolder.js";
import { NextStep } from "./ProjectCard.js";
import { ProjectName } from "./ProjectName.js";
import { StagePath } from "./StagePath.js";
import { StoryEvents } from "./StoryEvents.js";

const THUMBNAIL = 128;

function Pictures({ shown: { set, folders, project } }: { shown: Story }) {
  const said = words.value.projects;
  return (
    <section class="plan-section" aria-labelledby="story-pictures">
      <h2 id="story-pictures">{said.pictures}</h2>
      {set && (
        <ul class="story-covers">
          {set.cover.map((cover) => (
            <li key={cover.path}>
              <img src={pictureAddress("thumbnail", cover, THUMBNAIL)} alt="" loading="lazy" />
            </li>
          ))}
        </ul>
      )}
      <ul class="story-folders">
        {folders.map((folder) => (
          <li key={folder}>
            {folder}
            {folder === project.folder ? (
              <span class="muted">
                {" "}
                {set?.folders.map(({ name, repeats, pictures }) => said.setFolder(name, repeats, pictures)).join(", ")}
              </span>
            ) : (
              <span class="muted"> {said.alsoThere}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One project whole: its way, its pictures, and everything that happened in it. */
export function ProjectStory() {
  const { projects: said, rooms } = words.value;
  const shown = story.value;
  const back = (
    <button type="button" class="small" onClick={() => (projectId.value = null)}>
      ← {rooms.projects}
    </button>
  );
  if (shown === null || shown.project.id !== projectId.value) {
    return (
      <>
        <div class="projects-head">{back}</div>
        <p class="notice">{said.reading}</p>
      </>
    );
  }
  const { project } = shown;
  return (
    <>
      <div class="projects-head">
        {back}
        <ProjectName key={project.id} project={project} />
        {project.rehearsal && <span class="plan-tag amber">{said.rehearsal}</span>}
        {project.archived !== null && <span class="plan-tag">{said.archived}</span>}
        <span class="space" />
        <ReportButton project={{ id: project.id }} name={project.name} />
        <button type="button" class="small" onClick={() => (panel.value = "projectExport")}>
          {said.exportIt}
        </button>
        <button type="button" class="small" onClick={() => void archiveProject(project.id, project.archived === null)}>
          {project.archived === null ? said.archive : said.unarchive}
        </button>
      </div>
      <section class="plan-section" aria-label={said.way}>
        <StagePath stages={project.stages} wide />
        {project.found ? <NextStep project={project} /> : <LocateFolder key={project.id} project={project} />}
      </section>
      {project.found && project.archived === null && (
        <section class="plan-section" aria-label={words.value.course.title}>
          <ProjectCourse project={project.id} folder={project.folder} />
        </section>
      )}
      <Pictures shown={shown} />
      <StoryEvents shown={shown} />
      <ExportDialog project={project} />
    </>
  );
}
