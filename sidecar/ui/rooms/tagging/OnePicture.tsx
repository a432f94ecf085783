import { useState } from "preact/hooks";
import { Dialog } from "../../parts/Dialog.js";
import { Problem } from "../../parts/Problem.js";
import { SendButtons } from "../../parts/SendButtons.js";
import { RequestError } from "../../rpc.js";
import { choice, threshold } from "../../state/choice.js";
import { words } from "../../state/look.js";
import { type Interrogation, lookAt, onePicture } from "../../state/one-picture.js";
import { Bars } from "./Bars.js";

const spelled = (tag: string): string => (choice.value.underscores ? tag : tag.replaceAll("_", " "));

/** The tags above the thresholds of the room, characters first, as a caption or prompt. */
function textOf({ tags }: Interrogation): string {
  const { general, character } = threshold.value;
  const limits: Record<string, number | null> = { general, character };
  const above = tags.filter(({ category, probability }) => probability > (limits[category] ?? 2));
  const characters = above.filter(({ category }) => category === "character");
  const rest = above.filter(({ category }) => category !== "character");
  return [...characters, ...rest].map(({ tag }) => spelled(tag)).join(", ");
}

function Answer({ answer }: { answer: Interrogation }) {
  const { one } = words.value.choose;
  const { tagging } = words.value;
  const [copied, setCopied] = useState(false);
  const text = textOf(answer);
  const bars = (category: string) =>
    answer.tags
      .filter((tag) => (category === "character") === (tag.category === "character") && tag.probability >= 0.1)
      .map(({ tag, probability }) => ({ name: tag, probability, isCharacter: category === "character" }));
  const rating = Object.entries(answer.rating).map(([name, probability]) => ({
    name,
    probability,
    isCharacter: false,
    note: tagging.ratingNotes[name],
  }));
  return (
    <>
      <p class="one-text">{text === "" ? one.nothing : text}</p>
      <div class="one-buttons">
        <button
          type="button"
          class="small"
          disabled={text === ""}
          onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
        >
          {copied ? one.copied : one.copy}
        </button>
        <SendButtons sent={{ text, isInfotext: false, picture: onePicture.value?.file ?? null }} />
        <span class="muted">{one.by(answer.model, answer.seconds)}</span>
      </div>
      <h3>{tagging.rating}</h3>
      <Bars bars={rating} />
      {bars("character").length > 0 && <h3>{one.characters}</h3>}
      <Bars bars={bars("character")} />
      <h3>{one.tags}</h3>
      <Bars bars={bars("general")} />
    </>
  );
}

/** One picture: dropped, pasted or picked; its rating, characters and tags, nothing written. */
export function OnePicture() {
  const { one } = words.value.choose;
  const looked = onePicture.value;
  return (
    <Dialog name="onePicture" title={one.title}>
      <h2>{one.title}</h2>
      <label class="drop">
        {looked ? <img src={looked.address} alt="" /> : <span>{one.drop}</span>}
        <input
          type="file"
          accept="image/*"
          aria-label={one.pick}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void lookAt(file);
          }}
        />
      </label>
      {looked && looked.answer === null && <p class="muted">{one.looking}</p>}
      {looked?.answer instanceof RequestError && <Problem error={looked.answer} />}
      {looked?.answer && !(looked.answer instanceof RequestError) && (
        <Answer key={looked.address} answer={looked.answer} />
      )}
    </Dialog>
  );
}
