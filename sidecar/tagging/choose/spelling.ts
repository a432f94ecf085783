/**
 * What makes no difference between tags: letter case, underscores for spaces, full-width letters and signs (Unicode's
 * compatibility forms), and the backslash before a bracket that prompts ask for.
 */
export function foldSpelling(text: string): string {
  const plain = /[\u0080-\uffff]/.test(text) ? text.normalize("NFKC") : text;
  const unescaped = plain.includes("\\") ? plain.replaceAll(/\\([()])/g, "$1") : plain;
  return unescaped.replaceAll("_", " ").toLowerCase();
}

/** Two tags are the same when their spellings are. */
export const spelling = (tag: string): string => foldSpelling(tag.trim());
