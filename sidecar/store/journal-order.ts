import type { MoveBatch } from "./file-moves.js";

/** A text change that its file has yet to follow. */
interface PendingText {
  id: number;
  target: string;
}

/**
 * Texts and moves in the order of their recording; what is taken back comes first, and in reverse. `texts` are in that
 * order already, `moves` in the order of recording.
 */
export function inOrder<Text extends PendingText>(
  texts: readonly Text[],
  moves: readonly MoveBatch[],
): (Text[] | MoveBatch)[] {
  const ordered: (Text[] | MoveBatch)[] = [];
  let rest = texts;
  const take = (comes: (row: Text) => boolean): void => {
    const end = rest.findIndex((row) => !comes(row));
    ordered.push(rest.slice(0, end < 0 ? rest.length : end));
    rest = end < 0 ? [] : rest.slice(end);
  };
  for (const move of moves.filter(({ direction }) => direction === "before").toReversed()) {
    take(({ target, id }) => target === "before" && id > move.position);
    ordered.push(move);
  }
  take(({ target }) => target === "before");
  for (const move of moves.filter(({ direction }) => direction === "after")) {
    take(({ id }) => id <= move.position);
    ordered.push(move);
  }
  return [...ordered, [...rest]];
}
