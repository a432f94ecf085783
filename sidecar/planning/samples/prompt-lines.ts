/** What a line of a prompt file asks for; null: as the trainer likes. */
export interface SamplePrompt {
  text: string;
  negative: string | null;
  width: number | null;
  height: number | null;
  seed: number | null;
  steps: number | null;
  scale: number | null;
  /** Options that are kept as they are: ` --ss euler_a`. */
  others: string[];
}

/** One line: a prompt, or what the trainer passes over (comments, empty lines), with its own text. */
export type PromptLine = { kind: "prompt"; raw: string; prompt: SamplePrompt } | { kind: "other"; raw: string };

type NumberName = "width" | "height" | "seed" | "steps" | "scale";

// Source: sd-scripts 48d368fa, `train_util.line_to_prompt_dict`: what follows the number is passed over.
const numbers: readonly (readonly [NumberName, RegExp, string])[] = [
  ["width", /^w (\d+)/i, "w"],
  ["height", /^h (\d+)/i, "h"],
  ["seed", /^d (\d+)/i, "d"],
  ["steps", /^s (\d+)/i, "s"],
  ["scale", /^l ([\d.]+)/i, "l"],
];
const NEGATIVE = /^n (.+)/is;

export const emptyPrompt: SamplePrompt = {
  text: "",
  negative: null,
  width: null,
  height: null,
  seed: null,
  steps: null,
  scale: null,
  others: [],
};

/** Reads one line as the trainer does. The last word on a thing wins. */
export function readPromptLine(raw: string): PromptLine {
  // The trainer looks at the very first character, before spaces are taken away.
  if (raw.startsWith("#") || raw.trim() === "") return { kind: "other", raw };
  const [text = "", ...options] = raw.trim().split(" --");
  const prompt: SamplePrompt = { ...emptyPrompt, text: text.trim(), others: [] };
  for (const option of options) {
    const number = numbers.find(([, pattern]) => pattern.test(option));
    const value = number ? Number(number[1].exec(option)?.[1]) : Number.NaN;
    const negative = NEGATIVE.exec(option)?.[1];
    if (number && Number.isFinite(value)) prompt[number[0]] = value;
    else if (negative !== undefined) prompt.negative = negative.trim();
    else prompt.others.push(option);
  }
  return { kind: "prompt", raw, prompt };
}

/** The lines of a prompt file; none for an empty one. */
export const readPromptLines = (text: string): PromptLine[] =>
  text === ""
    ? []
    : text
        .replace(/\r?\n$/, "")
        .split(/\r?\n/)
        .map(readPromptLine);

// A line end would begin another prompt, and " --" an option.
const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** A prompt in the trainer's syntax. */
export function printPrompt(prompt: SamplePrompt): string {
  const text = inOneLine(prompt.text);
  const negative = inOneLine(prompt.negative ?? "");
  const parts = numbers.flatMap(([name, , letter]) => (prompt[name] === null ? [] : [`--${letter} ${prompt[name]}`]));
  return [
    // A space before it keeps it from being a comment.
    text.startsWith("#") ? ` ${text}` : text,
    ...(negative === "" ? [] : [`--n ${negative}`]),
    ...parts,
    ...prompt.others.map((other) => `--${other}`),
  ].join(" ");
}

export const printPromptLines = (lines: readonly PromptLine[]): string | null =>
  lines.length === 0 ? null : `${lines.map(({ raw }) => raw).join("\n")}\n`;

/** The prompts alone, in the order that numbers the sample pictures. */
export const promptsOf = (text: string): SamplePrompt[] =>
  readPromptLines(text).flatMap((line) => (line.kind === "prompt" ? [line.prompt] : []));
