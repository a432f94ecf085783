import type { JobProgress } from "../host/jobs/job-kind.js";

/** Where a command speaks: results on stdout (one JSON document with --json), everything else on stderr. */
export interface Output {
  json: boolean;
  print(line: string): void;
  document(value: unknown): void;
  say(line: string): void;
  progress(line: string): void;
  endProgress(): void;
}

// At most ten lines a second: more only slows the work down.
const PROGRESS_INTERVAL_MS = 100;

export function processOutput(json: boolean): Output {
  let open = false;
  const endProgress = (): void => {
    if (open) process.stderr.write("\n");
    open = false;
  };
  const say = (line: string): void => {
    endProgress();
    process.stderr.write(`${line}\n`);
  };
  const progress = (line: string): void => {
    if (!process.stderr.isTTY) return;
    process.stderr.write(`\r\u001b[K${line}`);
    open = true;
  };
  return {
    json,
    print: (line) => void process.stdout.write(`${line}\n`),
    document: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    say,
    progress,
    endProgress,
  };
}

/** Rate and time left, from the pictures done since this run began. */
export function progressLine(output: Output, title: string): (progress: JobProgress) => void {
  const started = performance.now();
  let first: number | null = null;
  let last = 0;
  return ({ done, failed, total }) => {
    const now = performance.now();
    const finished = done + failed;
    first ??= finished - 1;
    if (finished < total && now - last < PROGRESS_INTERVAL_MS) return;
    last = now;
    const rate = (finished - first) / ((now - started) / 1000);
    output.progress(
      `${title} ${finished} of ${total} · ${rate.toFixed(1)} pictures/s · ${Math.ceil((total - finished) / rate)} s left`,
    );
  };
}
