import { foldSpelling } from "../../tagging/choose/spelling.js";
import { call, RequestError } from "../rpc.js";
import { captionStatistics } from "./captions.js";
import { words } from "./look.js";

const SHOWN = 12;
interface Completed {
  tag: string;
  detail: string;
}

/** Tags of the displayed captions that contain the text, those beginning with it first. */
function present(text: string): Completed[] {
  const wanted = foldSpelling(text);
  const tags = (captionStatistics.value?.tags ?? []).filter(({ tag }) => foldSpelling(tag).includes(wanted));
  const begins = ({ tag }: { tag: string }): number => (foldSpelling(tag).startsWith(wanted) ? 0 : 1);
  return tags
    .sort((left, right) => begins(left) - begins(right) || right.images - left.images)
    .slice(0, SHOWN)
    .map(({ tag, images }) => ({ tag, detail: words.value.editor.inSet(images) }));
}

/** What could be meant by the beginning of a tag: the set's own first, then the taggers' and the user's lists. */
export async function completeTag(text: string, { onlyPresent }: { onlyPresent: boolean }): Promise<Completed[]> {
  const own = present(text);
  if (onlyPresent || own.length >= SHOWN) return own;
  try {
    const { options } = await call("captions/complete", { text, limit: SHOWN });
    const known = new Set(own.map(({ tag }) => foldSpelling(tag)));
    const more = options
      .filter(({ tag }) => !known.has(foldSpelling(tag)))
      .map(({ tag, count, alias, translation }) => ({
        tag,
        detail: [translation, alias, count > 0 && words.value.number(count)].filter(Boolean).join(" · "),
      }));
    return [...own, ...more].slice(0, SHOWN);
  } catch (error) {
    if (error instanceof RequestError) return own;
    throw error;
  }
}
