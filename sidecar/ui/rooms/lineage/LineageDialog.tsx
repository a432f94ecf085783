import { useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { DialogEnd } from "../../parts/DialogEnd.js";
import { Problem } from "../../parts/Problem.js";
import { loraFile } from "../../state/address.js";
import { type Lineage, lineage, lineageError, openLineage, openVersions } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import { openNextVersion } from "../../state/next-version.js";
import { Chain } from "./Chain.js";
import { LineageDetails } from "./LineageDetails.js";

/** How the run was found, in a sentence. */
function matchSentence({ match, runs, via }: Lineage): string {
  const { lineage: said } = words.value;
  const [run] = runs;
  if (run === undefined) return said.none;
  if (runs.length > 1) return said.merged(runs.length);
  if (via.some(({ kind }) => kind === "tool")) return said.tool(run.id);
  return said.matches[match]?.(run.id) ?? "";
}

/** A path that is written, for what no list has. */
function PathForm({
  label,
  button,
  onPath,
  value = "",
}: {
  label: string;
  button: string;
  value?: string;
  onPath(path: string): void;
}) {
  const [path, setPath] = useState(value);
  return (
    <form
      class="lineage-path-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (path.trim() !== "") onPath(path.trim());
      }}
    >
      <label>
        {label}
        <input value={path} onInput={({ currentTarget }) => setPath(currentTarget.value)} />
      </label>
      <button type="submit" disabled={path.trim() === ""}>
        {button}
      </button>
    </form>
  );
}

function OtherVersions({ found }: { found: Lineage }) {
  const { lineage: said } = words.value;
  const { file, runs, next } = found;
  const [run] = runs;
  const earlier = runs.flatMap(({ parent }) => (parent?.run ? [{ id: parent.run, name: parent.name }] : []));
  const later = next.map(({ run: id, name }) => ({ id, name }));
  return (
    <section aria-label={said.versions} class="lineage-versions">
      <p class="train-buttons">
        {run && (
          <button type="button" class="primary" onClick={() => void openNextVersion({ run: run.id })}>
            {said.nextButton}
          </button>
        )}
        {earlier.map(({ id, name }) => (
          <button type="button" key={id} onClick={() => openVersions(`run:${id}`, file.path)}>
            {said.compareWith(name)}
          </button>
        ))}
        {later.map(({ id, name }) => (
          <button type="button" key={id} onClick={() => openVersions(file.path, `run:${id}`)}>
            {said.compareWith(name)}
          </button>
        ))}
      </p>
      <details class="train-fold">
        <summary>{said.compareFile}</summary>
        <PathForm label={said.otherPath} button={said.compare} onPath={(path) => openVersions(file.path, path)} />
      </details>
    </section>
  );
}

function Found({ found }: { found: Lineage }) {
  const { lineage: said } = words.value;
  const isRehearsal = found.file.rehearsal || found.runs.some(({ rehearsal }) => rehearsal);
  return (
    <>
      {isRehearsal && <p class="amber">{said.rehearsal}</p>}
      <p class={found.runs.length === 0 ? "amber" : ""} role="status">
        {matchSentence(found)}
      </p>
      <Chain found={found} />
      <OtherVersions found={found} />
      <LineageDetails found={found} />
    </>
  );
}

function Inside() {
  const { lineage: said } = words.value;
  const path = loraFile.value ?? "";
  return (
    <>
      <h2>{lineage.value ? said.titleOf(lineage.value.file.name) : said.title}</h2>
      <PathForm key={path} label={said.path} button={said.look} value={path} onPath={openLineage} />
      {lineageError.value && <Problem error={lineageError.value} />}
      {lineage.value ? (
        <Found found={lineage.value} />
      ) : (
        path !== "" && !lineageError.value && <p class="muted">{said.reading}</p>
      )}
      <DialogEnd close={said.close} />
    </>
  );
}

/** Where a LoRA file came from, and what came of it. */
export function LineageDialog() {
  return (
    <Dialog name="lineage" title={words.value.lineage.title}>
      <Inside />
    </Dialog>
  );
}
