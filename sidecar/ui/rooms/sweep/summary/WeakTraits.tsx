import { batch } from "@preact/signals";
import { toggleTag } from "../../../../captions/filter/toggle-tag.js";
import { pictureAddress } from "../../../rpc.js";
import { filter, folder, room, selectedPath } from "../../../state/address.js";
import { openFolder } from "../../../state/dataset.js";
import { words } from "../../../state/look.js";
import { openNextVersion } from "../../../state/next-version.js";
import { readable } from "../../../state/plan-catalog.js";
import type { Sweep, SweepReport } from "../../../state/sweep.js";
import { reasonWords } from "../../../state/sweep-words.js";

const PICTURES = 6;
const spoken = (tag: string): string => tag.replaceAll("_", " ");

/** Opens the Captions room with the captions that name one of the tags, or at one picture. */
function showInCaptions(where: string | null, tags: readonly string[], picture: string | null): void {
  batch(() => {
    if (where !== null && where !== folder.value) openFolder(where);
    filter.value = tags.reduce((asked, tag) => toggleTag(asked, spoken(tag), "with", "OR"), "");
    selectedPath.value = picture;
    room.value = "captions";
  });
}

function Pictures({ shown, paths }: { shown: Sweep; paths: readonly string[] }) {
  const { report } = words.value.sweep;
  if (paths.length === 0) return null;
  return (
    <span class="sweep-examples">
      {paths.slice(0, PICTURES).map((path) => (
        <button
          type="button"
          key={path}
          aria-label={`${report.showThem}: ${path}`}
          title={path}
          onClick={() => showInCaptions(shown.folder, [], path)}
        >
          <img src={pictureAddress("thumbnail", { path, version: path }, 128)} alt="" loading="lazy" />
        </button>
      ))}
    </span>
  );
}

/** What follows for the next training. */
function NextPlan({ shown, told }: { shown: Sweep; told: SweepReport }) {
  const { report } = words.value.sweep;
  const next = told.nextPlan;
  if (next === null) return null;
  const pruned = next.pruneTags.map(spoken).join(", ");
  return (
    <div class="sweep-next">
      <h4>{report.nextPlanTitle}</h4>
      <ul class="sweep-reasons">
        {next.changes.map(({ field, from, to, reason }) => (
          <li key={`${field} ${reason.sentence}`}>
            {to !== "" && <span class="figures">{report.change(readable(field), from, to)} </span>}
            <span class="muted">{reasonWords(reason)}</span>
          </li>
        ))}
        {next.pruneTags.length > 0 && (
          <li>
            {report.prune(pruned)}{" "}
            <button
              type="button"
              class="small"
              aria-label={report.showNamed(pruned)}
              onClick={() => showInCaptions(shown.folder, next.pruneTags, null)}
            >
              {report.showThem}
            </button>
          </li>
        )}
      </ul>
      <p class="train-buttons">
        <button type="button" onClick={() => void openNextVersion({ sweep: shown.id })}>
          {words.value.lineage.nextButton}
        </button>
      </p>
    </div>
  );
}

/** Traits that came too little, with the captions and pictures behind them. */
export function WeakTraits({ shown, told }: { shown: Sweep; told: SweepReport }) {
  const { report } = words.value.sweep;
  if (told.weakTraits.length === 0 && told.nextPlan === null) return null;
  return (
    <section class="sweep-card" aria-label={report.nextPlanTitle}>
      {told.weakTraits.map(({ tag, best, pictures, captionsNaming, reasons }) => (
        <div key={tag}>
          <h3>{report.weak(spoken(tag), best)}</h3>
          <p>{report.weakSets(pictures.length, captionsNaming.length)}</p>
          {reasons.map((reason) => (
            <p class="muted" key={`${reason.code} ${reason.sentence}`}>
              {reasonWords(reason)}
            </p>
          ))}
          <Pictures shown={shown} paths={pictures} />
          {captionsNaming.length > 0 && (
            <button
              type="button"
              class="small"
              aria-label={report.showNamed(spoken(tag))}
              onClick={() => showInCaptions(shown.folder, [tag], null)}
            >
              {report.showThem}
            </button>
          )}
        </div>
      ))}
      <NextPlan shown={shown} told={told} />
    </section>
  );
}
