import { worded } from "../../../captions/filter/bad-filter.js";
import { filterMistake } from "../../../captions/filter/parse-filter.js";
import { toggleTag } from "../../../captions/filter/toggle-tag.js";
import { Problem } from "../../parts/Problem.js";
import { UndoButtons } from "../../parts/UndoButtons.js";
import { filter } from "../../state/address.js";
import { following, saveNow } from "../../state/caption-edit.js";
import { captionStatistics, displayed, filterError, target } from "../../state/captions.js";
import { pictures } from "../../state/dataset.js";
import { runningJob } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import { markAll, marked, markOthers, unmark } from "../../state/marked.js";
import { panel } from "../../state/panels.js";
import { saveError } from "../../state/saving.js";
import { startTagging } from "../../state/tagging.js";
import { FilterInput } from "./FilterInput.js";

const CHIPS = 14;

function Marks() {
  const { editor } = words.value;
  const total = displayed.value.filter(({ path }) => marked.value.has(path)).length;
  if (total === 0) return null;
  return (
    <>
      <strong>{editor.marked(total)}</strong>
      <button type="button" class="small" onClick={() => markAll(displayed.value)}>
        {editor.markAll}
      </button>
      <button type="button" class="small" onClick={() => markOthers(displayed.value)}>
        {editor.markOthers}
      </button>
      <button type="button" class="small" onClick={unmark}>
        {editor.unmark}
      </button>
    </>
  );
}

/** Asks the tagger once more about the marked pictures, as the tagging room is set. */
function TagAgain() {
  const { editor } = words.value;
  const names = target.value.names;
  if (!names) return null;
  return (
    <button
      type="button"
      class="small"
      disabled={runningJob.value !== null}
      onClick={() => void startTagging({ names })}
    >
      {editor.tagAgain(names.length)}
    </button>
  );
}

/** The most frequent tags of what is displayed: a click shows only pictures with one, Alt or the right button without. */
function TagChips() {
  const { editor, number } = words.value;
  const statistics = captionStatistics.value;
  if (!statistics) return null;
  const { tags, different } = statistics;
  return (
    <ul class="chips filter-chips" aria-label={editor.frequentTags}>
      {tags.slice(0, CHIPS).map(({ tag, images }) => (
        <li key={tag}>
          <button
            type="button"
            title={editor.chipHint(tag)}
            onClick={(event) => {
              const join = event.shiftKey ? "OR" : "AND";
              filter.value = toggleTag(filter.value, tag, event.altKey ? "without" : "with", join);
            }}
            onContextMenu={(event) => {
              event.preventDefault();
              filter.value = toggleTag(filter.value, tag, "without");
            }}
          >
            {tag} <span class="muted figures">{number(images)}</span>
          </button>
        </li>
      ))}
      {different > CHIPS && (
        <li>
          <button type="button" onClick={() => (panel.value = "tags")}>
            +{number(different - CHIPS)}
          </button>
        </li>
      )}
    </ul>
  );
}

/** Stands there while captions wait to be saved. */
function SaveButton() {
  const { editor } = words.value;
  const { unsaved } = following.value;
  if (unsaved === 0) return saveError.value && <Problem error={saveError.value} />;
  return (
    <button type="button" class="small primary" title={editor.unsavedNote} onClick={() => void saveNow()}>
      {editor.saveCaptions(unsaved)}
    </button>
  );
}

/** Why a filter cannot be read, and the place in it; what only the sidecar finds wrong is said in its words. */
function FilterProblem() {
  if (!filterError.value) return null;
  const text = filter.value;
  const mistake = filterMistake(text);
  if (!mistake) return <Problem error={filterError.value} />;
  const { message, hint } = worded(text, mistake, words.value.filterMistakes);
  return (
    <div class="problem" role="alert">
      <p>
        {message}{" "}
        <code aria-hidden="true">
          {text.slice(0, mistake.at)}
          <mark>{text.slice(mistake.at) || " "}</mark>
        </code>
      </p>
      <p class="hint">{hint}</p>
    </div>
  );
}

/** Which pictures are displayed; everything below acts on them. */
export function FilterBar() {
  const { editor } = words.value;
  return (
    <div class="filter-bar">
      <div class="filter-line">
        <FilterInput />
        <span class="muted figures" role="status">
          {editor.displayed(displayed.value.length, pictures.value.length)}
        </span>
        <Marks />
        <TagAgain />
        <span class="space" />
        <SaveButton />
        <UndoButtons />
        <button type="button" class="small" onClick={() => (panel.value = "files")}>
          {editor.filesButton}
        </button>
        <button type="button" class="small" onClick={() => (panel.value = "history")}>
          {editor.history}
        </button>
      </div>
      <FilterProblem />
      <TagChips />
    </div>
  );
}
