/** A bar as it is drawn: `steps:  17%|█▋        | 1/6 [00:01<00:06,  1.21s/it, avr_loss=1.12]`. */
export interface Bar {
  /** The trainer's own bar; others count pictures or the steps of a sample. */
  training: boolean;
  done: number;
  total: number;
  /** Where it was drawn, and what stands between the square brackets there; only as long as it is being told. */
  bytes: Buffer;
  from: number;
  to: number;
}

// The longest real one has 130 bytes; a longer line is no bar.
export const LONGEST_BAR = 1_024;
const TRAINING = Buffer.from("steps:");
const CAPTIONS = Buffer.from("read caption:");

const SPACE = 0x20;
const PERCENT = 0x25;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const PIPE = 0x7c;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * Reads bars at the place where a line begins, from the bytes: a log of days has millions of them. "validation steps:"
 * ends in "steps:", so only the beginning of a line counts.
 */
export class BarScanner {
  /** What was found by the last `scan` that gave a number. */
  training = false;
  done = 0;
  total = 0;
  /** Where what stands between the brackets begins and ends. */
  from = 0;
  to = 0;

  /** @returns the place after the bar, or null where there is none, or not yet its end */
  scan(bytes: Uint8Array, start: number, end: number): number | null {
    const limit = Math.min(end, start + LONGEST_BAR);
    let at = start;
    this.training = false;
    const first = bytes[at] ?? 0;
    if (first !== SPACE && (first < ZERO || first > NINE)) {
      this.training = first === TRAINING[0];
      const name = this.training ? TRAINING : CAPTIONS;
      for (let letter = 0; letter < name.length; letter += 1, at += 1) {
        if (at === limit) return null;
        if (bytes[at] !== name[letter]) return null;
      }
    }
    while (at < limit && bytes[at] === SPACE) at += 1;
    at = this.#number(bytes, at, limit);
    if (at === limit) return null;
    if (bytes[at] !== PERCENT) return null;
    at += 1;
    if (at === limit) return null;
    if (bytes[at] !== PIPE) return null;
    at = this.#until(bytes, at + 1, limit, PIPE);
    if (at < 0) return null;
    if (at === limit) return null;
    at += 1;
    while (at < limit && bytes[at] === SPACE) at += 1;
    at = this.#number(bytes, at, limit);
    this.done = this.#value;
    if (at === limit) return null;
    if (bytes[at] !== SLASH) return null;
    at = this.#number(bytes, at + 1, limit);
    this.total = this.#value;
    if (at === limit) return null;
    if (bytes[at] !== SPACE) return null;
    at += 1;
    if (at === limit) return null;
    if (bytes[at] !== OPEN) return null;
    this.from = at + 1;
    this.to = this.#until(bytes, this.from, limit, CLOSE);
    if (this.to < 0) return null;
    return this.to === limit ? null : this.to + 1;
  }

  #value = 0;

  #number(bytes: Uint8Array, start: number, limit: number): number {
    let value = 0;
    let at = start;
    for (; at < limit; at += 1) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#value = value;
    return at;
  }

  /** The place of the byte, the limit when it was not reached, or -1 when the line ends before it. */
  #until(bytes: Uint8Array, start: number, limit: number, wanted: number): number {
    for (let at = start; at < limit; at += 1) {
      const byte = bytes[at];
      if (byte === wanted) return at;
      if (byte === LINE_FEED || byte === RETURN) return -1;
    }
    return limit;
  }
}
