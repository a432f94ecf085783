import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { words } from "../../state/look.js";
import { locateProject } from "../../state/project-actions.js";
import type { ProjectRow } from "../../state/projects.js";

/** Points a project to where its folder lies now: looked at first, then used. */
export function LocateFolder({ project }: { project: ProjectRow }) {
  const said = words.value.projects;
  const [seen, setSeen] = useState<Methods["project/locate"]["result"] | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const look = async (folder: string): Promise<void> => {
    try {
      setSeen(await call("project/locate", { id: project.id, folder, dryRun: true }));
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      setError(thrown);
      setSeen(null);
    }
  };
  return (
    <form
      class="project-locate"
      onSubmit={(event) => {
        event.preventDefault();
        const written = new FormData(event.currentTarget).get("folder");
        if (typeof written === "string" && written.trim() !== "") void look(written.trim());
      }}
    >
      <p class="amber">{said.next.locate()}</p>
      <label>
        {said.whereNow}
        <input name="folder" defaultValue={project.folder} spellcheck={false} onInput={() => setSeen(null)} />
      </label>
      <button type="submit" class={seen === null ? "small primary" : "small"}>
        {said.lookThere}
      </button>
      {error && <Problem error={error} />}
      {seen && (
        <>
          <p>{seen.known === 0 ? said.notIt : said.located(seen)}</p>
          <button type="button" class="small primary" onClick={() => void locateProject(project.id, seen.folder)}>
            {said.useIt(seen.known)}
          </button>
        </>
      )}
    </form>
  );
}
