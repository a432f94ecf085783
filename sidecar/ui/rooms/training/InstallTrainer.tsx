import { useEffect } from "preact/hooks";
import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import {
  againInstall,
  cancelInstall,
  type InstallState,
  installAsking,
  installError,
  installLog,
  installOpen,
  installPlan,
  installState,
  installWords,
  readInstallLog,
  readInstallState,
} from "../../state/trainer-install.js";
import { trainers } from "../../state/training-trainers.js";
import { InstallForm } from "./InstallPlan.js";

const FOLLOW_MS = 1000;

function Steps({ state: { steps, amount, line } }: { state: InstallState }) {
  const { install } = words.value.training;
  const titles: Record<string, string> = install.steps;
  const tones = { waiting: "muted", running: "", done: "green", failed: "red" } as const;
  return (
    <ol class="train-install-steps">
      {steps.map(({ step, title, state, seconds }) => (
        <li key={step} class={state} aria-current={state === "running" ? "step" : undefined}>
          <span>{titles[step] ?? title}</span>{" "}
          <span class={tones[state]}>
            {install.stepStates[state]}
            {seconds !== null && ` · ${install.took(seconds)}`}
          </span>
          {state === "running" && (
            <>
              <progress aria-label={titles[step] ?? title} value={amount?.done} max={amount?.total} />
              <small class="muted">
                {amount && `${install.amount(amount.done, amount.total)} · `}
                <span lang="en">{line}</span>
              </small>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Failure({ failure }: { failure: NonNullable<InstallState["failure"]> }) {
  const { install } = words.value.training;
  const { title, message, remedy } = installWords("causes", failure.cause, failure);
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{message}</p>
      <p class="hint">{remedy}</p>
      {failure.lines.length > 0 && (
        <details>
          <summary>{install.lines}</summary>
          <pre class="train-lines" lang="en">
            {failure.lines.join("\n")}
          </pre>
        </details>
      )}
    </div>
  );
}

function Log({ running }: { running: boolean }) {
  const { install } = words.value.training;
  const text = installLog.value;
  useEffect(() => {
    if (text === null || !running) return;
    const timer = setInterval(() => void readInstallLog(), FOLLOW_MS);
    return () => clearInterval(timer);
  }, [text === null, running]);
  return (
    <details
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void readInstallLog();
        else installLog.value = null;
      }}
    >
      <summary class="muted">{install.log}</summary>
      <section
        class="train-log"
        lang="en"
        aria-label={install.log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        ref={(element) => element?.scrollTo(0, element.scrollHeight)}
      >
        {text}
      </section>
    </details>
  );
}

function Newest({ state }: { state: InstallState }) {
  const { install } = words.value.training;
  const running = state.state === "running";
  const tones = { running: "", succeeded: "green", failed: "red", cancelled: "amber", interrupted: "amber" } as const;
  return (
    <>
      <p role="status">
        <strong class={tones[state.state]}>{install.states[state.state]}</strong>{" "}
        <span class="muted plan-names">{state.folder}</span>
      </p>
      {state.failure && <Failure failure={state.failure} />}
      <Steps state={state} />
      <Log running={running} />
      <p class="train-buttons">
        {running ? (
          <button type="button" disabled={installAsking.value} onClick={() => void cancelInstall()}>
            {install.cancel}
          </button>
        ) : (
          state.state !== "succeeded" && (
            <button
              type="button"
              class="primary"
              disabled={installAsking.value}
              onClick={() => void againInstall(state)}
            >
              {state.state === "failed" ? install.again : install.goOn}
            </button>
          )
        )}
      </p>
    </>
  );
}

/** Installs sd-scripts: what will happen, how far it is, how it ended. */
export function InstallTrainer() {
  const { install } = words.value.training;
  const state = installState.value;
  const running = state?.state === "running";
  useEffect(() => {
    void readInstallState();
    return () => {
      installOpen.value = false;
      installLog.value = null;
    };
  }, []);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => void readInstallState(), FOLLOW_MS);
    return () => clearInterval(timer);
  }, [running]);
  const usable = trainers.value?.trainers.some((one) => one.usable);
  return (
    <section class="train-install">
      <h3>{install.title}</h3>
      {installError.value && <Problem error={installError.value} />}
      {installOpen.value && !running ? (
        <InstallForm />
      ) : (
        <>
          {state && <Newest state={state} />}
          {!running && (
            <p class="train-buttons">
              <button
                type="button"
                class={state === null && !usable ? "primary" : ""}
                onClick={() => {
                  installPlan.value = null;
                  installOpen.value = true;
                }}
              >
                {state === null && !usable ? install.open : install.openOther}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
