import type { Database } from "../../store/database.js";
import { digestFile, fileContents, fileStamp } from "../../store/file-content.js";
import { type MarkedBox, subjectTable } from "../../store/subject-table.js";
import { keptMeasures } from "../check/kept-measures.js";

export interface KnownSubject {
  /** Left, top, right, bottom in parts of the upright picture. */
  box: MarkedBox;
  /** Marked by a person, or found by the check before a plain background. */
  by: "hand" | "check";
}

/** Where subjects lie, as far as it was marked or found; a mark goes with the picture's bytes, whatever its name. */
export function knownSubjects(database: Database) {
  const contents = fileContents(database);
  const marked = subjectTable(database);
  const measures = keptMeasures(database);
  const contentOf = async (path: string): Promise<string> => {
    const stamp = fileStamp(path);
    const known = stamp && contents.known(path, stamp);
    if (known) return known;
    const content = await digestFile(path);
    if (stamp) contents.remember(path, stamp, content);
    return content;
  };
  return {
    /** Null where it is not known, or the picture is gone. */
    async find(path: string): Promise<KnownSubject | null> {
      const measure = await measures.find(path);
      const content = measure?.content ?? (marked.none() ? null : await contentOf(path).catch(() => null));
      const box = content === null ? null : marked.get(content);
      if (box) return { box, by: "hand" };
      const found = measure?.facts?.subject;
      return found ? { box: found, by: "check" } : null;
    },
    /** @param box null takes a mark away @throws Error for a file that cannot be read */
    async mark(path: string, box: MarkedBox | null): Promise<void> {
      const content = await contentOf(path);
      if (box) marked.put(content, box);
      else marked.remove(content);
    },
  };
}
