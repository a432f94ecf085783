import { pictureAddress } from "../../rpc.js";
import { filter, selectedPath } from "../../state/address.js";
import { pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import {
  concepts,
  prune,
  pruneConcept,
  prunedTags,
  pruneTicks,
  pruneView,
  pruning,
  tick,
  views,
} from "../../state/prune.js";

function Examples({ paths }: { paths: readonly string[] }) {
  const shown = paths.flatMap((path) => pictures.value.find((picture) => picture.path === path) ?? []);
  return (
    <span class="examples">
      {shown.map((picture) => (
        <button
          key={picture.path}
          type="button"
          class="quiet"
          aria-label={picture.name}
          onClick={() => (selectedPath.value = picture.path)}
        >
          <img src={pictureAddress("thumbnail", picture, 256)} alt="" loading="lazy" />
        </button>
      ))}
    </span>
  );
}

function Groups() {
  const { editor, number } = words.value;
  return (
    <>
      {(pruning.value?.groups ?? []).map(({ category, tags }) => (
        <details key={category} open={tags.some(({ proposed }) => proposed)}>
          <summary>
            {editor.categories[category] ?? category}{" "}
            <span class="muted figures">
              {editor.tickedOf(
                tags.filter(({ tag, proposed }) => pruneTicks.value.get(tag) ?? proposed).length,
                tags.length,
              )}
            </span>
          </summary>
          <ul class="prune-tags">
            {tags.map(({ tag, images, proposed, reason, sentence, examples }) => (
              <li key={tag}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={pruneTicks.value.get(tag) ?? proposed}
                    onChange={({ currentTarget }) => tick(tag, currentTarget.checked)}
                  />
                  {tag} <span class="muted figures">{number(images)}</span>
                </label>
                <small class="muted">{editor.pruneReasons[reason] ?? sentence}</small>
                <Examples paths={examples} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** Which tags to take out for what is taught; guides differ, so both views can be chosen. */
export function PruneCard() {
  const { editor, choose } = words.value;
  const total = prunedTags.value.length;
  return (
    <section class="card" aria-label={editor.prune}>
      <h3>{editor.prune}</h3>
      <div class="presets">
        {concepts.map((concept) => (
          <button
            key={concept}
            type="button"
            class="small"
            aria-pressed={pruneConcept.value === concept}
            onClick={() => (pruneConcept.value = pruneConcept.value === concept ? null : concept)}
          >
            {choose.concepts[concept]}
          </button>
        ))}
      </div>
      {pruneConcept.value !== null && (
        <>
          <fieldset class="views">
            <legend class="muted">{editor.guidesDiffer}</legend>
            {views.map((view) => (
              <label key={view} class="check">
                <input
                  type="radio"
                  name="prune-view"
                  checked={pruneView.value === view}
                  onChange={() => (pruneView.value = view)}
                />
                {editor.views[view]}
              </label>
            ))}
          </fieldset>
          <Groups />
          {total === 0 ? (
            <p class="muted">{editor.nothingToPrune}</p>
          ) : (
            <div class="one-buttons">
              <button type="button" class="primary small" onClick={() => void prune()}>
                {editor.pruneTags(total)}
              </button>
              <button
                type="button"
                class="small"
                onClick={() => (filter.value = prunedTags.value.map((tag) => `tag:"${tag}"`).join(" OR "))}
              >
                {editor.showThem}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
