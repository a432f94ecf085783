import type { Result } from "../../../protocol/validate.js";
import type { CaptionedPicture } from "./caption-set.js";

type Rows = Pick<Result<"captions/list">, "rows" | "next">;

// Half of what a message should have at most, as its text is longer than the captions in it.
const MESSAGE_CHARACTERS = 400_000;

/** Pictures from a place on: `limit` of them, or as many as fit into one message. */
export function listRows(
  pictures: readonly CaptionedPicture[],
  {
    from,
    limit,
    captions,
    tokens,
  }: { from: number; limit: number | null; captions: boolean; tokens(text: string): number },
): Rows {
  const rows: Rows["rows"] = [];
  let characters = 0;
  for (const { name, text } of pictures.slice(from, limit === null ? undefined : from + limit)) {
    characters += name.length + (captions ? (text?.length ?? 0) : 0) + 40;
    if (limit === null && characters > MESSAGE_CHARACTERS && rows.length > 0) break;
    rows.push(captions ? { name, caption: text, tokens: text === null ? 0 : tokens(text) } : { name });
  }
  const next = from + rows.length;
  return { rows, next: next < pictures.length ? next : null };
}
