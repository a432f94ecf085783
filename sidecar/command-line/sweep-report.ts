import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseWords, texts, wholeNumber } from "./arguments.js";
import { followJob } from "./follow-job.js";
import { type Output, progressLine } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { withClient } from "./with-client.js";

const usages = {
  score: "sweep score ID [--model NAME|FOLDER]… [--json]",
  report: "sweep report ID [--cells] [--json]",
  nextPlan: "sweep next-plan ID [--json]",
};
export const sweepReportUsage = Object.values(usages);

type Report = Result<"sweep/report">;
type Command = (rest: string[], watch: { output: Output; signal: AbortSignal }) => Promise<number>;

function oneId(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw new StudioError("badArguments", "The number of one sweep is expected.", usage);
}

const verdicts: Readonly<Record<Report["checkpoints"][number]["verdict"], string>> = {
  noEffect: "no effect",
  undertrained: "undertrained",
  good: "good",
  overtrained: "overtrained",
  broken: "broken",
  unknown: "cannot be told yet",
};

const percent = (value: number | undefined): string => (value === undefined ? "–" : `${Math.round(value * 100)}`);

/** A trait × strength table of one checkpoint, in points against the control. */
function heatMap({ strengths }: Report["checkpoints"][number], traits: Report["traits"]): string[] {
  const counted = traits.flatMap(({ tag, counts }, place) => (counts ? [{ tag, place }] : [])).slice(0, 12);
  if (counted.length === 0 || strengths.length === 0) return [];
  const rows = [
    ["", ...strengths.map(({ value }) => String(value))],
    ...counted.map(({ tag, place }) => [tag, ...strengths.map((strength) => percent(strength.traits[place]))]),
    ["prompt kept", ...strengths.map(({ measures }) => percent(measures.promptKept?.mean))],
    ["verdict", ...strengths.map(({ verdict }) => verdict)],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

function printReport(report: Report, output: Output): void {
  const { recommendation, checkpoints, traits, notEnough, weakTraits, nextPlan } = report;
  if (report.rehearsal) output.print("A rehearsal: the pictures are drawn by the stand-in.");
  if (report.state !== "scored") {
    output.print(`${report.scored} pictures are scored, ${report.toScore} are not yet: sweep score ID.`);
  }
  if (recommendation) {
    output.print(recommendation.sentence);
    for (const { sentence } of recommendation.reasons) output.print(`    ${sentence}`);
    for (const { sentence } of recommendation.runnersUp) output.print(`    Behind it: ${sentence}`);
  } else {
    output.print("There is not enough evidence for a recommendation.");
    for (const { sentence } of notEnough) output.print(`    ${sentence}`);
  }
  for (const checkpoint of checkpoints) {
    output.print(`${checkpoint.label}: ${verdicts[checkpoint.verdict]}`);
    for (const { sentence } of checkpoint.reasons) output.print(`    ${sentence}`);
    for (const line of heatMap(checkpoint, traits)) output.print(`    ${line}`);
  }
  for (const { tag, reasons } of weakTraits) {
    output.print(`${tag} never comes: ${reasons.map(({ sentence }) => sentence).join(" ")}`);
  }
  const named = traits.filter((trait) => trait.named).map(({ tag }) => tag);
  if (named.length > 0) output.print(`A prompt names these itself, which proves nothing: ${named.join(", ")}.`);
  for (const { reason } of nextPlan?.changes ?? []) output.print(`Next time: ${reason.sentence}`);
}

const score: Command = (rest, { output, signal }) => {
  const given = parseWords(rest, { model: texts, json: flag }, usages.score);
  const id = oneId(given.words, usages.score);
  const models = given.texts("model").map((model) => (/[/\\]/.test(model) ? fromWhereTheUserStands(model) : model));
  return withClient(async (client) => {
    const { jobId, toScore } = await client.call("sweep/score", { id, ...(models.length > 0 && { models }) });
    if (jobId === null) output.say("Everything that is drawn is scored.");
    const line = progressLine(output, "Looked at");
    let failed = 0;
    if (jobId !== null) {
      const onChange = (state: Result<"job/get">): void => {
        failed = state.failed;
        line(state);
      };
      await followJob(client, jobId, { signal, onChange });
      output.endProgress();
    }
    const report = await client.call("sweep/report", { id });
    if (output.json) output.document({ jobId, toScore, failed, report });
    else printReport(report, output);
    return failed > 0 ? 3 : 0;
  });
};

const report: Command = (rest, { output }) => {
  const given = parseWords(rest, { cells: flag, json: flag }, usages.report);
  const id = oneId(given.words, usages.report);
  return withClient(async (client) => {
    const found = await client.call("sweep/report", { id });
    const cells = given.flag("cells") ? (await client.call("sweep/scores", { id })).cells : null;
    const { recommendation } = found;
    if (output.json) {
      const label = found.checkpoints.find(({ lora }) => lora === recommendation?.lora)?.label;
      output.document({
        sweep: id,
        ...found,
        recommendation: recommendation && {
          ...recommendation,
          lora: label ?? recommendation.lora,
          loraIndex: recommendation.lora,
          reasons: recommendation.reasons.map(({ sentence }) => sentence),
        },
        ...(cells && { cells }),
      });
      return 0;
    }
    printReport(found, output);
    for (const command of await pruneCommands(client, id, found)) output.print(command);
    for (const { index, traitRecall, promptKept, bleed, collapse, copying } of cells ?? []) {
      const told = { traits: traitRecall, prompt: promptKept, bleed, collapse, copying };
      const values = Object.entries(told).map(([name, value]) => `${name} ${value === null ? "–" : value.toFixed(2)}`);
      output.print(`cell ${index}: ${values.join(", ")}`);
    }
    return 0;
  });
};

/** Captions are pruned by a command of their own. */
async function pruneCommands(client: StudioClient, id: number, { nextPlan: next }: Report): Promise<string[]> {
  if (!next || next.pruneTags.length === 0) return [];
  const { changes } = await client.call("sweep/nextPlan", { id }).catch(() => ({ changes: [] }));
  return changes.flatMap(({ code, sentence }) => (code === "pruneCommand" ? [sentence] : []));
}

const nextPlan: Command = (rest, { output }) => {
  const given = parseWords(rest, { json: flag }, usages.nextPlan);
  const id = oneId(given.words, usages.nextPlan);
  return withClient(async (client) => {
    const result = await client.call("sweep/nextPlan", { id });
    if (output.json) output.document(result);
    else {
      for (const { sentence } of result.changes) output.say(sentence);
      output.print(JSON.stringify(result.plan, null, 2));
    }
    return 0;
  });
};

/** Verbs of `sweep` that score and judge. */
export const sweepReportCommands: Record<string, Command> = { score, report, "next-plan": nextPlan };
