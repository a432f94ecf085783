import { useState } from "preact/hooks";
import { toggleTag } from "../../../captions/filter/toggle-tag.js";
import { Dialog } from "../../parts/Dialog.js";
import { filter } from "../../state/address.js";
import { doEdits } from "../../state/caption-edit.js";
import { captionStatistics, type Statistics, target } from "../../state/captions.js";
import { words } from "../../state/look.js";

type TagRow = Statistics["tags"][number];
type SortKey = "tag" | "images" | "length" | "tokens";

const sortKeys: SortKey[] = ["tag", "images", "length", "tokens"];
const ROWS = 300;

const order: Record<SortKey, (left: TagRow, right: TagRow) => number> = {
  tag: (left, right) => left.tag.localeCompare(right.tag, "en", { numeric: true }),
  images: (left, right) => right.images - left.images,
  length: (left, right) => right.tag.length - left.tag.length,
  tokens: (left, right) => right.tokens - left.tokens,
};

function Row({ row }: { row: TagRow }) {
  const { editor, number } = words.value;
  const { tag, images, tokens } = row;
  const show = (mode: "with" | "without"): void => {
    filter.value = toggleTag(filter.value, tag, mode);
  };
  const remove = (): void => {
    const { filter: shown, names } = target.value;
    void doEdits([{ kind: "remove", tags: [literal(tag)] }], { filter: shown, ...(names ? { names } : {}) });
  };
  return (
    <tr>
      <th scope="row">{tag}</th>
      <td class="figures">{number(images)}</td>
      <td class="figures">{number(tag.length)}</td>
      <td class="figures">{number(tokens)}</td>
      <td class="row-buttons">
        <button type="button" class="small quiet" aria-label={editor.showWith(tag)} onClick={() => show("with")}>
          +
        </button>
        <button type="button" class="small quiet" aria-label={editor.showWithout(tag)} onClick={() => show("without")}>
          −
        </button>
        <button type="button" class="small quiet red" aria-label={editor.removeFrom(tag, images)} onClick={remove}>
          × {number(images)}
        </button>
      </td>
    </tr>
  );
}

/** A tag as it is, where wildcards and expressions could be meant. */
const literal = (tag: string): string =>
  tag.startsWith("/") ? `/^${escaped(tag)}$/` : tag.replaceAll(/[*?\\]/g, "\\$&");
const escaped = (tag: string): string => tag.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Squares as dark as two tags stand together often. */
function Together({ together }: { together: Statistics["together"] }) {
  const { editor } = words.value;
  const { tags, counts } = together;
  const side = 15;
  if (tags.length < 2) return null;
  return (
    <figure class="together">
      <figcaption>{editor.together}</figcaption>
      <svg viewBox={`0 0 ${150 + tags.length * side} ${tags.length * side}`} role="img" aria-label={editor.together}>
        {tags.map((tag, row) => (
          <g key={tag}>
            <text x={144} y={row * side + 11} text-anchor="end">
              {tag.slice(0, 22)}
            </text>
            {tags.map((other, column) => {
              const both = counts[row]?.[column] ?? 0;
              const most = counts[row]?.[row] ?? 1;
              return (
                <rect
                  key={other}
                  x={150 + column * side}
                  y={row * side}
                  width={side - 1}
                  height={side - 1}
                  fill-opacity={0.06 + (0.94 * both) / Math.max(most, 1)}
                >
                  <title>{editor.togetherCell(tag, other, both)}</title>
                </rect>
              );
            })}
          </g>
        ))}
      </svg>
    </figure>
  );
}

function Folders({ folders }: { folders: Statistics["folders"] }) {
  const { editor, number } = words.value;
  if (folders.length < 2) return null;
  return (
    <>
      <h3>{editor.byFolder}</h3>
      {folders.map(({ folder, pictures, tags }) => (
        <details key={folder}>
          <summary>
            {folder || "."} <span class="muted figures">{number(pictures)}</span>
          </summary>
          <ul class="bars">
            {tags.map(({ tag, images }) => (
              <li key={tag} style={{ "--part": images / Math.max(pictures, 1) }}>
                <span class="bar-name">{tag}</span> <span class="figures">{number(images)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** All tags of what is displayed: sorted, searched, shown with or without, taken out. */
function Table() {
  const { editor, choose } = words.value;
  const [search, setSearch] = useState("");
  const [key, setKey] = useState<SortKey>("images");
  const [cloud, setCloud] = useState(false);
  const statistics = captionStatistics.value;
  if (!statistics) return null;
  const wanted = search.trim().toLowerCase();
  const found = statistics.tags.filter(({ tag }) => tag.toLowerCase().includes(wanted)).sort(order[key]);
  const most = Math.max(...found.map(({ images }) => images), 1);
  return (
    <>
      <h2>{editor.tagsOfSet(statistics.different, statistics.pictures)}</h2>
      <div class="one-buttons">
        <input
          type="search"
          aria-label={choose.searchTags}
          placeholder={choose.searchTags}
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <button type="button" class="small" aria-pressed={cloud} onClick={() => setCloud(!cloud)}>
          {editor.cloud}
        </button>
      </div>
      {cloud ? (
        <p class="cloud">
          {found.slice(0, 120).map(({ tag, images }) => (
            <button
              key={tag}
              type="button"
              class="quiet"
              style={{ fontSize: `${0.8 + 1.3 * Math.sqrt(images / most)}rem` }}
              onClick={() => (filter.value = toggleTag(filter.value, tag, "with"))}
            >
              {tag}
            </button>
          ))}
        </p>
      ) : (
        <div class="tag-table">
          <table>
            <thead>
              <tr>
                {sortKeys.map((name) => (
                  <th key={name} scope="col" aria-sort={name === key ? "descending" : "none"}>
                    <button type="button" class="small quiet" onClick={() => setKey(name)}>
                      {editor.columns[name]}
                    </button>
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {found.slice(0, ROWS).map((row) => (
                <Row key={row.tag} row={row} />
              ))}
            </tbody>
          </table>
          {found.length > ROWS && <p class="muted">{editor.moreTags(found.length - ROWS)}</p>}
        </div>
      )}
      <Folders folders={statistics.folders} />
      <details>
        <summary>{editor.together}</summary>
        <Together together={statistics.together} />
      </details>
    </>
  );
}

export function TagList() {
  return (
    <Dialog name="tags" title={words.value.editor.allTags}>
      <Table />
    </Dialog>
  );
}
