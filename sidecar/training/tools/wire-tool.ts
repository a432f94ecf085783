import type { Params, Result } from "../../../protocol/validate.js";
import { type FamilyName, familyNames } from "../../planning/families.js";
import { loraToolCausesEn } from "../../words/lora-tools-causes-en.js";
import type { TrainingCauseWords } from "../../words/training-cause-values.js";
import { runFiles } from "../keeper/run-files.js";
import { tailOf } from "../runs/log-tail.js";
import type { ToolRun } from "./tool-folder.js";
import { readToolProgress } from "./tool-log.js";
import { tools } from "./tool-table.js";
import { findingsOf } from "./verify/findings.js";
import type { VerifiedLora } from "./verify/verify-file.js";

const PROGRESS_BYTES = 65_536;
const LOG_BYTES = 65_536;
const NAMES_SHOWN = 20;

type WireTool = Result<"training/toolList">["tools"][number];
type WireRun = Result<"training/toolRuns">["runs"][number];

/** The table as clients draw forms from it. */
export const wireTools = (): WireTool[] =>
  tools.map(({ name, scripts, least, most, files, makes, arguments: all }) => ({
    name,
    families: familyNames.filter((family) => scripts[family] !== undefined),
    least,
    most,
    files: Object.keys(files),
    makes,
    arguments: all.map(({ name: argument, kind, least: from, most: to, choices, default: usual, families }) => ({
      name: argument,
      kind,
      least: from ?? null,
      most: to ?? null,
      choices: [...(choices ?? [])],
      default: usual,
      families: [...(families ?? Object.keys(scripts))],
    })),
  }));

export async function wireToolRun({ id, folder, start, outcome }: ToolRun): Promise<WireRun> {
  const { request, output, rehearsal, started } = start;
  const progress = readToolProgress(outcome === null ? await tailOf(runFiles(folder).stderr, PROGRESS_BYTES) : "");
  return {
    id,
    tool: request.tool,
    family: request.family,
    loras: [...request.loras],
    files: Object.values(request.files),
    output: outcome?.made?.path ?? output,
    rehearsal,
    state: outcome?.state ?? "running",
    progress: outcome === null ? progress : { phase: "ended", done: null, total: null, secondsLeft: null },
    started,
    ended: outcome?.ended ?? null,
  };
}

// A cause of another version has no words here; what is then told are its log lines.
const sentences: Readonly<Record<string, TrainingCauseWords | undefined>> = loraToolCausesEn;

export async function wireWholeRun(run: ToolRun): Promise<Result<"training/toolRun">> {
  const { folder, start, outcome } = run;
  const files = runFiles(folder);
  const words = outcome?.cause ? sentences[outcome.cause] : undefined;
  return {
    ...(await wireToolRun(run)),
    command: start.command,
    log: { stderr: await tailOf(files.stderr, LOG_BYTES), stdout: await tailOf(files.stdout, LOG_BYTES) },
    made: outcome?.made ?? null,
    verdict: outcome && {
      cause: outcome.cause,
      values: { ...outcome.values },
      message: words?.message(outcome.values) ?? "",
      remedy: words?.remedy(outcome.values) ?? "",
      lines: [...outcome.lines],
      exitCode: outcome.exitCode,
      signal: outcome.signal,
    },
  };
}

export const familyOf = (name: Params<"training/toolStart">["family"]): FamilyName | undefined =>
  familyNames.find((family) => family === name);

/** What was found in a file; of long lists the first names. */
export function wireVerified(path: string, found: VerifiedLora): Result<"training/verifyFile"> {
  const { header, modules, zeroModules, unpaired, nan, infinite } = found;
  const steps = Number(header.metadata.get("ss_steps") || Number.NaN);
  return {
    path,
    bytes: header.bytes,
    promised: header.promised,
    whole: found.whole,
    format: found.format,
    family: found.family,
    dims: found.dims,
    alphas: found.alphas,
    types: found.types,
    tensors: header.tensors.size,
    modules: modules.length,
    steps: Number.isSafeInteger(steps) ? steps : null,
    nan: { count: nan.length, names: nan.slice(0, NAMES_SHOWN) },
    infinite: { count: infinite.length, names: infinite.slice(0, NAMES_SHOWN) },
    zero: { count: zeroModules.length, names: zeroModules.slice(0, NAMES_SHOWN) },
    unpaired: { count: unpaired.length, names: unpaired.slice(0, NAMES_SHOWN) },
    blocks: found.blocks.map((block) => ({ ...block })),
    metadata: Object.fromEntries(header.metadata),
    findings: findingsOf(found),
  };
}
