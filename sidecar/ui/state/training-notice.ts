import { effect, signal } from "@preact/signals";
import { keep, kept } from "./kept.js";
import { words } from "./look.js";
import { hasEnded, partDone, type RunRow, running, runs, showRun } from "./training.js";
import { briefState } from "./training-words.js";

const KEPT = "training-notice";

/** Whether this browser may tell; "unable": it has no notices, or this address may not use them. */
type Permission = "default" | "granted" | "denied" | "unable";

const current = (): Permission =>
  "Notification" in window && window.isSecureContext ? Notification.permission : "unable";

export const permission = signal<Permission>(current());
export const wantsNotice = signal(kept(KEPT) === "yes");

export async function chooseNotice(wanted: boolean): Promise<void> {
  if (wanted && permission.value === "default") permission.value = await Notification.requestPermission();
  wantsNotice.value = wanted && permission.value === "granted";
  keep(KEPT, wantsNotice.value ? "yes" : "no");
}

function tell(row: RunRow): void {
  if (!wantsNotice.value || current() !== "granted" || document.visibilityState === "visible") return;
  const notice = new Notification(row.name, { body: briefState(row), tag: `lora-atelier-run-${row.id}` });
  notice.onclick = () => {
    window.focus();
    showRun(row.id);
  };
}

/** The tab's title says how far the training is; a desktop notice says when it has ended. */
export function followNotices(): void {
  effect(() => {
    const row = running.value;
    const { name, training } = words.value;
    document.title = row ? `${training.percent(partDone(row))} · ${name}` : name;
  });
  let before = new Set<number>();
  effect(() => {
    const ended = runs.value.filter((row) => before.has(row.id) && hasEnded(row));
    before = new Set(runs.value.flatMap((row) => (row.state === "running" ? [row.id] : [])));
    for (const row of ended) tell(row);
  });
}
