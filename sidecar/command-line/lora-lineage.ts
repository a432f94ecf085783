import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { lineageEn } from "../words/lineage-en.js";
import { flag, fromWhereTheUserStands, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const lineageUsage = "lora lineage FILE [--json]";

type Lineage = Result<"lineage/of">;
type Run = Lineage["runs"][number];

const { nodes } = lineageEn;

function printPictures({ pictures }: Run, output: Output): void {
  if (pictures === null) {
    output.print(`  ${nodes.pictures}: ${lineageEn.notRecorded}`);
    return;
  }
  const { total, captions, counts, captionCounts, sets } = pictures;
  output.print(`  ${nodes.pictures}: ${lineageEn.picturesNow(total, counts.same)}`);
  for (const { folder, repeats, trigger, pictures: listed } of sets) {
    output.print(`      ${folder}: ${lineageEn.repeats(repeats, trigger)}`);
    for (const { name, state, captionState, now } of listed) {
      if (state !== "same") output.print(`        ${name}: ${lineageEn.states[state]}${now ? ` (${now})` : ""}`);
      if (captionState === "changed" || captionState === "gone")
        output.print(`        ${name}, caption: ${lineageEn.states[captionState]}`);
    }
  }
  output.print(`  ${nodes.captions}: ${lineageEn.captionsNow(captions, captionCounts.same)}`);
}

function printRun(run: Run, output: Output): void {
  const { id, name, version, parent, plan, reasons, trainer, started, step, steps, saved, savedThere } = run;
  printPictures(run, output);
  output.print(`  ${nodes.plan}: ${plan.name}, ${lineageEn.arguments(Object.keys(plan.arguments).length)}`);
  for (const { argument, message } of reasons) output.print(`      ${argument}: ${message}`);
  const of = parent === null ? "" : `, ${lineageEn.before(parent.name)}`;
  output.print(`  ${nodes.run}: run ${id} ${name}, ${lineageEn.version(version)}${of}`);
  output.print(
    `      ${started ?? "never started"}, ${lineageEn.trainer(trainer.kind, trainer.revision)}${step === null ? "" : `, ${lineageEn.ofSteps(step, steps)}`}`,
  );
  if (saved !== null) output.print(`      ${saved}${savedThere ? "" : ` (${lineageEn.gone})`}`);
}

function printSweeps({ sweeps }: Lineage, output: Output): void {
  if (sweeps.length === 0) output.print(`  ${nodes.sweeps}: ${lineageEn.notSwept}`);
  for (const sweep of sweeps) {
    const { id, name, hasFile, drawn, votes, likes, verdict, best, band, recommendation } = sweep;
    const facts = hasFile ? lineageEn.sweepFacts(drawn, votes, likes) : lineageEn.otherFiles;
    const judged = verdict === null ? lineageEn.notScored : (lineageEn.verdicts[verdict] ?? verdict);
    output.print(`  ${nodes.sweeps}: sweep ${id} ${name}: ${facts}, ${hasFile ? judged : ""}`.replace(/, $/, ""));
    if (hasFile && best !== null) output.print(`      ${lineageEn.bestAt(best, band)}`);
    if (recommendation !== null) output.print(`      ${recommendation}`);
  }
}

function print(found: Lineage, output: Output): void {
  const { file, match, via, runs, installed, next, metadata } = found;
  output.print(`${file.path}  ${file.hash ?? ""}`.trimEnd());
  const [first] = runs;
  const isTool = via.some(({ kind }) => kind === "tool");
  if (first === undefined) output.print(lineageEn.none);
  else if (runs.length > 1) output.print(lineageEn.merged(runs.length));
  else output.print(isTool ? lineageEn.tool(first.id) : (lineageEn.matches[match]?.(first.id) ?? ""));
  for (const run of runs) printRun(run, output);
  for (const { kind, tool, from, to } of [...via].reverse()) {
    const title = kind === "published" ? nodes.published : (lineageEn.toolNames[tool ?? ""] ?? nodes.tool);
    output.print(`  ${title}: ${from.join(", ")} → ${to}`);
  }
  printSweeps(found, output);
  for (const { path, there } of installed)
    output.print(`  ${nodes.installed}: ${path}${there ? "" : ` (${lineageEn.gone})`}`);
  for (const { run, name, version } of next) output.print(`  ${lineageEn.after(name, version)}, run ${run}`);
  if (runs.length > 0) return;
  for (const [name, value] of Object.entries(metadata)) output.print(`    ${name}: ${value}`);
}

/** `lora lineage FILE`: where a LoRA file came from, and what came of it. */
export function lineage(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, lineageUsage);
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) {
    throw new StudioError("badArguments", "One LoRA file is expected.", lineageUsage);
  }
  return withClient(async (client) => {
    const found = await client.call("lineage/of", { path: fromWhereTheUserStands(path) });
    if (output.json) output.document(found);
    else print(found, output);
    return 0;
  });
}
