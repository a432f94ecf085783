import { captions, count } from "./counts-en.js";

/** Steps that are taken back and done again. */
export const historyEn = {
  undo: (name: string, changed: string) => `Undo “${name}” (${changed})`,
  redo: (name: string, changed: string) => `Do “${name}” again (${changed})`,
  undone: (name: string, changed: string) => `Undone: ${name} – ${changed} as before.`,
  redone: (name: string, changed: string) => `Done again: ${name} – ${changed}.`,
  returned: (name: string, changed: string) => `Gone back; turned: ${name || "nothing"} – ${changed}.`,
  goBackTo: "Go to this state",
  stateName: "A name for the captions as they are now",
  nameState: "Set a restore point",
  changed: (files: number, moved: number) => (moved > 0 ? count(files, "file", "files") : captions(files)),
  undoThis: "Undo",
  redoThis: "Do again",
  undoWith: (later: number) => `Undo, and ${count(later, "later step", "later steps")} with it`,
  leftAlone: (files: number) => `${captions(files)} changed by another program meanwhile: left as they are`,
  stepNames: { "Tag pictures": "tagging", "Choose tags": "choosing tags", "Export tags": "export" } as Record<
    string,
    string
  >,
};
export type HistoryWords = typeof historyEn;
