import { barNumber, roundHalfEven } from "./numbers.js";
import type { Streams } from "./streams.js";

const BAR_CELLS = 10;
const eighths = " ▏▎▍▌▋▊▉█";
// tqdm's `mininterval`.
const SECONDS_BETWEEN = 0.1;

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const hours = Math.floor(whole / 3600);
  const rest = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return hours > 0 ? `${hours}:${rest}` : rest;
};

function blocks(fraction: number): string {
  const all = Math.floor(fraction * BAR_CELLS * 8);
  const full = Math.floor(all / 8);
  const bar = "█".repeat(full);
  return full < BAR_CELLS ? `${bar}${eighths[all % 8]}`.padEnd(BAR_CELLS) : bar;
}

/** One state of a bar as tqdm writes it. */
function barText(label: string, done: number, total: number, elapsed: number, postfix: string): string {
  const rate = elapsed > 0 && done > 0 ? done / elapsed : null;
  const front = label ? `${label}: ` : "";
  let speed = "?it/s";
  if (rate !== null)
    speed = rate < 1 ? `${(1 / rate).toFixed(2).padStart(5)}s/it` : `${rate.toFixed(2).padStart(5)}it/s`;
  if (total === 0) return `${front}${done}it [${clock(elapsed)}, ${speed}]`;
  const left = rate === null ? "?" : clock((total - done) / rate);
  const percent = String(roundHalfEven((100 * done) / total)).padStart(3);
  const times = `${clock(elapsed)}<${left}, ${speed}${postfix && `, ${postfix}`}`;
  return `${front}${percent}%|${blocks(done / total)}| ${done}/${total} [${times}]`;
}

/** tqdm on stderr: carriage returns, no line end before it is closed. */
export class ProgressBar {
  readonly #streams: Streams;
  readonly #label: string;
  readonly #total: number;
  readonly #below: boolean;
  readonly #started = performance.now();
  #done = 0;
  #postfix = "";
  #shown = 0;
  #lastShown = performance.now();

  /** `below`: drawn on the next line while another bar is open. */
  constructor(streams: Streams, label: string, total: number, below = false) {
    this.#streams = streams;
    this.#label = label;
    this.#total = total;
    this.#below = below;
    // tqdm flushes stdout when a bar begins; that is why the first block of a buffered stdout comes then.
    streams.flush();
    this.#draw();
  }

  update(): void {
    this.#done += 1;
    if ((performance.now() - this.#lastShown) / 1000 < SECONDS_BETWEEN) return;
    this.#lastShown = performance.now();
    this.#draw();
  }

  /** What follows the numbers; always drawn at once. */
  show(values: Readonly<Record<string, number>>): void {
    this.#postfix = Object.entries(values)
      .map(([name, value]) => `${name}=${barNumber(value)}`)
      .join(", ");
    this.#draw();
  }

  close(): void {
    this.#draw(false);
    this.#streams.err("\n");
  }

  #draw(below = this.#below): void {
    const elapsed = (performance.now() - this.#started) / 1000;
    const text = barText(this.#label, this.#done, this.#total, elapsed, this.#postfix);
    const line = `\r${text.padEnd(this.#shown)}`;
    this.#streams.err(below ? `\n${line}\x1b[A` : line);
    this.#shown = text.length;
  }
}

/** A bar over things that take no time. */
export function quickBar(streams: Streams, label: string, total: number): void {
  const bar = new ProgressBar(streams, label, total);
  for (let done = 0; done < total; done += 1) bar.update();
  bar.close();
}
