import { folder as openedFolder } from "../../../state/address.js";
import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { article, change, heldOut } from "../../../state/sweep-draft.js";
import { looked } from "../../../state/sweep-look.js";
import { TextBoxes } from "./TextBoxes.js";

const SHOWN = 24;
const lastPart = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Captions of the set: each becomes a prompt by one click. */
function Captions({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const free = heldOut.value.filter(({ prompt }) => !draft.prompts.includes(prompt));
  if (free.length === 0) return null;
  return (
    <details class="train-fold">
      <summary>{form.heldOut(free.length)}</summary>
      <p class="muted">{form.heldOutNote}</p>
      <ul class="sweep-captions">
        {free.slice(0, SHOWN).map(({ path, prompt }) => (
          <li key={path}>
            <button
              type="button"
              class="quiet"
              aria-label={form.takeCaption(lastPart(path))}
              title={prompt}
              onClick={() => change({ prompts: [...draft.prompts, prompt] })}
            >
              <strong>{lastPart(path)}</strong> <span class="muted">{prompt}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The article's prompts, strengths, seeds and size over the files that are chosen. */
function takeArticle(draft: SweepSettings, example: SweepSettings): void {
  const { loras, run, folder, name, webuis, rehearsal, checkpoint, vae } = draft;
  change({ ...example, loras, run, folder, name, webuis, rehearsal, checkpoint, vae });
}

/** Where the pictures lie that the LoRA was trained on. */
function TrainingSet({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const open = openedFolder.value;
  return (
    <div>
      <label>
        {form.set}
        <input
          value={draft.folder ?? ""}
          spellcheck={false}
          onInput={({ currentTarget }) => change({ folder: currentTarget.value.trim() || null })}
        />
        <small class="muted">{form.setHint}</small>
      </label>
      {open !== null && open !== draft.folder && (
        <button type="button" class="small" onClick={() => change({ folder: open })}>
          {form.setOpen}
        </button>
      )}
    </div>
  );
}

/** What is drawn: a box for each prompt, and the word that calls the LoRA. */
export function PromptBoxes({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const example = article.value;
  return (
    <section class="plan-section" aria-labelledby="sweep-prompts">
      <div class="train-head">
        <h3 id="sweep-prompts">{form.prompts}</h3>
        {example && (
          <button type="button" class="small" onClick={() => takeArticle(draft, example)}>
            {form.article}
          </button>
        )}
      </div>
      <p class="muted">{form.promptsNote}</p>
      <TextBoxes
        texts={draft.prompts}
        label={form.prompt}
        removeLabel={form.removePrompt}
        addLabel={form.addPrompt}
        below={(index) => looked.value?.prompts[index] ?? null}
        belowLabel={form.drawnAs}
        onChange={(prompts) => change({ prompts })}
      />
      <small class="muted">{form.place}</small>
      <Captions draft={draft} />
      <TrainingSet draft={draft} />
      <label>
        {form.trigger}
        <input
          value={draft.trigger ?? ""}
          maxLength={500}
          spellcheck={false}
          onInput={({ currentTarget }) => change({ trigger: currentTarget.value.trim() || null })}
        />
        <small class="muted">{form.triggerHint}</small>
      </label>
    </section>
  );
}
