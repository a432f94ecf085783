import { setTimeout as sleep } from "node:timers/promises";
import type { Result } from "../../protocol/validate.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";

type Sweep = Result<"sweep/get">;

const LOOK_EVERY_MS = 500;

const left = (seconds: number | null): string =>
  seconds === null ? "" : ` · ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left`;

function sayProgress({ counts, secondsPerPicture, secondsLeft, webuis }: Sweep, output: Output): void {
  const done = counts.drawn + counts.wrong + counts.failed;
  const rate = secondsPerPicture === null ? "" : ` · ${secondsPerPicture.toFixed(1)} s a picture`;
  const away = webuis.filter(({ state }) => state === "away").map(({ title, now }) => ` · ${title}: ${now ?? "away"}`);
  const held = webuis.some(({ state }) => state === "queued") ? " · waits until the graphics card is free" : "";
  const total = counts.pictures - counts.left;
  output.progress(`Drawn ${done} of ${total}${rate}${left(secondsLeft)}${held}${away.join("")}`);
}

/**
 * Follows a sweep until it stands still; an interruption lets the picture in the making be finished, and the sweep waits.
 * @returns it, as it is then
 */
export async function followSweep(
  client: StudioClient,
  id: number,
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<Sweep> {
  for (;;) {
    if (signal.aborted) {
      output.say(`The sweep waits; nothing that is drawn is lost: sweep resume ${id}`);
      await client.call("sweep/pause", { id });
    }
    const sweep = await client.call("sweep/get", { id });
    if (sweep.state !== "drawing") {
      output.endProgress();
      return sweep;
    }
    sayProgress(sweep, output);
    await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => {});
  }
}
