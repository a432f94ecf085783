import { flag, parseWords, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const queueUsage = "train queue [ID…] [--pause|--continue] [--pause-on-failure|--go-on-after-failure] [--json]";

const pausedWords = (by: number | null): string => (by === null ? " (paused)" : ` (paused, since run ${by} failed)`);

/** `train queue`: the order of what waits, and when the queue pauses. */
export function queueCommand(rest: string[], output: Output): Promise<number> {
  const failures = { "pause-on-failure": flag, "go-on-after-failure": flag };
  const given = parseWords(rest, { pause: flag, continue: flag, ...failures, json: flag }, queueUsage);
  const order = given.words.map((word) => wholeNumber("ID", word));
  const [pause, go] = [given.flag("pause"), given.flag("continue")];
  const [pauses, goesOn] = [given.flag("pause-on-failure"), given.flag("go-on-after-failure")];
  return withClient(async (client) => {
    const result = await client.call("training/queue", {
      ...(order.length > 0 ? { order } : {}),
      ...(pause || go ? { paused: pause } : {}),
      ...(pauses || goesOn ? { pauseOnFailure: pauses } : {}),
    });
    if (output.json) output.document(result);
    else
      output.print(
        `Waiting: ${result.waiting.join(", ") || "nothing"}${result.paused ? pausedWords(result.pausedBy) : ""}`,
      );
    return 0;
  });
}
