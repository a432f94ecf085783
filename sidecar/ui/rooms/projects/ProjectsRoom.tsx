import { useState } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { projectId } from "../../state/address.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { projectError } from "../../state/project-actions.js";
import { type ProjectRow, projects, projectsError } from "../../state/projects.js";
import { CoursesNow } from "../course/ProjectCourse.js";
import { ImportDialog } from "./ImportDialog.js";
import { NoProjects } from "./NoProjects.js";
import { NowRunning } from "./NowRunning.js";
import { ProjectCard } from "./ProjectCard.js";
import { ProjectStory } from "./ProjectStory.js";
import { RehearseJourney } from "./RehearseJourney.js";

// Fewer are found by looking.
const SEARCHED_FROM = 5;

const matches = ({ name, folder }: ProjectRow, text: string): boolean =>
  `${name}\n${folder}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());

function Cards({ rows }: { rows: readonly ProjectRow[] }) {
  return (
    <ul class="project-cards">
      {rows.map((project) => (
        <ProjectCard key={project.id} project={project} />
      ))}
    </ul>
  );
}

function AllProjects({ all }: { all: readonly ProjectRow[] }) {
  const said = words.value.projects;
  const [text, setText] = useState("");
  const found = all.filter((row) => matches(row, text));
  const [used, archived] = [found.filter((row) => row.archived === null), found.filter((row) => row.archived !== null)];
  return (
    <section aria-labelledby="projects-all">
      <div class="projects-head">
        <h2 id="projects-all">{said.all}</h2>
        <span class="space" />
        {all.length >= SEARCHED_FROM && (
          <input
            type="search"
            aria-label={said.find}
            placeholder={said.find}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        )}
        <button type="button" onClick={() => (panel.value = "projectImport")}>
          {said.importIt}
        </button>
        <button type="button" class="primary" onClick={() => (panel.value = "picker")}>
          {said.open}
        </button>
      </div>
      {found.length === 0 && <p class="notice muted">{said.noneFound(text)}</p>}
      <Cards rows={used} />
      {archived.length > 0 && (
        <details class="projects-archived" open={text !== ""}>
          <summary>{said.archivedOnes(archived.length)}</summary>
          <Cards rows={archived} />
        </details>
      )}
      <details class="projects-archived">
        <summary data-tour="rehearse">{words.value.rehearse.button}</summary>
        <RehearseJourney />
      </details>
    </section>
  );
}

/** The front page: what runs now, and every folder that was worked on with what it needs next. */
export function ProjectsRoom() {
  const said = words.value.projects;
  const all = projects.value;
  const error = projectError.value ?? projectsError.value;
  return (
    <div class="projects">
      {error && <Problem error={error} />}
      {projectId.value !== null ? (
        <ProjectStory />
      ) : (
        <>
          <CoursesNow />
          <NowRunning />
          {all === null && error === null && <p class="notice">{said.reading}</p>}
          <ImportDialog />
          {all !== null && (all.length === 0 ? <NoProjects /> : <AllProjects all={all} />)}
        </>
      )}
    </div>
  );
}
