import { openLineage } from "../../state/lineage.js";
import { words } from "../../state/look.js";
import { openTools } from "../../state/lora-tools.js";
import { hasEnded, type Run } from "../../state/training.js";
import { openPublish } from "../../state/training-publish.js";
import { CopyButton } from "./CopyButton.js";

// Of very many files the latest are shown first.
const SHOWN = 12;

/** Broken before its suffix, where there is not room for all of it. */
function FileName({ name }: { name: string }) {
  const at = name.lastIndexOf(".");
  if (at <= 0) return <>{name}</>;
  return (
    <>
      {name.slice(0, at)}
      <wbr />
      <small class="muted">{name.slice(at)}</small>
    </>
  );
}

function FileRow({ file, run }: { file: Run["files"][number]; run: Run }) {
  const { training: said, jobs, webui, lineage } = words.value;
  const { name, kind, step, bytes, path } = file;
  const note = kind === "last" ? said.lastFile : kind === "state" ? said.stateFile : "";
  return (
    <tr>
      <th scope="row" class="file-name-cell" title={path}>
        <FileName name={name} />
      </th>
      <td class="figures">
        {said.fileStep(step)} {note && <span class="plan-tag">{note}</span>}
      </td>
      <td class="figures muted">{jobs.size(bytes)}</td>
      <td>
        <CopyButton text={path} label={said.copy} name={said.copyPathOf(name)} />
        {kind !== "state" && (
          <button
            type="button"
            class="small"
            aria-label={webui.sendNamed(name)}
            onClick={() => openPublish(run.id, path, name.replace(/\.[^.]+$/, ""))}
          >
            {webui.send}
          </button>
        )}
        {kind !== "state" && (
          <button type="button" class="small" aria-label={lineage.buttonOf(name)} onClick={() => openLineage(path)}>
            {lineage.button}
          </button>
        )}
        {kind !== "state" && (
          <button type="button" class="small" aria-label={said.tools.buttonOf(name)} onClick={() => openTools(path)}>
            {said.tools.button}
          </button>
        )}
      </td>
    </tr>
  );
}

/** The files that are whole by now, the latest first. */
export function SavedFiles({ run }: { run: Run }) {
  const { training: said } = words.value;
  const files = [...run.files].reverse();
  const loras = files.filter(({ kind }) => kind !== "state").length;
  const rows = (some: Run["files"]) => (
    <table>
      <tbody>
        {some.map((file) => (
          <FileRow key={file.path} file={file} run={run} />
        ))}
      </tbody>
    </table>
  );
  return (
    <div class="train-files">
      <h3>{hasEnded(run) ? said.filesEnded(loras) : said.filesTitle(loras, run.expected)}</h3>
      {files.length > 0 && rows(files.slice(0, SHOWN))}
      {files.length > SHOWN && (
        <details class="train-fold">
          <summary>{words.value.plan.more(files.length - SHOWN)}</summary>
          {rows(files.slice(SHOWN))}
        </details>
      )}
    </div>
  );
}
