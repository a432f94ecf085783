import { useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { scan } from "../../state/dataset.js";
import { goBackTo, nameState, nextRedo, redoNext, type Step, steps, stepTitle, undoTo } from "../../state/history.js";
import { words } from "../../state/look.js";

function Entry({ step, later }: { step: Step; later: number }) {
  const { history, date } = words.value;
  const folder = scan.value?.folder;
  return (
    <li class={step.undone ? "undone" : ""}>
      <span class="muted figures">{date(step.created)}</span>{" "}
      <strong>
        {step.point && <span aria-hidden="true">⚑ </span>}
        {step.point ? step.name : stepTitle(step)}
      </strong>{" "}
      {!step.point && <span class="muted">{history.changed(step.files, step.moved)}</span>}
      <span class="space" />
      {(step.point || (step.undone && nextRedo.value?.step !== step.step)) && folder !== undefined && (
        <button type="button" class="small" onClick={() => void goBackTo(folder, step.step)}>
          {history.goBackTo}
        </button>
      )}
      {!step.point && !step.undone && folder !== undefined && (
        <button type="button" class="small" onClick={() => void undoTo(folder, step.step)}>
          {later === 0 ? history.undoThis : history.undoWith(later)}
        </button>
      )}
      {step.undone && nextRedo.value?.step === step.step && folder !== undefined && (
        <button type="button" class="small" onClick={() => void redoNext(folder)}>
          {history.redoThis}
        </button>
      )}
    </li>
  );
}

function NameState() {
  const { history } = words.value;
  const [name, setName] = useState("");
  const folder = scan.value?.folder;
  if (folder === undefined) return null;
  return (
    <form
      class="dialog-line one-buttons"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        void nameState(folder, name.trim());
        setName("");
      }}
    >
      <input
        aria-label={history.stateName}
        placeholder={history.stateName}
        maxLength={200}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit">{history.nameState}</button>
    </form>
  );
}

/** Every step of the folder, newest first; undoing an older one names how many later ones go with it. */
export function Timeline() {
  const { editor } = words.value;
  const done = steps.value.filter(({ undone, point }) => !undone && !point);
  return (
    <Dialog name="history" title={editor.history}>
      <h2>{editor.history}</h2>
      <p class="muted">{editor.historyNote}</p>
      <NameState />
      {steps.value.length === 0 && <p>{editor.noHistory}</p>}
      <ol class="timeline">
        {steps.value.map((step) => (
          <Entry key={step.step} step={step} later={Math.max(done.indexOf(step), 0)} />
        ))}
      </ol>
    </Dialog>
  );
}
