import type { ArchivedStep } from "./archive/archive-format.js";

/** What another machine told of a project: it can be read here, and not be undone. */
export interface Past {
  /** ISO time. */
  exported: string;
  steps: ArchivedStep[];
  installed: { name: string; published: string }[];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** @param imported as the project's row has it */
export function parsePast(imported: string | null): Past | null {
  if (imported === null) return null;
  // Written by this program out of an archive that had been checked.
  const { exported, steps, installed } = Object(JSON.parse(imported));
  return {
    exported: String(exported),
    steps: list(steps).map((step) => {
      const { name, created, files, moved, undone, point } = Object(step);
      const told = { name: String(name), created: String(created), files: Number(files), moved: Number(moved) };
      return { ...told, undone: undone === true, point: point === true };
    }),
    installed: list(installed).map((one) => {
      const { name, published } = Object(one);
      return { name: String(name), published: String(published) };
    }),
  };
}
