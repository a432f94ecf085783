import { useState } from "preact/hooks";
import { words } from "../../state/look.js";
import { renameProject } from "../../state/project-actions.js";
import type { ProjectRow } from "../../state/projects.js";

/** The name, and the field for another one. */
export function ProjectName({ project: { id, name } }: { project: ProjectRow }) {
  const said = words.value.projects;
  const [writing, setWriting] = useState(false);
  if (!writing) {
    return (
      <>
        <h1>{name}</h1>
        <button type="button" class="small" onClick={() => setWriting(true)}>
          {said.rename}
        </button>
      </>
    );
  }
  return (
    <form
      class="project-rename"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget).get("name");
        if (typeof written !== "string" || written.trim() === "") return;
        void renameProject(id, written).then((done) => done && setWriting(false));
      }}
      onKeyDown={({ key }) => key === "Escape" && setWriting(false)}
    >
      <input
        name="name"
        aria-label={said.newName}
        defaultValue={name}
        maxLength={200}
        ref={(field) => field?.focus()}
      />
      <button type="submit" class="small primary">
        {said.save}
      </button>
      <button type="button" class="small" onClick={() => setWriting(false)}>
        {said.cancel}
      </button>
    </form>
  );
}
