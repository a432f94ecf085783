import { useState } from "preact/hooks";
import { Compare } from "../../parts/Compare.js";
import { ErrorLine } from "../../parts/ErrorLine.js";
import { pictureAddress } from "../../rpc.js";
import {
  acceptCutouts,
  applyTags,
  type CutoutPicture,
  type CutoutReport,
  redoing,
  showsResults,
  tagsChanged,
} from "../../state/cutout.js";
import { openFolder, pictures } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import { panel } from "../../state/panels.js";

const SHOWN = 12;
const THUMBNAIL = 512;

const fileName = (path: string): string => path.replace(/^.*[\\/]/, "");

function redo(original: string): void {
  redoing.value = original;
  showsResults.value = false;
}

function Row({ picture }: { picture: CutoutPicture }) {
  const { cutout } = words.value;
  const { before, after, state, doubt, reasons, accepted, version, error } = picture;
  const name = fileName(before);
  const original = pictures.value.find(({ path }) => path === before) ?? { path: before, version };
  return (
    <li>
      {state === "done" && (
        <Compare
          before={{ address: pictureAddress("thumbnail", original, THUMBNAIL), label: cutout.before }}
          after={{ address: pictureAddress("thumbnail", { path: after, version }, THUMBNAIL), label: cutout.after }}
          label={cutout.slider(name)}
        />
      )}
      <strong>{name}</strong>
      {state === "done" && (
        <small class={doubt >= 0.3 ? "amber" : "muted"}>
          {[cutout.doubt(Math.round(doubt * 100)), ...reasons.map((reason) => cutout.reasons[reason])].join(" · ")}
        </small>
      )}
      {error && (
        <small class="red">
          <ErrorLine error={error} />
        </small>
      )}
      <div class="one-buttons">
        {state === "done" && accepted && <span class="green">{cutout.accepted}</span>}
        {state === "done" && !accepted && (
          <button type="button" class="small" onClick={() => void acceptCutouts([before])}>
            {cutout.accept}
          </button>
        )}
        {error?.code !== "unreadableImage" && (
          <button type="button" class="small" onClick={() => redo(before)}>
            {cutout.redo}
          </button>
        )}
      </div>
    </li>
  );
}

/** Tags that follow from the new background; nothing is changed before the button. */
function TagProposal({ tags }: { tags: NonNullable<CutoutReport["tags"]> }) {
  const { cutout } = words.value;
  if (tagsChanged.value) return <p class="green">{cutout.tagsDone}</p>;
  if (tags.captions === 0) return null;
  return (
    <p class="one-buttons">
      <span>
        {cutout.tags(tags.add.join(", "), tags.captions)}
        {tags.remove.length > 0 && ` ${cutout.tagsRemove(tags.remove.join(", "))}`}
      </span>
      <button type="button" class="small" onClick={() => void applyTags()}>
        {cutout.tagsApply}
      </button>
    </p>
  );
}

/** What a job made, the most doubtful first, each with before and after. */
export function CutoutResults({ report }: { report: CutoutReport }) {
  const { cutout } = words.value;
  const [shown, setShown] = useState(SHOWN);
  const { counts, output, tags } = report;
  const rest = report.pictures.length - shown;
  const open = (folder: string): void => {
    panel.value = null;
    openFolder(folder);
  };
  return (
    <>
      <p role="status">{cutout.results(counts.done, counts.failed)}</p>
      <div class="one-buttons dialog-line">
        {counts.accepted < counts.done && (
          <button type="button" class="small" onClick={() => void acceptCutouts(null)}>
            {cutout.acceptAll}
          </button>
        )}
        {output !== null && (
          <button type="button" class="small" onClick={() => open(output)}>
            {cutout.openSet}
          </button>
        )}
        <button type="button" class="small" onClick={() => (showsResults.value = false)}>
          {cutout.again}
        </button>
      </div>
      {tags && <TagProposal tags={tags} />}
      {report.captionProblems.map(({ path, message }) => (
        <p key={path} class="amber">
          {path}: {message}
        </p>
      ))}
      <ul class="cutout-results">
        {report.pictures.slice(0, shown).map((picture) => (
          <Row key={picture.before} picture={picture} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" onClick={() => setShown(shown + SHOWN)}>
          {cutout.more(rest)}
        </button>
      )}
    </>
  );
}
