import type { ComparedPicture } from "../../../../protocol/generated/methods.js";
import { Difference } from "../../parts/Difference.js";
import { pictureAddress } from "../../rpc.js";
import { words } from "../../state/look.js";
import type { ComparedRuns } from "../../state/training-compare.js";

type Pictures = NonNullable<ComparedRuns["pictures"]>;

const KINDS = ["added", "removed", "changed", "renamed"] as const;
const tones = { added: "green", removed: "red", changed: "amber", renamed: "" } as const;

/** A thumbnail of what was trained, where that file still lies there. */
function Thumb({ picture }: { picture: ComparedPicture }) {
  const { runs: said } = words.value;
  if (!picture.there) return <span class="compared-gone muted">{said.goneSince}</span>;
  return <img class="compared-thumb" src={pictureAddress("thumbnail", picture, 256)} alt="" loading="lazy" />;
}

function One({ before, after }: { before: ComparedPicture | null; after: ComparedPicture | null }) {
  const { runs: said } = words.value;
  const shown = after ?? before;
  if (!shown) return null;
  const isRenamed = before && after && before.name !== after.name;
  return (
    <li title={shown.path}>
      <Thumb picture={shown} />
      <span class="compared-name">
        {isRenamed ? `${before.name} → ${after.name}` : shown.name}
        {shown.regularisation && <span class="plan-tag">{said.regularisation}</span>}
      </span>
    </li>
  );
}

const pairsOf = (pictures: Pictures, kind: (typeof KINDS)[number]) =>
  kind === "added"
    ? pictures.added.map((after) => ({ before: null, after }))
    : kind === "removed"
      ? pictures.removed.map((before) => ({ before, after: null }))
      : pictures[kind];

function Folders({ folders }: Pick<ComparedRuns, "folders">) {
  const { runs: said } = words.value;
  if (folders.length === 0) return null;
  const told = (side: ComparedRuns["folders"][number]["before"]): string =>
    side === null ? said.noFolder : said.folderSentence(side.repeats, side.pictures, side.trigger);
  return (
    <>
      <h4>{said.folders}</h4>
      <ul class="plan-list">
        {folders.map(({ before, after }) => (
          <li key={`${before?.folder} ${after?.folder}`} class="figures">
            <code>{(after ?? before)?.folder}</code> {told(before)} → <strong>{told(after)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Pictures that came, went, changed or got another name. */
export function ComparedPictures({ found: { pictures, folders, runs } }: { found: ComparedRuns }) {
  const { runs: said } = words.value;
  return (
    <>
      <h3>{said.pictures}</h3>
      {runs
        .filter((run) => !run.pictures)
        .map(({ id }) => (
          <p key={id} class="amber">
            {said.noRecord(id)}
          </p>
        ))}
      {pictures && (
        <p>
          {KINDS.every((kind) => pictures.counts[kind] === 0)
            ? said.samePictures
            : said.picturesSentence(pictures.before, pictures.after, pictures.same)}
        </p>
      )}
      {pictures && pictures.uncertain.length > 0 && (
        <details class="train-fold">
          <summary class="amber">{said.uncertain(pictures.uncertain.length)}</summary>
          <ul class="plan-list">
            {pictures.uncertain.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {pictures &&
        KINDS.filter((kind) => pictures.counts[kind] > 0).map((kind) => {
          const pairs = pairsOf(pictures, kind);
          return (
            <div key={kind}>
              <h4 class={tones[kind]}>{said.kindCount(said.kinds[kind], pictures.counts[kind])}</h4>
              <ul class="compared-pictures">
                {pairs.map((pair) => (
                  <One key={`${pair.before?.path} ${pair.after?.path}`} {...pair} />
                ))}
              </ul>
              {pairs.length < pictures.counts[kind] && (
                <p class="muted">{said.andMore(pictures.counts[kind] - pairs.length)}</p>
              )}
            </div>
          );
        })}
      <Folders folders={folders} />
    </>
  );
}

/** Captions whose tags differ, summed up and one by one. */
export function ComparedCaptions({ found: { captions } }: { found: ComparedRuns }) {
  const { runs: said } = words.value;
  if (captions === null) return null;
  return (
    <>
      <h3>{said.captions}</h3>
      <p>{captions.changed === 0 ? said.sameCaptions : said.captionsSentence(captions.changed, captions.reordered)}</p>
      <ul class="compared-tags">
        {captions.tags.map(({ tag, added, removed }) => (
          <li key={tag} class="plan-tag figures">
            {tag} <span class={removed > added ? "red" : "green"}>{said.tagChange(added, removed)}</span>
          </li>
        ))}
      </ul>
      <ul class="compared-captions">
        {captions.pictures.map(({ before, after, captions: [old = null, now = null], reordered }) => (
          <li key={after.path}>
            <Thumb picture={after.there ? after : before} />
            <span class="compared-name" title={after.path}>
              {after.name} {reordered && <span class="plan-tag">{said.reordered}</span>}
            </span>
            <span class="compared-caption">
              {now === null ? (
                <>
                  <del class="red">{old}</del> {said.noCaption}
                </>
              ) : (
                <Difference before={old} after={now} />
              )}
            </span>
          </li>
        ))}
      </ul>
      {captions.pictures.length < captions.changed && (
        <p class="muted">{said.andMore(captions.changed - captions.pictures.length)}</p>
      )}
    </>
  );
}
