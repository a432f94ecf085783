/** Collects the lines of Python's tracebacks. */
export interface Traceback {
  /** @returns whether the line is part of a traceback */
  take(line: string): boolean;
  /** What is complete is told; frames may go on. */
  pause(): void;
  /** What there is is told. */
  close(): void;
}

const BEGIN = /^(?:Traceback \(most recent call last\):|╭─+ Traceback)/;
/** A worker's traceback within the text of the exception that tells of it: it says what really happened. */
const WITHIN = /^Original Traceback \(most recent call last\):/;
const CHAINED = /^(?:During handling of the above exception|The above exception was the direct cause)/;
const FRAME = /^[\s│╰╭]/;
/** What Python 3.11 and later draw under a frame's line. */
const CARETS = /^[\s│]*[~^]+$/;
const FRAMES_KEPT = 6;
// A model of another family lists each of its thousand tensors.
const EXCEPTION_LINES = 30;
const LINE_LETTERS = 1_000;

/** @param onException gets the last exception of a chain: the earlier ones were only on the way to it */
export function createTraceback(onException: (text: string, frames: readonly string[]) => void): Traceback {
  let state: "outside" | "frames" | "exception" | "chained" = "outside";
  let frames: string[] = [];
  let exception: string[] = [];
  // A blank line ends an exception's text, but not yet its chain.
  let ended = false;

  const begin = (): void => {
    state = "frames";
    frames = [];
    exception = [];
    ended = false;
  };
  const close = (): void => {
    const told = state === "exception" ? exception : [];
    const shown = frames;
    state = "outside";
    frames = [];
    exception = [];
    if (told.length > 0) onException(told.join("\n"), shown);
  };
  const add = (line: string): void => {
    if (exception.length < EXCEPTION_LINES) exception.push(line.slice(0, LINE_LETTERS));
  };

  return {
    take(line) {
      if (BEGIN.test(line)) {
        if (state === "exception") close();
        begin();
        return true;
      }
      switch (state) {
        case "outside":
          return false;
        case "chained":
          if (line !== "") state = "outside";
          return line === "";
        case "frames":
          if (line === "" || CARETS.test(line)) return true;
          if (FRAME.test(line)) {
            frames.push(line.trim().slice(0, LINE_LETTERS));
            if (frames.length > FRAMES_KEPT) frames.shift();
            return true;
          }
          state = "exception";
          add(line);
          return true;
        case "exception":
          if (CHAINED.test(line)) {
            state = "chained";
            return true;
          }
          if (line === "") {
            ended = true;
            return true;
          }
          if (ended) {
            close();
            return false;
          }
          if (WITHIN.test(line)) begin();
          else add(line);
          return true;
      }
    },
    pause() {
      if (state === "exception") close();
    },
    close,
  };
}
