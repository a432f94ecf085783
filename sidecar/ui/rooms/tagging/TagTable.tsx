import { useState } from "preact/hooks";
import { choice, toggleExcluded } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { type Preview, preview } from "../../state/preview.js";

// More rows than anyone reads; the search finds the others.
const ROWS = 150;

function Row({ row }: { row: Preview["tags"][number] }) {
  const { choose, number } = words.value;
  const { tag, category, probability, images, gained, lost } = row;
  return (
    <li style={{ "--part": probability }} class={category === "character" ? "character" : ""}>
      <span class="bar-name">{tag}</span>
      {gained > 0 && <span class="green figures">+{number(gained)}</span>}
      {lost > 0 && <span class="red figures">−{number(lost)}</span>}
      <span class="figures">{number(images)}</span>
      <button
        type="button"
        class="leave-out"
        title={choose.leaveOut(tag)}
        aria-label={choose.leaveOut(tag)}
        onClick={() => toggleExcluded(tag)}
      >
        ×
      </button>
    </li>
  );
}

/** The tags of all captions as chosen, with what each gains and loses, and a way to leave one out. */
export function TagTable() {
  const { choose } = words.value;
  const [search, setSearch] = useState("");
  const tags = preview.value?.tags ?? [];
  const wanted = search.trim().toLowerCase();
  const shown = tags.filter(({ tag }) => tag.toLowerCase().includes(wanted)).slice(0, ROWS);
  const excluded = choice.value.exclude ?? [];
  return (
    <>
      <h2>{choose.tags}</h2>
      <p class="muted">{choose.tagsNote}</p>
      <input
        class="tag-search"
        type="search"
        placeholder={choose.searchTags}
        aria-label={choose.searchTags}
        value={search}
        onInput={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      {excluded.length > 0 && (
        <p class="left-out">
          {choose.leftOut}:{" "}
          {excluded.map((tag) => (
            <button
              key={tag}
              type="button"
              class="small struck"
              title={choose.takeBack(tag)}
              onClick={() => toggleExcluded(tag)}
            >
              {tag}
            </button>
          ))}
        </p>
      )}
      <ul class="bars">
        {shown.map((row) => (
          <Row key={row.tag} row={row} />
        ))}
      </ul>
    </>
  );
}
