import type { LogError } from "../log/log-text.js";
import type { CauseName, CauseValues, TextCause } from "./cause.js";

/** What the log says. */
export interface Said {
  errors: readonly LogError[];
  lines: readonly string[];
}

export interface Found {
  name: CauseName;
  values: CauseValues;
  /** The lines that prove it. */
  lines: string[];
}

const FRAMES_SHOWN = 3;
const EXCEPTION_LINES_SHOWN = 6;
const VALUE_LETTERS = 300;

/** An error with what stands next to it in its traceback. */
export const linesOfError = ({ text, frames }: LogError): string[] => [
  ...frames.slice(-FRAMES_SHOWN),
  ...text
    .split("\n")
    .slice(0, EXCEPTION_LINES_SHOWN)
    .map((line) => line.trim()),
];

const valuesOf = (found: RegExpExecArray | null): CauseValues =>
  Object.fromEntries(
    Object.entries(found?.groups ?? {})
      .filter(([, value]) => value !== undefined && value !== "")
      .map(([name, value]) => [name, value.trim().slice(0, VALUE_LETTERS)]),
  );

function findMore({ more }: TextCause, lines: readonly string[]): { values: CauseValues; line: string[] } {
  for (const line of more ? lines.toReversed() : []) {
    const found = more?.exec(line) ?? null;
    if (found !== null) return { values: valuesOf(found), line: [line] };
  }
  return { values: {}, line: [] };
}

function findOne(cause: TextCause, { errors, lines }: Said): Found | null {
  const { name, within } = cause;
  const more = findMore(cause, lines);
  for (const pattern of cause.errors ?? []) {
    for (const error of errors) {
      const found = pattern.exec(error.text);
      if (found === null || (within && !within.test([...error.frames, error.text].join("\n")))) continue;
      const shown = linesOfError(error);
      return {
        name,
        values: { ...valuesOf(found), ...more.values },
        lines: [...more.line.filter((one) => !shown.includes(one)), ...shown],
      };
    }
  }
  for (const pattern of cause.lines ?? []) {
    const line = lines.find((one) => pattern.test(one));
    const proof = within ? lines.filter((one) => within.test(one)) : [];
    if (line === undefined || (within && proof.length === 0)) continue;
    return {
      name,
      values: { ...valuesOf(pattern.exec(line)), ...more.values },
      lines: [...proof.filter((one) => one !== line), line],
    };
  }
  return null;
}

/** The first of the causes that fits what the log says. */
export function findCause(causes: readonly TextCause[], said: Said): Found | null {
  for (const cause of causes) {
    const found = findOne(cause, said);
    if (found !== null) return found;
  }
  return null;
}
