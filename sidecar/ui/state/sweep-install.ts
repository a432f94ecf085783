import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { refreshCards } from "../webui/refresh-cards.js";
import { panel } from "./panels.js";

type Installed = Methods["sweep/install"]["result"];

export interface InstallDraft {
  id: number;
  /** Index on the lora axis. */
  lora: number;
  strength: number;
  name: string;
  /** Cell whose picture the WebUI's card shows; null for the proposed one. */
  previewCell: number | null;
}

/** The file that is being put among the WebUI's; null while none is. */
export const installing = signal<InstallDraft | null>(null);
/** What would be done; null until it is known. */
export const installPlan = signal<Installed | null>(null);
/** What was done. */
export const installed = signal<Installed | null>(null);
export const installError = signal<RequestError | null>(null);
export const putting = signal(false);

let asked = 0;

const paramsOf = ({ id, lora, strength, name, previewCell }: InstallDraft) => ({
  id,
  lora,
  strength,
  ...(name.trim() === "" ? {} : { name: name.trim() }),
  ...(previewCell === null ? {} : { previewCell }),
});

async function look(draft: InstallDraft): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("sweep/install", { ...paramsOf(draft), dryRun: true });
    if (mine !== asked) return;
    installPlan.value = answer;
    installError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    installPlan.value = null;
    installError.value = error;
  }
}

export function openInstall(draft: Omit<InstallDraft, "name">): void {
  installing.value = { ...draft, name: "" };
  installPlan.value = null;
  installed.value = null;
  installError.value = null;
  panel.value = "sweepInstall";
  void look(installing.value);
}

export function changeInstall(part: Partial<InstallDraft>): void {
  if (installing.value === null) return;
  installing.value = { ...installing.value, ...part };
  void look(installing.value);
}

export async function install(): Promise<void> {
  const draft = installing.value;
  if (draft === null || putting.value) return;
  putting.value = true;
  try {
    installed.value = await call("sweep/install", paramsOf(draft));
    refreshCards();
    installError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    installError.value = error;
  } finally {
    putting.value = false;
  }
}
