import { words } from "../../../state/look.js";
import { leaveTool, openTools, stopTool, type ToolRun } from "../../../state/lora-tools.js";
import { CopyButton } from "../CopyButton.js";

const colours: Record<string, string> = { succeeded: "green", failed: "red", stopped: "amber", unknown: "amber" };

/** Of a bar that was drawn over and over, its last state; where a line comes from is far on the right. */
const readable = (text: string): string =>
  text.replaceAll(/[^\r\n]*\r(?!\n)/g, "").replaceAll(/ {8,}(?=\S+\.py:\d+\s*$)/gm, "  ");

function Progress({ run: { progress, tool } }: { run: ToolRun }) {
  const { training } = words.value;
  const { tools: said } = training;
  const { phase, done, total, secondsLeft } = progress;
  const told = [
    said.phases[phase] ?? phase,
    done !== null && total !== null && said.progress(done, total),
    secondsLeft !== null && said.secondsLeft(secondsLeft),
  ];
  return (
    <div class="train-progress">
      <progress max={total ?? 1} value={done ?? 0} aria-label={said.tools[tool] ?? tool} />
      <span class="figures muted">{told.filter(Boolean).join(" · ")}</span>
    </div>
  );
}

function Verdict({ run: { verdict, state } }: { run: ToolRun }) {
  const { training } = words.value;
  const known: Record<string, (typeof training.tools.causes)["memory"] | undefined> = training.tools.causes;
  if (verdict === null || verdict.cause === null) return null;
  const sentences = known[verdict.cause];
  return (
    <div class={state === "succeeded" ? "problem mild" : "problem"} role="alert">
      <p>{sentences?.message(verdict.values) ?? verdict.message}</p>
      <p class="hint">{sentences?.remedy(verdict.values) ?? verdict.remedy}</p>
      {verdict.lines.length > 0 && (
        <details>
          <summary>{training.logLines}</summary>
          <pre class="train-lines" lang="en">
            {verdict.lines.join("\n")}
          </pre>
        </details>
      )}
    </div>
  );
}

/** A tool that was started: how far it is, or how it ended, its log and its new file. */
export function ShownRun({ run }: { run: ToolRun }) {
  const { training } = words.value;
  const { tools: said } = training;
  const { id, tool, state, made, log, command, rehearsal } = run;
  const sentence = state === "succeeded" && made === null ? said.listed : (said.states[state] ?? state);
  const text = readable(`${log.stderr}${log.stdout}`).trim();
  return (
    <>
      <h3>{said.tools[tool] ?? tool}</h3>
      <p class={`train-state ${colours[state] ?? ""}`} role="status">
        {sentence} {rehearsal && <span class="plan-tag">{said.rehearsal}</span>}
      </p>
      {state === "running" && <Progress run={run} />}
      <Verdict run={run} />
      {made && (
        <div class="train-head">
          <span>
            {said.madeFile}: <code>{made.path}</code> <span class="figures muted">{said.size(made.bytes)}</span>
          </span>
          <CopyButton text={made.path} label={training.copyPath} name={training.copyPathOf(made.path)} />
        </div>
      )}
      <details class="train-fold" open={tool === "check" || state === "failed"}>
        <summary>{said.log}</summary>
        <section
          class="train-log"
          lang="en"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
          tabIndex={0}
          aria-label={said.log}
        >
          {text || said.emptyLog}
        </section>
      </details>
      <details class="train-fold">
        <summary>{said.command}</summary>
        <code class="tool-command">{command}</code>
      </details>
      <div class="train-buttons">
        {state === "running" && (
          <button type="button" onClick={() => void stopTool(id)}>
            {said.stop}
          </button>
        )}
        <button type="button" onClick={leaveTool}>
          {said.back}
        </button>
        {made && tool !== "mergeInto" && (
          <button type="button" onClick={() => openTools(made.path)}>
            {said.openMade}
          </button>
        )}
      </div>
    </>
  );
}
