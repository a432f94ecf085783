import { useEffect } from "preact/hooks";
import { Choice } from "../../parts/Choice.js";
import { words } from "../../state/look.js";
import {
  type InstallPlan,
  installAsking,
  installFolder,
  installOpen,
  installPlan,
  installPython,
  installTorch,
  installWords,
  installXformers,
  lookWhatIsDone,
  startInstall,
} from "../../state/trainer-install.js";

const TORCHES = ["auto", "cu118", "cu124", "cu128", "rocm", "cpu", "mps"] as const;
// Whoever types gets the answer for what stands there in the end.
const PATIENCE_MS = 500;

/** What may be asked for; all of it has an answer of its own. */
function Wishes() {
  const { training: said } = words.value;
  const { install } = said;
  return (
    <form class="train-install-wishes" onSubmit={(event) => event.preventDefault()}>
      <label>
        {install.folder}
        <input
          type="text"
          spellcheck={false}
          placeholder={install.folderHint}
          value={installFolder.value}
          onInput={({ currentTarget }) => {
            installFolder.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        {install.python}
        <input
          type="text"
          spellcheck={false}
          placeholder={install.pythonHint}
          value={installPython.value}
          onInput={({ currentTarget }) => {
            installPython.value = currentTarget.value;
          }}
        />
      </label>
      <Choice
        label={install.torch}
        names={TORCHES}
        words={{ auto: install.torchChosen, ...said.trainer.guide.builds }}
        value={installTorch.value}
        onChange={(torch) => {
          installTorch.value = torch;
        }}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={installXformers.value}
          onChange={({ currentTarget }) => {
            installXformers.value = currentTarget.checked;
          }}
        />
        {install.xformers}
      </label>
    </form>
  );
}

function Problems({ problems }: { problems: InstallPlan["problems"] }) {
  const { plan: said } = words.value;
  const tones = { error: "red", warning: "amber", note: "muted" } as const;
  if (problems.length === 0) return null;
  return (
    <ul class="plan-problems">
      {problems.map((problem) => {
        const { title, message, remedy } = installWords("problems", problem.code, problem);
        return (
          <li class={`plan-problem ${problem.severity}`} key={problem.code}>
            <p>
              <strong class={tones[problem.severity]}>
                {said.severities[problem.severity]}
                {title && `: ${title}`}
              </strong>
            </p>
            <p>{message}</p>
            <p class="muted">{remedy}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Everything that will happen, before it is confirmed. */
function WillDo({ plan }: { plan: InstallPlan }) {
  const { install } = words.value.training;
  const titles: Record<string, string> = install.steps;
  const done = plan.steps.filter((step) => step.done).map(({ step, title }) => titles[step] ?? title);
  const facts: [string, string][] = [
    [install.into, plan.folder],
    [install.repository, install.from(plan.revision, plan.url)],
    [install.torch, install.torchOf(plan.packages.join(" "), plan.index ?? install.pipIndex)],
    ...(plan.python === null || plan.pythonVersion === null
      ? []
      : [["Python", install.withPython(plan.pythonVersion, plan.python)] satisfies [string, string]]),
    [install.disk, install.space(plan.download, plan.disk, plan.free)],
  ];
  return (
    <>
      <h4>{install.willDo}</h4>
      <dl class="train-install-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {done.length > 0 && <p class="muted">{install.goesOn(done.join(", "))}</p>}
      <Problems problems={plan.problems} />
      <details>
        <summary class="muted">{install.commands}</summary>
        <ol class="train-install-commands">
          {plan.steps
            .filter((step) => !step.done)
            .map(({ step, title, commands }) => (
              <li key={step}>
                {titles[step] ?? title}
                {commands.map((command) => (
                  <code key={command}>{command}</code>
                ))}
              </li>
            ))}
        </ol>
      </details>
      <p class="muted">{install.note}</p>
    </>
  );
}

/** What is asked for, what will happen, and the button that begins it. */
export function InstallForm() {
  const { install } = words.value.training;
  const plan = installPlan.value;
  const asked = [installFolder.value, installPython.value, installTorch.value, installXformers.value].join("\n");
  useEffect(() => {
    const timer = setTimeout(() => void lookWhatIsDone(), plan === null ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <>
      <Wishes />
      {plan === null ? (
        <p role="status">
          {install.looking} <progress aria-label={install.looking} />
        </p>
      ) : (
        <WillDo plan={plan} />
      )}
      <p class="train-buttons">
        <button
          type="button"
          class="primary"
          disabled={!plan?.ready || installAsking.value}
          onClick={() => void startInstall()}
        >
          {plan?.goesOn ? install.goOn : install.install}
        </button>
        <button
          type="button"
          onClick={() => {
            installOpen.value = false;
          }}
        >
          {install.back}
        </button>
      </p>
    </>
  );
}
