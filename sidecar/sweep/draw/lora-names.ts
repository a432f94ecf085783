import { parse } from "node:path";

// Tells the files of one folder apart, and can still be typed.
const HASH_LETTERS = 8;
// With the hash and the suffix it stays below every file system's limit.
const STEM_LETTERS = 120;

/**
 * The name under which a sweep's file lies among a WebUI's. It contains the file's content: a WebUI goes on drawing with the old
 * weights of a file that was overwritten under its name (seen with Forge dfdcbab6), and checkpoints of one run share the name in
 * their metadata. Letters that would end a tag or are mangled in infotexts become "_".
 */
export function sweepLoraName(path: string, content: string): string {
  const stem = parse(path)
    .name.replaceAll(/[^\p{L}\p{N}_.-]/gu, "_")
    .slice(0, STEM_LETTERS)
    .replace(/^\.+/, "");
  return `${stem}-${content.slice(0, HASH_LETTERS)}`;
}
