import { isAbsolute, join, resolve } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

/** A folder that both machines see: as the studio names it, and as this machine does. */
interface MappedFolder {
  there: string;
  here: string;
}

// A Windows studio's paths are read on Linux, too.
const parts = (path: string): string[] => path.split(/[\\/]+/).filter((part) => part !== "");

/** @param text `THERE=HERE` @throws StudioError "badArguments" */
export function mappedFolder(text: string): MappedFolder {
  const at = text.indexOf("=");
  const [there, here] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || here === "" || !isAbsolute(resolve(here)))
    throw new StudioError(
      "badArguments",
      say('--map expects two folders; found "{text}".', { text }),
      say("As the studio names it, and as this machine does: --map D:\\sets=/mnt/sets"),
    );
  return { there, here: resolve(here) };
}

/** Where this machine sees a file of the studio's; null when it is in none of the folders. */
export function mapPath(path: string, folders: readonly MappedFolder[]): string | null {
  const asked = parts(path);
  if (asked.includes("..")) return null;
  for (const { there, here } of folders) {
    const below = parts(there);
    if (asked.length > below.length && below.every((part, index) => part === asked[index]))
      return join(here, ...asked.slice(below.length));
  }
  return null;
}
