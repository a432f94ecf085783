import { Problem } from "../../parts/Problem.js";
import { words } from "../../state/look.js";
import { plan } from "../../state/plan.js";
import {
  addPrompt,
  changeLine,
  promptLines,
  promptsError,
  proposePromptLines,
  proposingPrompts,
  removeLine,
  samplesId,
  samplesTimed,
  setPromptText,
} from "../../state/plan-samples.js";
import { Field } from "./Field.js";
import { PromptRow, Typed } from "./PromptRow.js";

function Lines() {
  const { samplePrompts: said } = words.value;
  const lines = promptLines.value;
  let count = 0;
  return (
    <ol class="prompt-rows">
      {lines.map((line, index) => {
        if (line.kind === "other") {
          // Empty lines are kept, and there is nothing to see of them.
          if (line.raw.trim() === "") return null;
          return (
            // Lines have no name but their place.
            <li key={`line ${index}`} class="prompt-comment">
              <Typed label={said.comment} value={line.raw} onChange={(raw) => changeLine(index, raw)} />
              <button type="button" class="small" onClick={() => removeLine(index)}>
                {said.removeComment}
              </button>
            </li>
          );
        }
        const number = count;
        count += 1;
        return <PromptRow key={`line ${index}`} prompt={line.prompt} index={index} number={number} of={lines.length} />;
      })}
    </ol>
  );
}

function AsText() {
  const { samplePrompts: said } = words.value;
  const text = plan.value?.samplePrompts ?? "";
  return (
    <details class="train-fold">
      <summary>{said.asText}</summary>
      <textarea
        class="prompt-text"
        aria-label={said.asText}
        spellcheck={false}
        rows={Math.min(16, promptLines.value.length + 2)}
        value={text}
        onChange={({ currentTarget }) => setPromptText(currentTarget.value)}
      />
    </details>
  );
}

/** Which pictures the trainer draws while it learns: a row for each prompt, and how often. */
export function SamplePrompts() {
  const { samplePrompts: said } = words.value;
  const prompts = promptLines.value.filter(({ kind }) => kind === "prompt").length;
  return (
    <section id={samplesId} aria-labelledby="plan-samples-title" class="plan-section" tabIndex={-1}>
      <h2 id="plan-samples-title">{said.title}</h2>
      <p class="muted">
        {prompts === 0 ? said.none : said.drawnEachTime(prompts)} {said.note}
      </p>
      {prompts > 0 && !samplesTimed.value && <p class="amber">{said.whenMissing}</p>}
      <Lines />
      {promptsError.value && <Problem error={promptsError.value} />}
      <p class="train-buttons">
        <button type="button" disabled={proposingPrompts.value} onClick={() => void proposePromptLines()}>
          {proposingPrompts.value ? said.proposing : said.propose}
        </button>
        <button type="button" onClick={addPrompt}>
          {said.add}
        </button>
      </p>
      {prompts > 0 && (
        <>
          <h3>{said.often}</h3>
          <div class="plan-fields">
            <Field name="sample_every_n_steps" />
            <Field name="sample_every_n_epochs" />
            <Field name="sample_at_first" />
            <Field name="sample_sampler" />
          </div>
          <AsText />
        </>
      )}
    </section>
  );
}
