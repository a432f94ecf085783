import { basename, extname } from "node:path";

const escaped = (signs: string): string => signs.replaceAll(/[\\\]^-]/g, "\\$&");

/** Tags out of a file name: `smile_red-hair 12.png` → `smile`, `red`, `hair` with the default signs. */
export function fileNameTags(
  name: string,
  { splitAt, dropNumbers }: { splitAt: string; dropNumbers: boolean },
): string[] {
  const stem = basename(name, extname(name));
  const parts = splitAt === "" ? [stem] : stem.split(new RegExp(`[${escaped(splitAt)}]+`, "u"));
  return parts.map((part) => part.trim()).filter((part) => part !== "" && !(dropNumbers && /^\d+$/.test(part)));
}
