import { type Bar, BarScanner, LONGEST_BAR } from "./scan-bar.js";

/** What a stream is made of: bars, and lines of text. */
export interface LineTakers {
  onBar(bar: Bar): void;
  /** A whole line without its end; `glued` when it stood behind a bar. */
  onLine(text: string, glued: boolean): void;
}

export interface LineSplitter {
  push(bytes: Uint8Array): void;
  /** The last line has no end. */
  end(): void;
}

/** Longer lines are cut: accelerate prints whole command lines, and a broken stream may have no end of line at all. */
const LONGEST_LINE = 65_536;

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

const view = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Splits bytes at `\r`, `\n` and `\r\n`, whatever the borders of the pieces. A bar is told at its closing bracket, for
 * the `\r` behind it comes a step later; what is glued to it is a line.
 */
export function createLineSplitter({ onBar, onLine }: LineTakers): LineSplitter {
  const scanner = new BarScanner();
  // A bar among the held bytes is taken out, and what is then left must still be a whole cut line.
  const held = Buffer.allocUnsafe(LONGEST_LINE + LONGEST_BAR);
  let length = 0;
  // The line's bar was told and is no longer among the held bytes.
  let behindBar = false;
  // In the middle of a line, also where nothing of it is held.
  let open = false;
  let afterReturn = false;

  const tellBar = (bytes: Buffer): void =>
    onBar({
      training: scanner.training,
      done: scanner.done,
      total: scanner.total,
      bytes,
      from: scanner.from,
      to: scanner.to,
    });
  const tellLine = (bytes: Buffer, start: number, end: number): void => {
    const text = bytes.toString("utf8", start, Math.min(end, start + LONGEST_LINE));
    if (!behindBar || text.trim() !== "") onLine(text, behindBar);
  };
  const closeLine = (): void => {
    length = 0;
    behindBar = false;
    open = false;
  };
  const lookForHeldBar = (): void => {
    if (behindBar || length === 0) return;
    const end = scanner.scan(held, 0, length);
    if (end === null) return;
    tellBar(held);
    behindBar = true;
    held.copy(held, 0, end, length);
    length -= end;
  };

  return {
    push(piece) {
      const bytes = view(piece);
      const size = bytes.length;
      let at = 0;
      while (at < size) {
        if (afterReturn) {
          afterReturn = false;
          if (bytes[at] === LINE_FEED) {
            at += 1;
            continue;
          }
        }
        // Bars are read where they lie; only what a piece leaves unfinished is copied.
        if (!open) {
          const end = scanner.scan(bytes, at, size);
          if (end !== null) {
            tellBar(bytes);
            behindBar = true;
            open = true;
            at = end;
          }
        }
        let end = at;
        while (end < size && bytes[end] !== LINE_FEED && bytes[end] !== RETURN) end += 1;
        const whole = end < size;
        if (whole && length === 0 && (!open || behindBar)) {
          tellLine(bytes, at, end);
          closeLine();
        } else {
          if (end > at) length += bytes.copy(held, length, at, end);
          open = open || end > at;
          lookForHeldBar();
          if (whole) {
            tellLine(held, 0, length);
            closeLine();
          }
        }
        if (!whole) return;
        afterReturn = bytes[end] === RETURN;
        at = end + 1;
      }
    },
    end() {
      if (open && (length > 0 || !behindBar)) tellLine(held, 0, length);
      closeLine();
      afterReturn = false;
    },
  };
}
