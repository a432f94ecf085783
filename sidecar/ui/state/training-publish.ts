import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { refreshCards } from "../webui/refresh-cards.js";
import { panel } from "./panels.js";

type Published = Methods["training/publish"]["result"];

export interface PublishDraft {
  run: number;
  path: string;
  name: string;
  /** Null: what is proposed. */
  activationText: string | null;
  preferredWeight: number;
  notes: string;
  withPreview: boolean;
}

/** The file that is being put among the WebUI's; null while none is. */
export const publishing = signal<PublishDraft | null>(null);
/** What would be done; null until it is known. */
export const proposed = signal<Published | null>(null);
/** What was done. */
export const published = signal<Published | null>(null);
export const publishError = signal<RequestError | null>(null);
export const putting = signal(false);

let asked = 0;

const paramsOf = ({ run, path, name, activationText, preferredWeight, notes, withPreview }: PublishDraft) => ({
  run,
  path,
  preferredWeight,
  ...(name.trim() === "" ? {} : { name: name.trim() }),
  ...(activationText === null ? {} : { activationText }),
  ...(notes.trim() === "" ? {} : { notes }),
  ...(withPreview ? {} : { preview: null }),
});

async function look(draft: PublishDraft): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("training/publish", { ...paramsOf(draft), dryRun: true });
    if (mine !== asked) return;
    proposed.value = answer;
    publishError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    proposed.value = null;
    publishError.value = error;
  }
}

export function openPublish(run: number, path: string, name: string): void {
  const draft = { run, path, name, activationText: null, preferredWeight: 0, notes: "", withPreview: true };
  publishing.value = draft;
  proposed.value = null;
  published.value = null;
  publishError.value = null;
  panel.value = "publish";
  void look(draft);
}

export function changePublish(change: Partial<PublishDraft>): void {
  if (publishing.value === null) return;
  publishing.value = { ...publishing.value, ...change };
  published.value = null;
  void look(publishing.value);
}

export async function put(): Promise<void> {
  const draft = publishing.value;
  if (draft === null || putting.value) return;
  putting.value = true;
  try {
    published.value = await call("training/publish", paramsOf(draft));
    refreshCards();
    publishError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    publishError.value = error;
  } finally {
    putting.value = false;
  }
}
