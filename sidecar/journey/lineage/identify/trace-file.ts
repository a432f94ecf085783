import { fileStamp } from "../../../store/file-content.js";
import { contentOf } from "../../../sweep/draw/place-loras.js";
import { publishedLoras } from "../../../training/results/published-table.js";
import { allToolRuns, type ToolRun } from "../../../training/tools/tool-folder.js";
import type { LineageRoom } from "../lineage-room.js";
import { allSavedFiles, filesWithContent, markedFiles, runMarks } from "./known-files.js";
import { type LoraFile, readLoraFile } from "./lora-file.js";
import { marksOf, matchContent, matchMarks, type RunMatch } from "./match-run.js";

/** What stands between a file and the run's own. */
interface TraceStep {
  kind: "published" | "tool";
  id: number | null;
  tool: string | null;
  from: string[];
  to: string;
  /** ISO time. */
  time: string | null;
}

export interface Trace {
  via: TraceStep[];
  /** One a run; none for a file that no run here made. */
  matches: RunMatch[];
}

// Tools upon tools upon tools: nobody's file was made by more.
const MOST_STEPS = 16;

/** The tool that made a file, by its content where it still lies there, else by its place. */
async function toolThatMade({ database, stateFolder }: LineageRoom, file: LoraFile): Promise<ToolRun | null> {
  for (const run of allToolRuns(stateFolder)) {
    const made = run.outcome?.made;
    if (!made || made.bytes !== file.facts.bytes) continue;
    if ((await contentOf(database, made.path)) === file.content) return run;
  }
  return null;
}

function publishedStep({ database }: LineageRoom, { path, content }: LoraFile): TraceStep[] {
  const lora = publishedLoras(database).find((one) => one.path === path && one.content === content);
  if (!lora || lora.source === path) return [];
  return [{ kind: "published", id: null, tool: null, from: [lora.source], to: path, time: lora.published }];
}

/** Follows what a tool read; a file that is gone is still known by its place. */
async function traceInputs(room: LineageRoom, paths: readonly string[], left: number): Promise<Trace> {
  const whole: Trace = { via: [], matches: [] };
  for (const path of paths) {
    const file = fileStamp(path) === null ? null : await readLoraFile(room.database, path).catch(() => null);
    if (file) {
      const { via, matches } = await traceFile(room, file, left);
      whole.via.push(...via);
      whole.matches.push(...matches);
      continue;
    }
    const saved = allSavedFiles(room).find((one) => one.path === path);
    if (saved) whole.matches.push({ by: "content", run: saved.run, saved, step: saved.step });
  }
  const first = whole.matches.filter(
    ({ run, step }, at, all) => all.findIndex((one) => one.run === run && one.step === step) === at,
  );
  return { ...whole, matches: first };
}

/** Leads a file back to the runs that its weights came from. */
export async function traceFile(room: LineageRoom, file: LoraFile, left = MOST_STEPS): Promise<Trace> {
  const marks = marksOf(file.metadata);
  const published = publishedStep(room, file);
  const same = await filesWithContent(room, { content: file.content, bytes: file.facts.bytes });
  const exact = matchContent(same, marks);
  if (exact) return { via: published, matches: [exact] };
  const tool = left > 0 ? await toolThatMade(room, file) : null;
  if (tool) {
    const { request, started } = tool.start;
    const step: TraceStep = {
      kind: "tool",
      id: tool.id,
      tool: request.tool,
      from: [...request.loras],
      to: tool.outcome?.made?.path ?? file.path,
      time: tool.outcome?.ended ?? started,
    };
    const { via, matches } = await traceInputs(room, request.loras, left - 1);
    return { via: [...published, step, ...via], matches };
  }
  const told = matchMarks(marks, await markedFiles(room), runMarks(room));
  return { via: published, matches: told ? [told] : [] };
}
