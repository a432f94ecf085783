/** What is told of a LoRA, by the WebUI's own names. */
export type ToldMetadata = Readonly<Record<string, string | number>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the WebUI's own form leaves where the user filled in nothing. */
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "" || value === 0;

/**
 * The user's own metadata with what it lacks. What the user wrote stays, and so do fields that only another extension knows.
 * @param text of the file beside the LoRA @returns null when there is nothing to add, or the text is no JSON object
 */
export function extendedMetadata(text: string, told: ToldMetadata): string | null {
  let own: unknown;
  try {
    own = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(own)) return null;
  const kept = own;
  const added = Object.entries(told).filter(([name, value]) => isEmpty(kept[name]) && !isEmpty(value));
  if (added.length === 0) return null;
  return `${JSON.stringify({ ...kept, ...Object.fromEntries(added) }, null, 4)}\n`;
}
