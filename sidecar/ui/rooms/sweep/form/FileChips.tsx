import { words } from "../../../state/look.js";
import {
  addFiles,
  candidates,
  change,
  changing,
  chosenFiles,
  planSweep,
  type SweepCandidate,
  settings,
  toggleFile,
} from "../../../state/sweep-draft.js";
import { problemWords } from "../../../state/sweep-words.js";
import { runs } from "../../../state/training.js";
import { PathForm } from "../../planning/PathForm.js";

/** Files of a run of this machine, found by themselves. */
function RunChoice() {
  const { sweep, training } = words.value;
  const { form } = sweep;
  const trained = runs.value.filter(({ progress }) => progress.step > 0);
  if (trained.length === 0 || changing.value !== null) return null;
  return (
    <label class="sweep-run">
      {form.fromRun}
      <select
        value={String(settings.value?.run ?? "")}
        onChange={({ currentTarget }) => {
          const run = Number(currentTarget.value);
          if (run > 0) void planSweep({ run, rehearsal: settings.value?.rehearsal ?? false });
        }}
      >
        {settings.value?.run == null && <option value="">{form.noRun}</option>}
        {trained.map(({ id, name, rehearsal }) => (
          <option key={id} value={id}>
            {name} · {training.runNumber(id)}
            {rehearsal ? ` · ${sweep.rehearsal}` : ""}
          </option>
        ))}
      </select>
    </label>
  );
}

function Chip({ file }: { file: SweepCandidate }) {
  const { jobs } = words.value;
  const { path, label, name, bytes, problem, family } = file;
  const said = problem && problemWords(problem);
  const facts = [label === name ? null : name, family, jobs.size(bytes)].filter(Boolean).join(" · ");
  return (
    <li class="sweep-file">
      <label title={path}>
        <input type="checkbox" checked={chosenFiles.value.has(path)} onChange={() => toggleFile(path)} />
        <span>
          <strong>{label}</strong> <small class="muted figures">{facts}</small>
          {said && problem && (
            <small class={problem.severity === "error" ? "red" : "amber"}>
              {" "}
              {said.message} {said.remedy}
            </small>
          )}
        </span>
      </label>
    </li>
  );
}

function Choose() {
  const { form } = words.value.sweep;
  const paths = candidates.value.map(({ path }) => path);
  const some = [
    [form.all, paths],
    [form.everySecond, paths.filter((_, index) => (paths.length - 1 - index) % 2 === 0)],
    [form.lastOnly, paths.slice(-1)],
  ] as const;
  return (
    <p class="train-buttons">
      <span class="muted figures">{form.filesChosen(chosenFiles.value.size, paths.length)}</span>
      {some.map(([title, loras]) => (
        <button type="button" class="small" key={title} onClick={() => change({ loras: [...loras] })}>
          {title}
        </button>
      ))}
    </p>
  );
}

/** The rows: saves of a run by themselves, or any files. */
export function FileChips() {
  const { form } = words.value.sweep;
  return (
    <section class="plan-section" aria-labelledby="sweep-files">
      <h3 id="sweep-files">{form.files}</h3>
      <p class="muted">{form.filesNote}</p>
      <RunChoice />
      {candidates.value.length > 0 && (
        <ul class="sweep-files">
          {candidates.value.map((file) => (
            <Chip file={file} key={file.path} />
          ))}
        </ul>
      )}
      {candidates.value.length > 2 && settings.value && <Choose />}
      <PathForm label={form.addPath} action={form.add} hint={form.pathHint} onPath={(path) => void addFiles(path)} />
    </section>
  );
}
