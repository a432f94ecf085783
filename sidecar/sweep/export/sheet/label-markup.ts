// Where a name without spaces may go on in the next line: `okara-step00001000`, `a_b`, `d:\loras`.
const breakable = /[-_./\\,:;|+=]/g;
const ZERO_WIDTH_SPACE = "\u200b";

/** Text for Pango: nothing of it is markup, and names may be broken after their signs. Lines are joined by a space. */
export function labelMarkup(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(breakable, (sign) => `${sign}${ZERO_WIDTH_SPACE}`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .trim();
}

/** The first `count` letters, whole ones, with an ellipsis where something is missing. */
export function cutText(text: string, count: number): string {
  const letters = Array.from(text);
  return letters.length <= count ? text : `${letters.slice(0, Math.max(1, count)).join("").trimEnd()}…`;
}
