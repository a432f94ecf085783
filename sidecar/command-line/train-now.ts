import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { flag, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { runNumber } from "./run-number.js";
import { withClient } from "./with-client.js";

type Now = Result<"training/save">;
type Kind = "save" | "sample";

export const nowUsages = {
  save: "train save ID [--wait] [--json]",
  sample: "train sample ID [--wait] [--json]",
};

const LOOK_EVERY_MS = 500;

const why: Record<NonNullable<Now["why"]>, string> = {
  processes: "A run that accelerate starts cannot be asked.",
  trainer: "This version of the trainer cannot be asked.",
  noPrompts: "The plan has no prompts for sample pictures.",
};

function sentence(kind: Kind, { state, step, why: obstacle }: Now): string {
  const done = kind === "save" ? "Saved" : "Sampled";
  switch (state) {
    case "done":
      return `${done} at step ${step}.`;
    case "taken":
      return kind === "save" ? `It saves step ${step}.` : `It draws the samples of step ${step}.`;
    case "planned": {
      const next = step === null ? "None is planned any more." : `The next one is planned at step ${step}.`;
      return obstacle === null ? next : `${why[obstacle]} ${next}`;
    }
    default:
      return "Asked: it comes at the next step.";
  }
}

/** `train save ID` and `train sample ID`: asks a run for it at its next step. */
const asking =
  (kind: Kind) =>
  (rest: string[], { output, signal }: { output: Output; signal: AbortSignal }): Promise<number> => {
    const given = parseWords(rest, { wait: flag, json: flag }, nowUsages[kind]);
    const id = runNumber(given.words, nowUsages[kind]);
    return withClient(async (client) => {
      let now = await client.call(`training/${kind}`, { id });
      while (given.flag("wait") && (now.state === "asked" || now.state === "taken")) {
        if (signal.aborted) throw new StudioError("interrupted", "Not waited for any longer.", "The run goes on.");
        await sleep(LOOK_EVERY_MS);
        const run = await client.call("training/run", { id });
        if (!run.now) {
          throw new StudioError("notFound", `Run ${id} ended first.`, `\`train show ${id}\` lists its files.`);
        }
        now = run.now[kind];
      }
      if (output.json) output.document(now);
      else {
        output.print(sentence(kind, now));
        for (const file of now.files) output.print(`    ${file}`);
      }
      return 0;
    });
  };

export const nowCommands = { save: asking("save"), sample: asking("sample") };
