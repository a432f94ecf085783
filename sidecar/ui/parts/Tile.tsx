import { useEffect, useRef, useState } from "preact/hooks";
import { pictureAddress } from "../rpc.js";
import { room, selectedPath } from "../state/address.js";
import { checkedPictures } from "../state/check.js";
import { problemWords } from "../state/check-words.js";
import type { Picture } from "../state/dataset.js";
import { words } from "../state/look.js";
import { newCaptions } from "../state/preview.js";

// A tile that scrolls by faster than this is not looked at.
const PASSING_MS = 120;

const tagCount = (caption: string): number => caption.split(",").filter((tag) => tag.trim() !== "").length;

/** A thumbnail that is no longer asked for once its tile has scrolled away, so that those in sight come first. */
function Thumbnail({ picture, waits }: { picture: Picture; waits: boolean }) {
  const image = useRef<HTMLImageElement>(null);
  const [due, setDue] = useState(!waits);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), PASSING_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    const shown = image.current;
    return () => shown?.removeAttribute("src");
  }, []);
  return (
    <img
      ref={image}
      src={due ? pictureAddress("thumbnail", picture, 256) : undefined}
      alt=""
      decoding="async"
      // An empty tile until it is known whether the picture or the connection is at fault.
      onError={({ currentTarget }) => currentTarget.classList.add("missing")}
    />
  );
}

/** The number of tags; in the tagging room also what it becomes. */
function Badge({ picture: { caption, path } }: { picture: Picture }) {
  const { dataset } = words.value;
  const chosen = room.value === "tagging" ? newCaptions.value.get(path) : undefined;
  if (typeof chosen?.after === "string" && chosen.after !== chosen.before) {
    return <span class="badge changes">{dataset.tags(tagCount(chosen.after))}</span>;
  }
  return caption === null ? null : <span class="badge">{dataset.tags(tagCount(caption))}</span>;
}

/** Problems that the check found, in the dataset room. */
function Problems({ path }: { path: string }) {
  if (room.value !== "dataset") return null;
  const problems = checkedPictures.value.get(path)?.problems.filter(({ severity }) => severity !== "note") ?? [];
  if (problems.length === 0) return null;
  const isBroken = problems.some(({ severity }) => severity === "error");
  return (
    <span
      class={isBroken ? "problems red" : "problems"}
      title={problems.map((one) => problemWords(one).title).join(", ")}
    >
      {problems.length}
    </span>
  );
}

interface TileOptions {
  picture: Picture;
  id: string;
  isBroken: boolean;
  isScrolling: boolean;
  /** The wall keeps the focus: a tile may leave the page while it scrolls, and would take the focus along. */
  onChoose(event: MouseEvent): void;
  /** One of several that are marked together. */
  isMarked: boolean;
}

/** One picture of the wall, with the number of its tags. */
export function Tile({ picture, id, isBroken, isScrolling, isMarked, onChoose }: TileOptions) {
  const { dataset } = words.value;
  const { name, caption, path } = picture;
  const isSelected = selectedPath.value === path;
  const state = isBroken ? dataset.broken : caption === null ? dataset.noCaption : dataset.tags(tagCount(caption));
  return (
    <button
      type="button"
      role="option"
      id={id}
      class={`tile${isSelected ? " selected" : ""}${isMarked ? " marked" : ""}`}
      aria-selected={isSelected || isMarked}
      aria-label={`${name}, ${state}`}
      title={name}
      tabIndex={-1}
      onClick={onChoose}
    >
      {isBroken ? (
        <span class="broken">
          <span aria-hidden="true">!</span>
          <small>{dataset.broken}</small>
        </span>
      ) : (
        <Thumbnail picture={picture} waits={isScrolling} />
      )}
      <Badge picture={picture} />
      <Problems path={path} />
      {isMarked && (
        <span class="mark" aria-hidden="true">
          ✓
        </span>
      )}
    </button>
  );
}
