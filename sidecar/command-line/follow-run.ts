import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../../protocol/validate.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";
import { cardWords } from "./train-look.js";

type Run = Result<"training/run">;
type Card = Result<"training/gpu">["cards"][number];

// As often as the progress line is worth reading.
const LOOK_EVERY_MS = 500;

const left = (seconds: number | null): string =>
  seconds === null ? "" : ` · ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left`;

function sayProgress({ state, progress }: Run, cards: readonly Card[], output: Output): void {
  const { phase, step, total, averageLoss, secondsPerStep, secondsLeft } = progress;
  if (state === "queued") output.progress("waiting in the queue");
  else if (phase !== "training") output.progress(phase);
  else {
    const loss = averageLoss === null ? "" : ` · loss ${averageLoss}`;
    const rate = secondsPerStep === null ? "" : ` · ${secondsPerStep.toFixed(2)} s a step`;
    output.progress(`step ${step} of ${total}${loss}${rate}${left(secondsLeft)}${cardsLine(cards)}`);
  }
}

// More cards than these would fill the line.
const CARDS_SHOWN = 2;

const cardsLine = (cards: readonly Card[]): string =>
  cards
    .slice(0, CARDS_SHOWN)
    .map((card) => ` · GPU ${cardWords(card)}`)
    .join("");

/** What scripts may rely on: one object a line. */
const line = ({ id, state, progress, files }: Run) => ({
  run: id,
  state,
  ...progress,
  files: files.map(({ path }) => path),
});

function last({ id, state, files, verdict }: Run) {
  const told = verdict === null ? {} : { cause: verdict.cause, message: verdict.message, remedy: verdict.remedy };
  return { run: id, state, files: files.map(({ path }) => path), ...told };
}

const exitCodes: Record<string, number> = { succeeded: 0, stopped: 130 };

/**
 * Follows a run until it ends; the first interruption asks it to end. With --json one object a line, the last with its verdict.
 * @returns 0 when it succeeded, 130 when it was stopped, else 1
 */
export async function followRun(
  client: StudioClient,
  id: number,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<number> {
  let told = "";
  let asked = false;
  for (;;) {
    if (signal.aborted && !asked) {
      asked = true;
      output.say("Asked to end; what is saved stays.");
      await client.call("training/stop", { id, when: "now" });
    }
    const run = await client.call("training/run", { id });
    if (run.state !== "queued" && run.state !== "running") {
      output.endProgress();
      if (output.json) output.document(last(run));
      else {
        output.print(`${run.name}: ${run.state}`);
        for (const { path } of run.files) output.print(`    ${path}`);
        for (const text of run.verdict ? [run.verdict.message, run.verdict.remedy, ...run.verdict.lines] : []) {
          if (text !== "") output.print(text);
        }
      }
      return exitCodes[run.state] ?? 1;
    }
    const now = JSON.stringify(line(run));
    if (output.json && now !== told) output.document(line(run));
    told = now;
    const { cards } = output.json ? { cards: [] } : await client.call("training/gpu", {});
    sayProgress(run, cards, output);
    await sleep(LOOK_EVERY_MS);
  }
}
