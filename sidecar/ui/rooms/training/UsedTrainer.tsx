import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";
import { preflight } from "../../state/training-start.js";
import type { Trainer } from "../../state/training-trainers.js";
import { trainerProblemWords } from "../../state/training-words.js";
import { WebuiButton } from "./WebuiButton.js";

/** Versions and cards of a trainer, in one line. */
export function TrainerFacts({ trainer }: { trainer: Trainer }) {
  const { training: said } = words.value;
  const { torch, cuda, python3, devices } = trainer;
  const facts = [
    python3.version !== null && said.pythonOf(python3.version),
    torch.version !== null && said.trainer.versions(torch.version, cuda.version),
    ...devices.map(({ name, memory }) => said.trainer.device(name, memory)),
  ].filter(Boolean);
  return facts.length > 0 ? <p class="muted">{facts.join(" · ")}</p> : null;
}

/** What is wrong with a trainer, and what to do. */
export function TrainerProblems({ trainer }: { trainer: Trainer }) {
  const { plan: said } = words.value;
  if (trainer.problems.length === 0) return null;
  return (
    <ul class="plan-problems">
      {trainer.problems.map((problem, index) => {
        const { title, message, remedy } = trainerProblemWords(problem);
        return (
          <li class={`plan-problem ${problem.severity}`} key={`${problem.code} ${index}`}>
            <p>
              <strong class={problem.severity === "error" ? "red" : "amber"}>
                {said.severities[problem.severity]}
                {title && `: ${title}`}
              </strong>
            </p>
            <p>{message}</p>
            {remedy && <p class="muted">{remedy}</p>}
          </li>
        );
      })}
    </ul>
  );
}

/** The trainer that the next run uses. */
export function UsedTrainer() {
  const { training: said } = words.value;
  const found = preflight.value;
  if (found === null) return null;
  const { trainer } = found.real;
  // What makes it unusable stands among the findings already.
  const warnings = trainer?.usable ? trainer : null;
  return (
    <div class="train-trainer">
      <div class="train-head">
        <h3>{said.trainerUsed}</h3>
        <span class="train-buttons">
          <button type="button" class="small" onClick={() => (panel.value = "trainers")}>
            {trainer === null ? said.chooseOne : said.chooseOther}
          </button>
          <WebuiButton />
        </span>
      </div>
      {trainer === null ? (
        <p class="muted">{said.noTrainer}</p>
      ) : (
        <>
          <p>{said.trainer.found(trainer.folder, trainer.revision)}</p>
          <TrainerFacts trainer={trainer} />
        </>
      )}
      {warnings && <TrainerProblems trainer={warnings} />}
    </div>
  );
}
