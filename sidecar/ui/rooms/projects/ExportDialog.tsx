import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import type { ProjectRow } from "../../state/projects.js";

type Exported = Methods["project/export"]["result"];

function ExportForm({ project }: { project: ProjectRow }) {
  const said = words.value.projects;
  const [working, setWorking] = useState(false);
  const [done, setDone] = useState<Exported | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const write = async (form: FormData): Promise<void> => {
    const to = String(form.get("to") ?? "").trim();
    if (to === "" || working) return;
    const isSet = (name: string): boolean => form.get(name) !== null;
    setWorking(true);
    setDone(null);
    try {
      const wish = { pictures: isSet("pictures"), loras: isSet("loras"), replace: isSet("replace") };
      setDone(await call("project/export", { id: project.id, to, ...wish }));
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      setError(thrown);
    } finally {
      setWorking(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void write(new FormData(event.currentTarget));
      }}
    >
      <h2>{said.exportTitle}</h2>
      <p class="muted">{said.exportNote}</p>
      <label>
        {said.exportTo}
        <input name="to" defaultValue={`${project.folder}.zip`} spellcheck={false} />
      </label>
      {(["pictures", "loras", "replace"] as const).map((name) => (
        <label key={name} class="check">
          <input type="checkbox" name={name} />
          {{ pictures: said.withPictures, loras: said.withLoras, replace: said.replaceFile }[name]}
        </label>
      ))}
      {error && <Problem error={error} />}
      {done && (
        <p class="green" role="status">
          {said.exported(done)}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" onClick={() => (panel.value = null)}>
          {said.close}
        </button>
        <button type="submit" class="primary" disabled={working}>
          {working ? said.writing : said.write}
        </button>
      </div>
    </form>
  );
}

/** A project as one file, for another machine. */
export function ExportDialog({ project }: { project: ProjectRow }) {
  return (
    <Dialog name="projectExport" title={words.value.projects.exportTitle}>
      <ExportForm project={project} />
    </Dialog>
  );
}
