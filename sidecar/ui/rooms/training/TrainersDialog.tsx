import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { DialogEnd } from "../../parts/DialogEnd.js";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import {
  chooseTrainer,
  choosing,
  readTrainers,
  type Trainer,
  trainers,
  trainersError,
} from "../../state/training-trainers.js";
import { CopyButton } from "./CopyButton.js";
import { InstallTrainer } from "./InstallTrainer.js";
import { TrainerFacts, TrainerProblems } from "./UsedTrainer.js";

function Packages({ trainer: { packages } }: { trainer: Trainer }) {
  const { training: said } = words.value;
  const rows = Object.entries(packages);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary class="muted">{said.packages}</summary>
      <ul class="chips">
        {rows.map(([name, { version, problem }]) => (
          <li key={name} title={problem ?? ""}>
            {name} <span class={problem ? "amber" : "muted"}>{version ?? said.notInstalled}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function TrainerCard({ trainer }: { trainer: Trainer }) {
  const { training: said } = words.value;
  const origins: Record<string, string> = said.trainer.origins;
  return (
    <li class={trainer.chosen ? "train-card here" : "train-card"}>
      <div class="train-head">
        <h3>{said.trainer.found(trainer.folder, trainer.revision)}</h3>
        {trainer.chosen ? (
          <span class="plan-tag">{said.inUse}</span>
        ) : (
          <button
            type="button"
            class="small"
            disabled={choosing.value}
            aria-label={said.useNamed(trainer.folder)}
            onClick={() => void chooseTrainer(trainer.folder, trainer.python)}
          >
            {said.useThis}
          </button>
        )}
      </div>
      <p>
        <strong class={trainer.usable ? "green" : "amber"}>
          {trainer.usable ? said.trainer.usable : said.trainer.notUsable}
        </strong>{" "}
        <span class="muted">{origins[trainer.origin] ?? trainer.origin}</span>
      </p>
      <TrainerFacts trainer={trainer} />
      <TrainerProblems trainer={trainer} />
      <Packages trainer={trainer} />
    </li>
  );
}

/** How one is installed, by commands that can be copied. */
function Guide() {
  const { training: said } = words.value;
  const guide = trainers.value?.guide ?? [];
  const titles: Record<string, string> = said.trainer.guide.steps;
  if (guide.length === 0) return null;
  return (
    <section class="train-guide">
      <h3>{said.trainer.guide.title}</h3>
      <p class="muted">{said.trainer.guide.note}</p>
      <ol>
        {guide.map(({ step, title, command }) => {
          const spoken = titles[step] ?? title;
          return (
            <li key={step}>
              <div class="train-head">
                <span>{spoken}</span>
                <CopyButton text={command} label={said.copy} name={said.copyNamed(spoken)} />
              </div>
              <code>{command}</code>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function NamedFolder() {
  const { training: said } = words.value;
  const [folder, setFolder] = useState("");
  const [python, setPython] = useState("");
  return (
    <form
      class="plan-map"
      onSubmit={(event) => {
        event.preventDefault();
        if (folder.trim() !== "") void chooseTrainer(folder.trim(), python.trim() || null);
      }}
    >
      <label>
        {said.namedFolder}
        <input
          type="text"
          spellcheck={false}
          value={folder}
          onInput={({ currentTarget }) => setFolder(currentTarget.value)}
        />
      </label>
      <label>
        {said.namedPython}
        <input
          type="text"
          spellcheck={false}
          value={python}
          placeholder={said.pythonHint}
          onInput={({ currentTarget }) => setPython(currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={folder.trim() === "" || choosing.value}>
        {said.useFolder}
      </button>
      <button type="button" disabled={choosing.value} onClick={() => void chooseTrainer(null, null)}>
        {said.lookAgain}
      </button>
    </form>
  );
}

function Inside() {
  const { training: said } = words.value;
  useEffect(() => void readTrainers(), []);
  const found = trainers.value;
  return (
    <>
      <h2>{said.trainersTitle}</h2>
      {trainersError.value && <Problem error={trainersError.value} />}
      {found === null || choosing.value ? (
        <p role="status">
          {trainersError.value === null && (
            <>
              {said.lookingForTrainers} <progress aria-label={said.lookingForTrainers} />
            </>
          )}
        </p>
      ) : (
        found.trainers.length === 0 && (
          <p>
            {said.trainer.none} <span class="muted">{said.trainer.noneRemedy}</span>
          </p>
        )
      )}
      <ul class="train-cards">
        {found?.trainers.map((trainer) => (
          <TrainerCard key={`${trainer.folder} ${trainer.python}`} trainer={trainer} />
        ))}
      </ul>
      <NamedFolder />
      <InstallTrainer />
      <Guide />
      <DialogEnd close={said.close} />
    </>
  );
}

/** Every trainer that was found, what each can and lacks, and how one is installed. */
export function TrainersDialog() {
  return (
    <Dialog name="trainers" title={words.value.training.trainersTitle}>
      <Inside />
    </Dialog>
  );
}
