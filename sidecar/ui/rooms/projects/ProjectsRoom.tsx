import { Problem } from "../../parts/Problem.js";
import { TourOffer } from "../../parts/TourOffer.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { projects, projectsError } from "../../state/projects.js";
import { ProjectCard } from "./ProjectCard.js";

/** The front page: every folder that was worked on, and what each needs next. */
export function ProjectsRoom() {
  const said = words.value.projects;
  const used = (projects.value ?? []).filter(({ archived }) => archived === null);
  return (
    <section class="projects">
      <h1>{said.title}</h1>
      {projectsError.value && <Problem error={projectsError.value} />}
      {projects.value !== null && used.length === 0 && <p>{said.invite}</p>}
      {projects.value !== null && used.length === 0 && <TourOffer />}
      <button type="button" class="primary" onClick={() => (panel.value = "picker")}>
        {said.open}
      </button>
      <ul class="project-cards">
        {used.map((project) => (
          <ProjectCard key={project.id} project={project} />
        ))}
      </ul>
    </section>
  );
}
