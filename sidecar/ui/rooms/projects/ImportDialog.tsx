import { useState } from "preact/hooks";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { call, RequestError } from "../../rpc.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { readProjects } from "../../state/projects.js";

type Imported = Methods["project/import"]["result"];

/** Looked at first; the second button does what was shown. */
function ImportForm() {
  const said = words.value.projects;
  const [working, setWorking] = useState(false);
  const [seen, setSeen] = useState<Imported | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const ask = async (form: FormData): Promise<void> => {
    const [file, into] = [String(form.get("file") ?? "").trim(), String(form.get("into") ?? "").trim()];
    if (file === "" || into === "" || working) return;
    const captions = form.get("replace") === null ? ("keep" as const) : ("replace" as const);
    setWorking(true);
    try {
      setSeen(await call("project/import", { file, into, captions, dryRun: seen === null }));
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof RequestError)) throw thrown;
      setError(thrown);
    } finally {
      setWorking(false);
      await readProjects();
    }
  };
  const forget = (): void => setSeen(null);
  const done = seen !== null && seen.project !== null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!done) void ask(new FormData(event.currentTarget));
      }}
    >
      <h2>{said.importTitle}</h2>
      <p class="muted">{said.importNote}</p>
      <label>
        {said.importFile}
        <input name="file" spellcheck={false} onInput={forget} />
      </label>
      <label>
        {said.importInto}
        <input name="into" spellcheck={false} onInput={forget} />
      </label>
      <label class="check">
        <input type="checkbox" name="replace" onInput={forget} />
        {said.replaceCaptions}
      </label>
      {error && <Problem error={error} />}
      {seen && (
        <p class={done ? "green" : ""} role="status">
          {said.imported(seen)}
        </p>
      )}
      <div class="dialog-buttons">
        <button type="button" onClick={() => (panel.value = null)}>
          {said.close}
        </button>
        {!done && (
          <button type="submit" class="primary" disabled={working}>
            {working ? said.bringing : seen === null ? said.lookFirst : said.bring}
          </button>
        )}
      </div>
    </form>
  );
}

/** A project that another machine has written. */
export function ImportDialog() {
  return (
    <Dialog name="projectImport" title={words.value.projects.importTitle}>
      <ImportForm />
    </Dialog>
  );
}
