/** File (relative to sd-scripts, `site/…` for a package, or absolute), line, function, its text. SCRIPT is the script. */
export type Frame = readonly [file: string, line: number, name: string, text: string];

export const duringHandling = "During handling of the above exception, another exception occurred:";
export const directCause = "The above exception was the direct cause of the following exception:";

/** What ends the real trainer with a traceback and exit code 1. */
export class PythonError extends Error {
  /** `AssertionError` … */
  readonly type: string;
  /** The places it went through, outermost first. */
  readonly frames: readonly Frame[];
  /** The exception before it, and the sentence between the two. */
  readonly before: { error: PythonError; sentence: string } | null;

  constructor(type: string, message: string, frames: readonly Frame[], before: PythonError["before"] = null) {
    super(message);
    this.name = "PythonError";
    this.type = type;
    this.frames = frames;
    this.before = before;
  }
}

/** The outermost frames, and one inside `train`. */
export const inTrain = (line: number, text: string): Frame[] => [
  ["SCRIPT", 1913, "<module>", "trainer.train(args)"],
  ["SCRIPT", line, "train", text],
];

function placed(file: string, script: string): string {
  const folder = script.replace(/[^\\/]*$/, "");
  if (file === "SCRIPT") return script;
  if (file.startsWith("/")) return file;
  return file.startsWith("site/") ? `${folder}venv/lib/python3.10/site-packages${file.slice(4)}` : folder + file;
}

/** The whole traceback as Python prints it. */
export function tracebackText({ type, message, frames, before }: PythonError, script: string): string {
  const front = before ? `${tracebackText(before.error, script)}\n${before.sentence}\n\n` : "";
  const places = frames.map(
    ([file, line, name, text]) => `  File "${placed(file, script)}", line ${line}, in ${name}\n    ${text}\n`,
  );
  return `${front}Traceback (most recent call last):\n${places.join("")}${message ? `${type}: ${message}` : type}\n`;
}
