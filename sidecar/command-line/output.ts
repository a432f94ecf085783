import type { JobAmount, JobProgress } from "../host/jobs/job-kind.js";
import { systemCode } from "../host/studio-error.js";

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
  // `| head` closes the pipe: what is left to say has no reader.
  process.stdout.on("error", (error) => {
    if (systemCode(error) !== "EPIPE") throw error;
    process.exit(0);
  });
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

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);

/** Bytes, rate and time left of a download, from the bytes that came since this run began. */
function amountLine(): (amount: JobAmount) => string {
  const started = performance.now();
  let first: number | null = null;
  return ({ done, total }) => {
    first ??= done;
    const rate = (done - first) / ((performance.now() - started) / 1000);
    const left = rate > 0 ? ` · ${megabytes(rate)} MB/s · ${Math.ceil((total - done) / rate)} s left` : "";
    return `${megabytes(done)} of ${megabytes(total)} MB${left}`;
  };
}

/** Rate and time left, from the pictures done since this run began; bytes, under their own title, while there are any. */
export function progressLine(
  output: Output,
  title: string,
  amountTitle = title,
): (progress: JobProgress & { amount?: JobAmount }) => void {
  let started = performance.now();
  let first: number | null = null;
  let last = 0;
  const sayAmount = amountLine();
  return ({ done, failed, total, amount }) => {
    const now = performance.now();
    if (amount) {
      output.progress(`${amountTitle} ${sayAmount(amount)}`);
      // The pictures' rate begins with the pictures.
      started = now;
      return;
    }
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
