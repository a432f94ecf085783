import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { toggleTag } from "../../../captions/filter/toggle-tag.js";
import { filter } from "../../state/address.js";
import { selectBy } from "../../state/captions.js";
import type { Picture } from "../../state/dataset.js";
import { words } from "../../state/look.js";
import {
  addTags,
  captionTokens,
  moveTag,
  pasteTags,
  removeTag,
  renameTag,
  selectedTags,
  writeCaption,
} from "../../state/one-caption.js";
import { TagInput } from "./TagInput.js";

interface ChipOptions {
  picture: Picture;
  tag: string;
  index: number;
}

/** One tag: Delete takes it out, Enter or F2 renames it, Alt with arrows moves it, f filters by it. */
function Chip({ picture, tag, index }: ChipOptions) {
  const { editor } = words.value;
  const [draft, setDraft] = useState<string | null>(null);
  const isRenaming = draft !== null;
  // Before the next key: it belongs to the field.
  useLayoutEffect(() => {
    const field = isRenaming ? document.getElementById("rename-tag") : null;
    if (!(field instanceof HTMLInputElement)) return;
    field.focus();
    field.select();
  }, [isRenaming]);
  const focusNear = (at: number): void => {
    requestAnimationFrame(() => {
      // Whoever types already is not called away.
      if (document.activeElement instanceof HTMLInputElement) return;
      const chips = document.querySelectorAll<HTMLElement>(".tag-chip");
      (chips[Math.min(at, chips.length - 1)] ?? document.getElementById("add-tag"))?.focus();
    });
  };
  const remove = async (): Promise<void> => {
    if (await removeTag(picture, index)) focusNear(index);
  };
  const move = async (to: number): Promise<void> => {
    if (await moveTag(picture, index, to)) focusNear(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Delete" || event.key === "Backspace") void remove();
    else if (event.key === "Enter" || event.key === "F2") setDraft(tag);
    else if (event.altKey && event.key === "ArrowLeft") void move(index - 1);
    else if (event.altKey && event.key === "ArrowRight") void move(index + 1);
    else if (event.key === "ArrowLeft") focusNear(Math.max(index - 1, 0));
    else if (event.key === "ArrowRight") focusNear(index + 1);
    else if (event.key === "f") filter.value = toggleTag(filter.value, tag, "with");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (draft !== null) {
    return (
      <li class="renaming">
        <TagInput
          id="rename-tag"
          label={editor.rename(tag)}
          value={draft}
          onInput={setDraft}
          onAccept={(text) => {
            setDraft(null);
            void renameTag(picture, index, text).then(() => focusNear(index));
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            setDraft(null);
            focusNear(index);
          }}
        />
      </li>
    );
  }
  return (
    <li>
      <button
        type="button"
        class="tag-chip"
        title={editor.chipKeys}
        aria-label={editor.tag(tag)}
        onDblClick={() => setDraft(tag)}
        onKeyDown={onKeyDown}
      >
        {tag}
      </button>
      <button
        type="button"
        class="leave-out"
        tabIndex={-1}
        aria-label={editor.remove(tag)}
        onClick={() => void remove()}
      >
        ×
      </button>
    </li>
  );
}

/** The caption as text, with where each 75 tokens end. */
function CaptionText({ picture, onClose }: { picture: Picture; onClose(): void }) {
  const { editor } = words.value;
  const [text, setText] = useState(picture.caption ?? "");
  const save = async (next: boolean): Promise<void> => {
    if (!(await writeCaption(picture, text))) return;
    onClose();
    if (next) selectBy(1);
  };
  const marks = captionTokens.value?.marks ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(false);
      }}
    >
      <textarea
        class="caption-text"
        rows={6}
        aria-label={editor.captionText}
        value={text}
        ref={(element) => {
          if (element && document.activeElement === document.body) element.focus();
        }}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void save(true);
          }
          if (event.key === "Escape") onClose();
        }}
      />
      {marks.length > 0 && text === picture.caption && (
        <p class="muted">
          {editor.chunks}{" "}
          {[...marks, text.length].map((end, index) => (
            <span key={end} class={index % 2 === 0 ? "chunk" : "chunk other"}>
              {text.slice(marks[index - 1] ?? 0, end)}
            </span>
          ))}
        </p>
      )}
      <div class="one-buttons">
        <button type="submit" class="primary small">
          {editor.save}
        </button>
        <span class="muted">{editor.saveNext}</span>
      </div>
    </form>
  );
}

/** The selected picture's caption: its tags to take out, rename, move, add; or its text. */
export function CaptionEditor({ picture }: { picture: Picture }) {
  const { editor } = words.value;
  const [added, setAdded] = useState("");
  const [asText, setAsText] = useState(false);
  useEffect(() => {
    setAdded("");
    setAsText(false);
  }, [picture.path]);
  useEffect(() => {
    const onKey = (event: Event): void => {
      if (event instanceof CustomEvent && event.detail === "text") setAsText(true);
    };
    addEventListener("caption-editor", onKey);
    return () => removeEventListener("caption-editor", onKey);
  }, []);
  const tokens = captionTokens.value?.tokens;
  return (
    <section aria-label={editor.captionOf(picture.name)}>
      <div class="caption-head">
        <span class={tokens !== undefined && tokens > 75 ? "amber figures" : "muted figures"}>
          {tokens === undefined ? "" : editor.tokensOf(tokens)}
        </span>
        <span class="space" />
        <button type="button" class="small quiet" onClick={() => setAsText(!asText)}>
          {asText ? editor.asTags : editor.asText}
        </button>
      </div>
      {asText ? (
        <CaptionText key={picture.path} picture={picture} onClose={() => setAsText(false)} />
      ) : (
        <>
          <ul class="chips tag-chips">
            {selectedTags.value.map((tag, index) => (
              <Chip key={`${picture.path} ${index} ${tag}`} picture={picture} tag={tag} index={index} />
            ))}
          </ul>
          <TagInput
            id="add-tag"
            label={editor.addTag}
            value={added}
            onInput={setAdded}
            onAccept={(text) => {
              if (text.trim() === "") return;
              setAdded("");
              void pasteTags(text).then((tags) => addTags(picture, tags));
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                if (added.trim() !== "") void addTags(picture, added);
                setAdded("");
                selectBy(1);
              }
              if (event.key === "Escape" && event.currentTarget instanceof HTMLElement) event.currentTarget.blur();
            }}
          />
        </>
      )}
    </section>
  );
}
