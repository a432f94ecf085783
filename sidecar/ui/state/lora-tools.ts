import { batch, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { panel } from "./panels.js";

export type Tool = Methods["training/toolList"]["result"]["tools"][number];
export type ToolRun = Methods["training/toolRun"]["result"];
export type ToolRow = Methods["training/toolRuns"]["result"]["runs"][number];
export type Verified = Methods["training/verifyFile"]["result"];
export type StartTool = Methods["training/toolStart"]["params"];

const FOLLOW_MS = 1000;

/** The file that the dialog is about. */
export const toolFile = signal("");
/** `verify`, or the name of a tool. */
export const chosenTool = signal("verify");
export const toolList = signal<Tool[]>([]);
export const toolRows = signal<ToolRow[]>([]);
export const toolRun = signal<ToolRun | null>(null);
export const verified = signal<Verified | null>(null);
export const toolError = signal<RequestError | null>(null);
export const toolStarting = signal(false);

/** Does what was asked; an answer that comes after another question is dropped by who asked. */
async function ask(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    toolError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.code !== "disconnected") toolError.value = error;
  }
}

export const readToolRows = (): Promise<void> =>
  ask(async () => {
    toolRows.value = (await call("training/toolRuns", {})).runs;
  });

export const readToolList = (): Promise<void> =>
  ask(async () => {
    if (toolList.value.length === 0) toolList.value = (await call("training/toolList", {})).tools;
  });

/** Looks through the file, without the trainer. */
export const verifyToolFile = (): Promise<void> =>
  ask(async () => {
    const path = toolFile.value;
    verified.value = null;
    const answer = await call("training/verifyFile", { path });
    if (path === toolFile.value) verified.value = answer;
  });

/** Opens the dialog for a file. */
export function openTools(path: string): void {
  batch(() => {
    toolFile.value = path;
    chosenTool.value = "verify";
    toolRun.value = null;
    verified.value = null;
    toolError.value = null;
    panel.value = "loraTools";
  });
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a tool that was started, and follows it until it ends. */
async function followTool(id: number): Promise<void> {
  clearTimeout(timer);
  let run: ToolRun | null = null;
  await ask(async () => {
    run = await call("training/toolRun", { id });
    toolRun.value = run;
  });
  const goesOn = toolRun.value?.id === id && toolRun.value.state === "running" && panel.value === "loraTools";
  if (goesOn) timer = setTimeout(() => void followTool(id), FOLLOW_MS);
  else await readToolRows();
}

export function leaveTool(): void {
  clearTimeout(timer);
  toolRun.value = null;
  toolError.value = null;
}

export async function showToolRun(row: ToolRow): Promise<void> {
  openTools(row.loras[0] ?? row.output ?? "");
  await followTool(row.id);
}

export async function startTool(params: StartTool): Promise<void> {
  if (toolStarting.value) return;
  toolStarting.value = true;
  let id: number | null = null;
  await ask(async () => {
    id = (await call("training/toolStart", params)).id;
  });
  toolStarting.value = false;
  if (id !== null) await followTool(id);
}

export async function stopTool(id: number): Promise<void> {
  await ask(async () => {
    await call("training/toolStop", { id });
  });
  await followTool(id);
}
