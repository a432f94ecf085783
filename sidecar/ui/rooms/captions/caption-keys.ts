import { saveNow } from "../../state/caption-edit.js";
import { selectBy, selectNextUntagged } from "../../state/captions.js";
import { scan, selected } from "../../state/dataset.js";
import { answer, doubts, reviewing } from "../../state/doubts.js";
import { nextRedo, nextUndo, redoNext, undoNext } from "../../state/history.js";
import { panel } from "../../state/panels.js";

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName);

const focus = (id: string): void => document.getElementById(id)?.focus();

function undoKey(event: KeyboardEvent): boolean {
  const folder = scan.value?.folder;
  const key = event.key.toLowerCase();
  if (folder === undefined || !(event.ctrlKey || event.metaKey)) return false;
  const redo = key === "y" || (key === "z" && event.shiftKey);
  if (redo && nextRedo.value) void redoNext(folder);
  else if (key === "z" && !redo && nextUndo.value) void undoNext(folder);
  else return redo || key === "z";
  return true;
}

function saveKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return false;
  void saveNow();
  return true;
}

function answerKey(key: string): boolean {
  const [first] = doubts.value.doubts;
  const value = ({ y: "yes", n: "no", s: "skip" } as const)[key.toLowerCase()];
  if (!reviewing.value || !first || value === undefined) return false;
  void answer(first.tag, [first.name], value);
  return true;
}

function editorKey(key: string): boolean {
  const keys: Record<string, () => void> = {
    f: () => focus("caption-filter"),
    b: () => document.querySelector<HTMLElement>(".bulk-edit select")?.focus(),
    t: () => focus("add-tag"),
    c: () => document.querySelector<HTMLElement>(".tag-chip")?.focus(),
    e: () => dispatchEvent(new CustomEvent("caption-editor", { detail: "text" })),
    z: () => (panel.value = selected.value ? "zoom" : null),
    u: selectNextUntagged,
    j: () => selectBy(1),
    k: () => selectBy(-1),
    g: () => (panel.value = "tags"),
    m: () => (panel.value = "files"),
    h: () => (panel.value = "history"),
  };
  const action = keys[key];
  action?.();
  return action !== undefined;
}

/** The keys of the captions room; those of a field stay its own. */
export function captionKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || panel.value !== null || typing(event.target)) return;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (undoKey(event) || saveKey(event) || (plain && (answerKey(event.key) || editorKey(event.key))))
    event.preventDefault();
}
