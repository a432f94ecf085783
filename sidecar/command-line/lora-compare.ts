import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { lineageEn } from "../words/lineage-en.js";
import { flag, fromWhereTheUserStands, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { printComparedRuns } from "./train-history.js";
import { withClient } from "./with-client.js";

export const compareUsage = "lora compare A B [--json]      (each a LoRA file or the number of a run)";

type Compared = Result<"lineage/compare">;

const sideOf = (word: string): { run: number } | { path: string } =>
  /^[1-9]\d{0,8}$/.test(word) ? { run: Number(word) } : { path: fromWhereTheUserStands(word) };

function printVerdict({ verdict, sides }: Compared, output: Output): void {
  const { state, better, reasons, traits } = verdict;
  const name = better === null ? undefined : sides[better]?.name;
  if (name !== undefined && better !== null) output.print(lineageEn.told[better]?.(name) ?? "");
  else if (state === "told") output.print(lineageEn.someTraits);
  else
    output.print({ notEnough: lineageEn.notEnough, unscored: lineageEn.unscored, noPairs: lineageEn.noPairs }[state]);
  for (const { sentence } of reasons) output.print(`    ${sentence}`);
  for (const { tag, means, difference } of traits) {
    const { points, interval } = lineageEn;
    output.print(
      `    ${tag}: ${means.map(points).join(" → ")}   (${points(difference.mean)}, ${interval(points(difference.low), points(difference.high))})`,
    );
  }
}

function printMissing({ missing }: Compared, output: Output): void {
  if (missing === null) return;
  const { reason, settings } = missing;
  const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
  output.print(`${lineageEn.missing}: ${reason.sentence}`);
  const { loras, strengths, prompts, negativePrompts, seeds, width, height, steps, cfg, sampler, rehearsal } = settings;
  const words = [
    ...loras.map((path) => `--lora ${quoted(path)}`),
    `--strengths ${quoted(strengths)}`,
    ...prompts.map((prompt) => `--prompt ${quoted(prompt)}`),
    ...negativePrompts.filter((prompt) => prompt !== "").map((prompt) => `--negative ${quoted(prompt)}`),
    `--seeds ${quoted(seeds)} --size ${width}x${height} --steps ${steps} --cfg ${cfg}`,
    ...(sampler === null ? [] : [`--sampler ${quoted(sampler)}`]),
    ...(rehearsal ? ["--rehearsal"] : []),
  ];
  output.print(`    sweep ${words.join(" ")}`);
}

function print(found: Compared, output: Output): void {
  const { sides, runs, pairCount, strengths } = found;
  for (const [at, { name, path, run, version, verdict, best, band }] of sides.entries()) {
    const facts = [
      run !== null && `run ${run}`,
      version !== null && lineageEn.version(version),
      verdict !== null && lineageEn.verdicts[verdict],
      best !== null && lineageEn.bestAt(best, band),
    ];
    output.print(`${at === 0 ? "A" : "B"}  ${name}  ${facts.filter(Boolean).join(", ")}  ${path}`);
  }
  printVerdict(found, output);
  if (pairCount > 0) output.print(`${lineageEn.grids}: ${pairCount} (${lineageEn.strength} ${strengths.join(", ")})`);
  printMissing(found, output);
  const isOneRun = sides[0]?.run !== null && sides[0]?.run === sides[1]?.run;
  if (runs === null) output.print(isOneRun ? lineageEn.sameRun : lineageEn.noRuns);
  else printComparedRuns(runs, output);
}

/** `lora compare A B`: two LoRA files, or runs, beside each other. */
export function compare(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, compareUsage);
  if (words.length !== 2) throw new StudioError("badArguments", "Two LoRA files or runs are expected.", compareUsage);
  return withClient(async (client) => {
    const found = await client.call("lineage/compare", { sides: words.map(sideOf) });
    if (output.json) output.document(found);
    else print(found, output);
    return 0;
  });
}
