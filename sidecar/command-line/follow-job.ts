import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import type { StudioClient } from "./studio-client.js";

type JobState = Result<"job/get">;

/**
 * Waits until a job ends and shows its progress; an abort cancels the job.
 * @throws StudioError "interrupted" when it was cancelled, "internal" when it failed
 */
export async function followJob(
  client: StudioClient,
  jobId: number,
  { signal, onChange }: { signal: AbortSignal; onChange: (state: JobState) => void },
): Promise<void> {
  let look = (): void => {};
  const cancel = (): void => void client.call("job/cancel", { jobId }).catch(() => {});
  signal.addEventListener("abort", cancel, { once: true });
  client.onJobChange((changed) => changed === jobId && look());
  for (;;) {
    const changed = new Promise<void>((resolve) => {
      look = resolve;
    });
    const state = await client.call("job/get", { jobId });
    onChange(state);
    if (state.state === "done") return;
    if (state.state === "failed") throw new StudioError("internal", state.message ?? "The job failed.", "");
    if (state.state === "cancelled") {
      throw new StudioError(
        "interrupted",
        "The job was cancelled.",
        "Run the same command again: finished pictures are not repeated.",
      );
    }
    await changed;
  }
}
