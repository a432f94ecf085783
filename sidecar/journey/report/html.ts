import { escapeHtml } from "../../sweep/export/kinds/escape-html.js";

/** A piece of a page whose text is escaped already. */
export interface Html {
  readonly html: string;
}

/** What may stand in a piece: text is escaped, nothing stays nothing. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (typeof piece === "string") return escapeHtml(piece).replaceAll("'", "&#39;");
  if (typeof piece === "number") return String(piece);
  return "html" in piece ? piece.html : piece.map(written).join("");
}

/** HTML in which everything that is put in is text, unless it is a piece itself. Attributes stand in double quotes. */
export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Html => ({
  html: parts.reduce((sum, part, index) => sum + written(pieces[index - 1]) + part),
});

/** Text of our own that is markup already. */
export const markup = (text: string): Html => ({ html: text });
