import { readBar } from "../log/read-bar.js";
import { createLogLines } from "../log/read-lines.js";
import { createLineSplitter } from "../log/split-lines.js";

type ToolPhase = "starting" | "loading" | "working" | "saving";

/** How far a tool is, by its log. */
export interface ToolProgress {
  phase: ToolPhase;
  /** Of the bar that was drawn last in this phase; null where it draws none. */
  done: number | null;
  total: number | null;
  secondsLeft: number | null;
}

const phases: readonly (readonly [ToolPhase, RegExp])[] = [
  ["loading", /^loading/i],
  ["working", /^(?:merging|Resizing|calculating|extract new|Dynamically|number of LoRA modules|Text encoder is)/i],
  ["saving", /^(?:saving|LoRA weights (?:are )?saved)/i],
];

/** What a log says, read from a piece of its end: a tool that merges loads and works several times. */
export function readToolProgress(stderrTail: string): ToolProgress {
  let progress: ToolProgress = { phase: "starting", done: null, total: null, secondsLeft: null };
  const hear = (text: string): void => {
    const phase = phases.find(([, words]) => words.test(text))?.[0];
    if (phase !== undefined && phase !== progress.phase) {
      progress = { phase, done: null, total: null, secondsLeft: null };
    }
  };
  const lines = createLogLines({ onBegun: hear, onRecord: () => {}, onPlain: hear, onException: () => {} });
  const splitter = createLineSplitter({
    onBar(bar) {
      lines.bar();
      const { secondsLeft } = readBar(bar);
      // A bar in a phase that was not told is work.
      const phase = progress.phase === "starting" ? "working" : progress.phase;
      progress = { phase, done: bar.done, total: bar.total, secondsLeft };
    },
    onLine: lines.line,
  });
  splitter.push(Buffer.from(stderrTail));
  splitter.end();
  lines.end();
  return progress;
}
