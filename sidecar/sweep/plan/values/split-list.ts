/** One item of a list as it was written. */
export interface ListPiece {
  text: string;
  /** In quotes, so that nothing in it is read as syntax, and it may be empty. */
  quoted: boolean;
  /** Marked `SKIP:`, keeps its place and is not drawn. */
  skip: boolean;
}

const SKIP = /^\s*SKIP\s*:\s*/i;

const bare = (text: string, skip: boolean): ListPiece => ({ text: text.trim(), quoted: false, skip });

/** The quoted text that begins at `from`, its doubled quotes undone; null when no quote ends it before a separator or the end. */
function quotedAt(text: string, from: number): { text: string; end: number } | null {
  const found = /"((?:[^"]|"")*)"[^\S\n]*(?=[,\n]|$)/y;
  found.lastIndex = from;
  const match = found.exec(text);
  return match === null ? null : { text: (match[1] ?? "").replaceAll('""', '"'), end: found.lastIndex };
}

/**
 * A list in any of the writings that X/Y plots know: commas or lines, quotes by RFC 4180 with or without a space before them,
 * `\,` for a comma inside; where `||` occurs, it alone parts. Empty items are left out, unless in quotes.
 * Source: AUTOMATIC1111's and Forge's `scripts/xyz_grid.py` (csv, newlines), Infinity Grid and SwarmUI (`||`, `SKIP:`).
 */
export function splitList(written: string): ListPiece[] {
  const text = written.replaceAll("\r\n", "\n");
  if (text.includes("||")) {
    const parts = text.split("||").map((part) => bare(part.replace(SKIP, ""), SKIP.test(part)));
    return parts.filter((piece) => piece.text !== "");
  }
  const pieces: ListPiece[] = [];
  let at = 0;
  while (at < text.length) {
    const beginning = /[^\S\n]*(SKIP\s*:\s*)?/iy;
    beginning.lastIndex = at;
    const skip = beginning.exec(text)?.[1] !== undefined;
    const begin = beginning.lastIndex;
    const quoted = text[begin] === '"' ? quotedAt(text, begin) : null;
    if (quoted !== null) {
      pieces.push({ text: quoted.text, quoted: true, skip });
      at = quoted.end + 1;
      continue;
    }
    const rest = /(?:\\,|[^,\n])*/y;
    rest.lastIndex = begin;
    const piece = bare((rest.exec(text)?.[0] ?? "").replaceAll("\\,", ","), skip);
    if (piece.text !== "") pieces.push(piece);
    at = rest.lastIndex + 1;
  }
  return pieces;
}
