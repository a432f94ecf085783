import { statSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { reportError, StudioError } from "../../host/studio-error.js";
import { quotedCommand } from "../../planning/command/quote.js";
import { say } from "../../words/sentence.js";
import { readEnd, runFiles } from "../keeper/run-files.js";
import { askToStop, lifeOf, startKeeper } from "../keeper/start-keeper.js";
import { tailOf } from "../runs/log-tail.js";
import type { Trainer } from "../trainer/trainer.js";
import { proveLoraFile } from "../verdict/prove-file.js";
import { fileThere, freePath, publish } from "./output-name.js";
import type { ToolRequest } from "./tool.js";
import { toolCommand } from "./tool-command.js";
import {
  allToolRuns,
  newToolFolder,
  oneToolRun,
  type ToolOutcome,
  type ToolRun,
  writeOutcome,
  writeStart,
} from "./tool-folder.js";
import { toolNamed } from "./tool-table.js";
import { judgeTool } from "./tool-verdict.js";
import { verifyLora } from "./verify/verify-file.js";

// A merge into a model tells of each layer that it does not find.
const TAIL_BYTES = 1 << 20;
const LOOK_EVERY_MS = 1000;

export interface ToolOrder {
  request: ToolRequest;
  trainer: Trainer;
  output: string | null;
  rename: boolean;
  layers: number;
}

/** A tensor that no LoRA may hold; a model is not looked through, for it has billions of numbers. */
async function brokenTensor(path: string): Promise<string | null> {
  const { nan, infinite } = await verifyLora(path);
  return nan[0] ?? infinite[0] ?? null;
}

async function judge({ folder, start: { request, output, temporary } }: ToolRun, layers: number): Promise<ToolOutcome> {
  const end = readEnd(folder);
  const { stdout, stderr } = runFiles(folder);
  const proof = temporary === null ? null : await proveLoraFile(temporary, { steps: null });
  const isLora = toolNamed(request.tool).makes === "lora";
  const verdict = judgeTool({
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    error: end?.error ?? null,
    stopped: end?.stopped === true,
    stdoutTail: await tailOf(stdout, TAIL_BYTES),
    stderrTail: await tailOf(stderr, TAIL_BYTES),
    proof,
    broken: isLora && temporary !== null && proof?.whole ? await brokenTensor(temporary) : null,
    layers,
  });
  const isMade = verdict.state === "succeeded" && temporary !== null && output !== null;
  const path = isMade ? await publish(temporary, output) : null;
  // Only what the tool made lies in this folder.
  if (temporary !== null) await rm(dirname(temporary), { recursive: true, force: true });
  return {
    ...verdict,
    exitCode: end?.exitCode ?? null,
    signal: end?.signal ?? null,
    made: path === null ? null : { path, bytes: statSync(path).size },
    ended: end?.ended || new Date().toISOString(),
  };
}

// Two clients may ask at the same moment; a file is given its name once.
const judging = new Map<string, Promise<ToolRun>>();

async function settle(stateFolder: string, run: ToolRun): Promise<ToolRun> {
  const life = lifeOf(run.folder);
  if (run.outcome !== null || (life !== "ended" && life !== "vanished")) return run;
  const layers = run.start.request.tool === "mergeInto" ? run.start.layers : 0;
  try {
    await writeOutcome(run.folder, await judge(run, layers));
  } catch (error) {
    const lines = [reportError(error).message];
    const values = { exception: lines[0] ?? "" };
    const rest = { exitCode: null, signal: null, made: null, ended: new Date().toISOString() };
    await writeOutcome(run.folder, { state: "failed", cause: "unknown", values, lines, ...rest });
  }
  return oneToolRun(stateFolder, run.id);
}

/** A run as it is now: one that has ended is judged, and its file gets its name. */
export async function lookAtTool(stateFolder: string, run: ToolRun): Promise<ToolRun> {
  if (run.outcome !== null) return run;
  const known = judging.get(run.folder);
  if (known !== undefined) return known;
  const settling = settle(stateFolder, run).finally(() => judging.delete(run.folder));
  judging.set(run.folder, settling);
  return settling;
}

export async function lookAtTools(stateFolder: string): Promise<ToolRun[]> {
  return Promise.all(allToolRuns(stateFolder).map((run) => lookAtTool(stateFolder, run)));
}

/** Looks until it has ended, so that its file is there also when nobody asks. */
function watch(stateFolder: string, id: number): void {
  // Somebody may have taken its folder away: that ends the looking, and nothing else.
  const look = async (): Promise<boolean> =>
    (await lookAtTool(stateFolder, oneToolRun(stateFolder, id))).outcome !== null;
  const timer = setInterval(() => {
    void look().then(
      (isOver) => isOver && clearInterval(timer),
      () => clearInterval(timer),
    );
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** @throws StudioError "busy" | "fileExists" */
export async function startTool(stateFolder: string, order: ToolOrder): Promise<ToolRun> {
  const { request, trainer, rename } = order;
  const busy = (await lookAtTools(stateFolder)).find(({ outcome }) => outcome === null);
  if (busy !== undefined) {
    throw new StudioError(
      "busy",
      say("A tool is at work already (number {id}).", { id: busy.id }),
      say("Wait for it, or end it: lora stop {id}. Two at once would fight over memory.", { id: busy.id }),
    );
  }
  const output = order.output === null ? null : freePath(order.output);
  if (output !== order.output && !rename) throw fileThere(order.output ?? "");
  const { id, folder } = await newToolFolder(stateFolder);
  // In a folder of its own beside its place: tools write the file's name into it, and a rename must not cross disks.
  const temporary = output === null ? null : join(dirname(output), `.lora-atelier-tool-${id}`, basename(output));
  try {
    if (temporary !== null) await mkdir(dirname(temporary), { recursive: true });
    const command = toolCommand(request, trainer, temporary);
    const shell = process.platform === "win32" ? "cmd" : "bash";
    await writeStart(folder, {
      request,
      output,
      temporary,
      rename,
      layers: order.layers,
      rehearsal: trainer.kind === "rehearsal",
      command: quotedCommand(shell, [command.program, ...command.arguments]),
      started: new Date().toISOString(),
    });
    await startKeeper(folder, command);
  } catch (error) {
    if (temporary !== null) await rm(dirname(temporary), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  watch(stateFolder, id);
  return oneToolRun(stateFolder, id);
}

/** Ends a tool with all that it started; what it wrote is removed. */
export async function stopTool(stateFolder: string, id: number): Promise<void> {
  const run = oneToolRun(stateFolder, id);
  if (run.outcome === null) await askToStop(run.folder);
}
