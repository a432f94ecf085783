import { useState } from "preact/hooks";
import { CaptionEditor } from "../rooms/captions/CaptionEditor.js";
import { DoubtCard } from "../rooms/captions/DoubtCard.js";
import { PruneCard } from "../rooms/captions/PruneCard.js";
import { ModelScores } from "../rooms/tagging/ModelScores.js";
import { NewCaption } from "../rooms/tagging/NewCaption.js";
import { TagTable } from "../rooms/tagging/TagTable.js";
import { connectionState, pictureAddress } from "../rpc.js";
import { room } from "../state/address.js";
import { checkedPictures } from "../state/check.js";
import { problemWords } from "../state/check-words.js";
import { type Picture, selected, unreadable } from "../state/dataset.js";
import { words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { newCaptions, preview } from "../state/preview.js";

function Caption({ caption }: { caption: string | null }) {
  const { dataset } = words.value;
  if (caption === null) return <p class="muted">{dataset.noCaption}</p>;
  const tags = caption
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
  return (
    <ul class="chips">
      {tags.map((tag, index) => (
        <li key={`${index}${tag}`}>{tag}</li>
      ))}
    </ul>
  );
}

function Preview({ picture, onZoom }: { picture: Picture; onZoom?: () => void }) {
  const [size, setSize] = useState("");
  const [failed, setFailed] = useState(false);
  const { dataset, editor, number } = words.value;
  const problem = unreadable.value.find(({ path }) => path === picture.path);
  return (
    <>
      <h2 class="file-name">{picture.name}</h2>
      {problem || (failed && connectionState.value === "open") ? (
        <p class="red">
          {dataset.broken}
          {problem && <small class="detail">{problem.message}</small>}
        </p>
      ) : (
        <img
          class="preview"
          src={pictureAddress("image", picture)}
          alt={picture.name}
          onLoad={({ currentTarget }) =>
            setSize(`${number(currentTarget.naturalWidth)} × ${number(currentTarget.naturalHeight)}`)
          }
          onError={() => setFailed(true)}
        />
      )}
      {onZoom && (
        <button type="button" class="small zoom-button" onClick={onZoom}>
          {editor.zoom} <kbd>z</kbd>
        </button>
      )}
      <p class="muted figures">
        {size}
        {picture.repeats !== 1 && ` · ${dataset.repeats(picture.repeats)}`}
      </p>
    </>
  );
}

/** What the check found of a picture, and what to do. */
function PictureProblems({ path }: { path: string }) {
  const problems = checkedPictures.value.get(path)?.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <ul class="set-findings">
      {problems.map((problem) => {
        const { title, message, remedy } = problemWords(problem);
        return (
          <li key={`${problem.kind} ${message}`}>
            <strong class={problem.severity === "note" ? "muted" : problem.severity === "error" ? "red" : "amber"}>
              {title}
            </strong>{" "}
            {message} <span class="muted">{remedy}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What is selected, and what is known of it. */
export function Selected() {
  const { dataset } = words.value;
  const picture = selected.value;
  const inTagging = room.value === "tagging";
  if (room.value === "captions") {
    return (
      <>
        {picture ? (
          <>
            <Preview key={picture.path} picture={picture} onZoom={() => (panel.value = "zoom")} />
            <CaptionEditor picture={picture} />
          </>
        ) : (
          <p class="muted">{dataset.nothingSelected}</p>
        )}
        <DoubtCard />
        <PruneCard />
      </>
    );
  }
  if (!picture) {
    return inTagging && preview.value?.scored ? <TagTable /> : <p class="muted">{dataset.nothingSelected}</p>;
  }
  const isChosen = inTagging && typeof newCaptions.value.get(picture.path)?.after === "string";
  return (
    <>
      <Preview key={picture.path} picture={picture} />
      {room.value === "dataset" && <PictureProblems path={picture.path} />}
      {isChosen ? (
        <NewCaption path={picture.path} />
      ) : (
        <>
          <h3>{dataset.caption}</h3>
          <Caption caption={picture.caption} />
        </>
      )}
      {inTagging && <ModelScores path={picture.path} />}
    </>
  );
}
