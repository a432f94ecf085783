import { computed, effect, signal, untracked } from "@preact/signals";
import { parseCaption, tagsOf, withTags } from "../../captions/edits/caption-tags.js";
import { call, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { doEdits } from "./caption-edit.js";
import { type Picture, selected, showCaption } from "./dataset.js";

/** CLIP tokens of the selected caption, and the characters at which each 75 end. */
export const captionTokens = signal<{ tokens: number; marks: number[] } | null>(null);

export const selectedTags = computed<string[]>(() => tagsOf(selected.value?.caption ?? ""));

// Edits that wait for an earlier one: fast fingers are ahead of the studio.
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** Writes one picture's caption as a step of its own; false when somebody else changed it meanwhile. */
function write({ name, path, caption }: Picture, text: string | null): Promise<boolean> {
  if (text === caption) return Promise.resolve(true);
  showCaption(path, text);
  waiting += 1;
  const done = turn.then(() => {
    waiting -= 1;
    const options = { names: [name], stepName: `Edit ${name}`, before: caption };
    return doEdits([{ kind: "set", caption: text }], options, () => waiting === 0);
  });
  turn = done.catch(() => {});
  return done;
}

export const writeCaption = (picture: Picture, text: string): Promise<boolean> => write(picture, text);

const withoutTag = (tags: readonly string[], index: number): string[] => tags.filter((_, at) => at !== index);

export const removeTag = (picture: Picture, index: number): Promise<boolean> =>
  write(picture, withTags(picture.caption ?? "", withoutTag(tagsOf(picture.caption ?? ""), index)));

/** Replaces one tag; what is written may hold several. */
export function renameTag(picture: Picture, index: number, written: string): Promise<boolean> {
  const tags = tagsOf(picture.caption ?? "");
  const renamed = [...tags.slice(0, index), ...tagsOf(written), ...tags.slice(index + 1)];
  return write(picture, withTags(picture.caption ?? "", renamed));
}

export function moveTag(picture: Picture, from: number, to: number): Promise<boolean> {
  const tags = tagsOf(picture.caption ?? "");
  const moved = tags[from];
  if (moved === undefined || to < 0 || to >= tags.length) return Promise.resolve(false);
  const rest = withoutTag(tags, from);
  return write(picture, withTags(picture.caption ?? "", [...rest.slice(0, to), moved, ...rest.slice(to)]));
}

/** Adds tags at the end; those that are there already are left out. */
export function addTags(picture: Picture, written: string): Promise<boolean> {
  const tags = tagsOf(picture.caption ?? "");
  const fresh = parseCaption(written).parts.map(({ tag }) => tag);
  const missing = fresh.filter((tag) => tag !== "" && !tags.includes(tag));
  return write(picture, withTags(picture.caption ?? "", [...tags, ...missing]));
}

// As the WebUI writes its settings below a prompt.
const infotext = /\bSteps: \d+/;

/** What was pasted, as tags: of generation settings only the prompt. */
export async function pasteTags(text: string): Promise<string> {
  if (!infotext.test(text)) return text;
  const { tags } = await call("captions/infotext", { text });
  return tags.join(", ");
}

export function followOneCaption(): void {
  let asked = 0;
  effect(() => {
    const caption = selected.value?.caption ?? null;
    if (room.value !== "captions" || caption === null) {
      captionTokens.value = null;
      return;
    }
    asked += 1;
    const mine = asked;
    void untracked(() =>
      call("captions/tokens", { text: caption }).then(
        (answer) => {
          if (mine === asked) captionTokens.value = answer;
        },
        (error: unknown) => {
          if (!(error instanceof RequestError)) throw error;
        },
      ),
    );
  });
}
