import type { Result } from "../../protocol/validate.js";
import type { Output } from "./output.js";

type Examined = Result<"planning/examine">;

const number = (value: number): string => value.toLocaleString("en");

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = seconds / 60;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

const gigabytes = (bytes: number): string =>
  bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

/** The sum, by both ways of counting, and why they differ. */
export function printSteps({ steps }: Examined, output: Output): void {
  if (steps === null) {
    output.print("The pictures are not here, so the steps cannot be counted.");
    return;
  }
  output.print(
    `${number(steps.images)} pictures, shown ${number(steps.showings)} times an epoch, ${steps.epochs} epochs: ${number(steps.article)} by the simple sum, ${number(steps.exact)} steps as the trainer counts (${number(steps.perEpoch)} an epoch).`,
  );
  for (const { message } of steps.differences) output.print(`    ${message}`);
}

export function printCost({ estimate, files }: Examined, output: Output): void {
  const { seconds, memory, basis, runs, bytes } = estimate;
  const from = {
    runs: `by ${runs} finished runs of this machine`,
    published: "by published figures; cards differ",
    publishedNoCard:
      "by published figures of graphics cards; none answers here, and a processor takes a thousand times as long and more",
  }[basis];
  if (seconds !== null) output.print(`Time: ${duration(seconds.low)} to ${duration(seconds.high)} (${from}).`);
  if (memory !== null) output.print(`GPU memory: about ${memory.low.toFixed(0)} to ${memory.high.toFixed(0)} GiB.`);
  const stay = files.filter(({ removedAt, kind }) => removedAt === null && kind !== "state");
  if (stay.length === 0) return;
  const [first] = stay;
  const size = bytes === null ? "" : `, about ${gigabytes(bytes)}`;
  const last = stay.at(-1);
  output.print(`Files: ${stay.length}${size}: ${first?.name}${stay.length > 1 ? ` … ${last?.name}` : ""}`);
}

export function printProblems({ problems }: Examined, output: Output): void {
  for (const { severity, message, remedy, source } of problems) {
    output.print(`${severity}: ${message}`);
    output.print(`    ${remedy} (${source})`);
  }
}

export const hasErrors = ({ problems }: Examined): boolean => problems.some(({ severity }) => severity === "error");

/** What scripts may rely on. */
export function document(plan: Result<"planning/propose">["plan"], examined: Examined, rest: object = {}) {
  const { steps, problems, files, ...more } = examined;
  return { plan, steps, problems, files, ...more, ...rest };
}
