import { setTimeout as sleep } from "node:timers/promises";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";

const LOOK_EVERY_MS = 500;
const exitCodes: Record<string, number> = { succeeded: 0, stopped: 130 };

/**
 * Follows a tool until it ends; the first interruption asks it to end. With --json one document at its end.
 * @returns 0 when its file is whole, 130 when it was stopped, else 1
 */
export async function followTool(
  client: StudioClient,
  id: number,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<number> {
  let asked = false;
  for (;;) {
    if (signal.aborted && !asked) {
      asked = true;
      output.say("Asked to end; what it wrote is removed.");
      await client.call("training/toolStop", { id });
    }
    const run = await client.call("training/toolRun", { id });
    if (run.state !== "running") {
      output.endProgress();
      const { tool, state, made, verdict, log } = run;
      if (output.json) {
        const { cause = null, message = "", remedy = "", lines = [] } = verdict ?? {};
        output.document({ tool: id, name: tool, state, made, cause, message, remedy, lines });
      } else {
        output.print(`${tool}: ${state}${made ? `  ${made.path}` : ""}`);
        const lines = state === "succeeded" ? [] : (verdict?.lines ?? []);
        for (const text of verdict ? [verdict.message, verdict.remedy, ...lines] : []) {
          if (text !== "") output.print(`    ${text}`);
        }
        if (tool === "check" && state === "succeeded") output.print(log.stdout.trimEnd());
      }
      return exitCodes[state] ?? 1;
    }
    const { phase, done, total, secondsLeft } = run.progress;
    const count = done === null || total === null ? "" : ` ${done} of ${total}`;
    output.progress(`${phase}${count}${secondsLeft === null ? "" : ` · ${secondsLeft} s left`}`);
    await sleep(LOOK_EVERY_MS);
  }
}
