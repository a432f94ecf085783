import { signal } from "@preact/signals";
import type { Methods } from "../../../../protocol/generated/methods.js";
import { call, RequestError } from "../../rpc.js";
import { choice, choose } from "../../state/choice.js";
import { scan } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { source } from "../../state/preview.js";

type Advice = Methods["tagging/advise"]["result"];
type Concept = Advice["concept"];
const concepts: Concept[] = ["character", "outfit", "style", "object"];

const advice = signal<Advice | null>(null);

/** Sets the thresholds for what is taught, and asks which tags the trigger word should learn. */
async function setConcept(concept: Concept): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  const { recursive, models, join } = source.value;
  try {
    const answer = await call("tagging/advise", {
      concept,
      folder,
      ...(recursive ? { recursive } : {}),
      ...(models ? { models } : {}),
      ...(join ? { join } : {}),
    });
    advice.value = answer;
    choose({ thresholds: { ...choice.value.thresholds, ...answer.thresholds } });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
  }
}

/** What is taught: a character, an outfit, a style, an object. */
export function ConceptChoice() {
  const { choose: text } = words.value;
  return (
    <label class="field">
      {text.concept}
      <select
        value={advice.value?.concept ?? ""}
        onChange={({ currentTarget }) => {
          const concept = concepts.find((known) => known === currentTarget.value);
          if (concept) void setConcept(concept);
          else advice.value = null;
        }}
      >
        <option value="">–</option>
        {concepts.map((concept) => (
          <option key={concept} value={concept}>
            {text.concepts[concept]}
          </option>
        ))}
      </select>
    </label>
  );
}

function Proposals({ prune, scored }: Pick<Advice, "prune" | "scored">) {
  const { advice: text } = words.value.choose;
  const excluded = choice.value.exclude ?? [];
  const proposed = prune.filter(({ tag, proposed: isProposed }) => isProposed && !excluded.includes(tag));
  return (
    <>
      <ul class="proposals">
        {prune.map(({ tag, images, kind }) => (
          <li key={tag}>
            <label title={text.why[kind]}>
              <input
                type="checkbox"
                checked={excluded.includes(tag)}
                onChange={({ currentTarget }) =>
                  choose({
                    exclude: currentTarget.checked ? [...excluded, tag] : excluded.filter((one) => one !== tag),
                  })
                }
              />
              {tag} <span class="muted">{text.on(images, scored)}</span>
            </label>
          </li>
        ))}
      </ul>
      {[...new Set(prune.map(({ kind }) => kind))].map((kind) => (
        <p key={kind} class="note muted">
          {text.why[kind]}
        </p>
      ))}
      {proposed.length > 0 && (
        <button
          type="button"
          class="small"
          onClick={() => choose({ exclude: [...excluded, ...proposed.map(({ tag }) => tag)] })}
        >
          {text.leave(proposed.length)}
        </button>
      )}
    </>
  );
}

/** Why these thresholds, and which tags to leave out. */
export function ConceptAdvice() {
  const { advice: text } = words.value.choose;
  const found = advice.value;
  if (!found) return null;
  return (
    <section class="advice whole-row">
      <p class="note">{text.reason[found.concept]}</p>
      {found.scored > 0 &&
        (found.prune.length > 0 ? (
          <Proposals prune={found.prune} scored={found.scored} />
        ) : (
          <p class="note muted">{text.none}</p>
        ))}
    </section>
  );
}
