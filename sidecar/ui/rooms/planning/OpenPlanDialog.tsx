import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import {
  forgetImported,
  type Imported,
  importError,
  imported,
  mapFolder,
  mappings,
  needsPath,
  openImported,
  readConfiguration,
  readFile,
  readMappings,
} from "../../state/plan-open.js";
import { MapFolder } from "./LostFolders.js";
import { PathForm } from "./PathForm.js";

/** Where the configuration comes from: a path, a file of this browser's machine, or its text. */
function Sources() {
  const { plan: said } = words.value;
  const [text, setText] = useState("");
  return (
    <>
      <PathForm label={said.openPath} action={said.readIt} onPath={(path) => void readConfiguration({ path })} />
      <label class="drop">
        {said.dropFile}
        <input
          type="file"
          aria-label={said.pickFile}
          accept=".json,.toml,.txt"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void readFile(file);
            currentTarget.value = "";
          }}
        />
      </label>
      {needsPath.value && (
        <p class="amber" role="status">
          {said.givePath}
        </p>
      )}
      <label>
        {said.pasteText}
        <textarea
          rows={4}
          value={text}
          spellcheck={false}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            if (currentTarget.value.trim() !== "") void readConfiguration({ text: currentTarget.value });
          }}
        />
      </label>
    </>
  );
}

/** What was read, what is odd in it, and what of it lies elsewhere. */
function Read({ found }: { found: Imported }) {
  const { plan: said } = words.value;
  const { plan, kind, problems, unknown, folders, foreign } = found;
  return (
    <div role="status">
      <p>
        <strong class="green">{said.kinds[kind]}</strong> {said.readAs(plan.name)}
      </p>
      {folders.length > 0 && (
        <ul class="plan-list">
          {folders.map(({ name, repeats, pictures }) => (
            <li key={name}>
              <code>{name}</code> {said.folderSentence(pictures, repeats)}
            </li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <>
          <p class="amber">{said.fieldProblems(problems.length)}</p>
          <ul class="plan-list">
            {problems.map(({ field, expected, found: was }) => (
              <li key={field}>
                <code>{field}</code>: {said.expected(expected, was)}
              </li>
            ))}
          </ul>
        </>
      )}
      {unknown.length > 0 && (
        <details>
          <summary>{kind === "metadata" ? said.untold(unknown.length) : said.unknownKeys(unknown.length)}</summary>
          <p class="muted plan-names">{unknown.join(", ")}</p>
        </details>
      )}
      {foreign.length > 0 && <p class="amber">{said.foreign}</p>}
      {foreign.map((from) => (
        <MapFolder key={from} from={from} />
      ))}
      <div class="dialog-buttons">
        <button
          type="button"
          class="primary"
          onClick={() => {
            panel.value = null;
            openImported();
          }}
        >
          {kind === "metadata" ? said.trainLikeIt : said.openIt}
        </button>
      </div>
    </div>
  );
}

/** Folders of other machines that were told before; a wrong one is forgotten. */
function Known() {
  const { plan: said } = words.value;
  useEffect(() => void readMappings(), []);
  if (mappings.value.length === 0) return null;
  return (
    <details>
      <summary>{said.knownFolders(mappings.value.length)}</summary>
      <ul class="plan-list">
        {mappings.value.map(({ from, to }) => (
          <li key={from}>
            {said.liesAt(from, to)}{" "}
            <button
              type="button"
              class="quiet small"
              aria-label={said.forgetFolder(from)}
              onClick={() => void mapFolder(from, null)}
            >
              {said.forget}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Inside() {
  const { plan: said } = words.value;
  const [over, setOver] = useState(false);
  useEffect(() => forgetImported, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by the file field inside.
    <div
      class={over ? "drop-target over" : "drop-target"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file) void readFile(file);
      }}
    >
      <h2>{said.openTitle}</h2>
      <p class="muted">{said.openNote}</p>
      <Sources />
      {importError.value && <Problem error={importError.value} />}
      {imported.value && <Read found={imported.value} />}
      <Known />
    </div>
  );
}

/** Opens a configuration of Kohya's GUI, of sd-scripts or of ours, or what a LoRA file tells of its training. */
export function OpenPlanDialog() {
  return (
    <Dialog name="planOpen" title={words.value.plan.openTitle}>
      <Inside />
    </Dialog>
  );
}
