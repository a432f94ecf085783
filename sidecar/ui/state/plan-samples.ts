import { computed, signal } from "@preact/signals";
import {
  emptyPrompt,
  type PromptLine,
  printPrompt,
  printPromptLines,
  readPromptLine,
  readPromptLines,
  type SamplePrompt,
} from "../../planning/samples/prompt-lines.js";
import { call, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { changePlan, plan, setArgument } from "./plan.js";

export const samplesId = "plan-samples";

export const promptLines = computed<PromptLine[]>(() => readPromptLines(plan.value?.samplePrompts ?? ""));
/** True when the plan says when pictures are drawn. */
export const samplesTimed = computed(() =>
  ["sample_every_n_steps", "sample_every_n_epochs"].some((name) => Number(plan.value?.arguments[name] ?? 0) > 0),
);

export const proposingPrompts = signal(false);
export const promptsError = signal<RequestError | null>(null);

const show = (lines: readonly PromptLine[]): void => changePlan({ samplePrompts: printPromptLines(lines) });

/** Changes one prompt; the other lines stay as they were written. */
export function changePrompt(index: number, change: Partial<SamplePrompt>): void {
  show(
    promptLines.value.map((line, at) =>
      at === index && line.kind === "prompt" ? readPromptLine(printPrompt({ ...line.prompt, ...change })) : line,
    ),
  );
}

export function changeLine(index: number, raw: string): void {
  show(promptLines.value.map((line, at) => (at === index ? readPromptLine(raw) : line)));
}

export const removeLine = (index: number): void => show(promptLines.value.filter((_, at) => at !== index));

export function copyLine(index: number): void {
  const copied = promptLines.value[index];
  if (copied) show(promptLines.value.toSpliced(index + 1, 0, copied));
}

export function moveLine(index: number, by: 1 | -1): void {
  const lines = [...promptLines.value];
  const [moved] = lines.splice(index, 1);
  if (moved) show(lines.toSpliced(index + by, 0, moved));
}

export function addPrompt(): void {
  const last = promptLines.value.findLast((line) => line.kind === "prompt");
  const like = last?.kind === "prompt" ? last.prompt : { ...emptyPrompt, seed: 1 };
  // A line without words would be no prompt.
  const text = plan.value?.datasets?.[0]?.subsets[0]?.trigger ?? (like.text || "1girl");
  show([...promptLines.value, readPromptLine(printPrompt({ ...like, text }))]);
}

export const setPromptText = (text: string): void => changePlan({ samplePrompts: text.trim() === "" ? null : text });

/** Adds prompts made of the pictures, and pictures with each saved file where nothing was said of when. */
export async function proposePromptLines(): Promise<void> {
  const shown = plan.value;
  if (!shown || proposingPrompts.value) return;
  proposingPrompts.value = true;
  try {
    const { text } = await call("planning/samplePrompts", { plan: shown });
    promptsError.value = null;
    if (plan.value === null) return;
    const known = new Set(promptLines.value.map(({ raw }) => raw));
    show([...promptLines.value, ...readPromptLines(text).filter(({ raw }) => !known.has(raw))]);
    if (samplesTimed.value) return;
    const saved = ["steps", "epochs"].map((unit) => [unit, plan.value?.arguments[`save_every_n_${unit}`]] as const);
    const [unit, every] = saved.find(([, value]) => typeof value === "number" && value > 0) ?? ["epochs", 1];
    setArgument(`sample_every_n_${unit}`, every ?? 1);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    promptsError.value = error;
  } finally {
    proposingPrompts.value = false;
  }
}

/** Leads to the prompts of the plan. */
export function goToPrompts(): void {
  room.value = "planning";
  // The room may have to be drawn first.
  requestAnimationFrame(() => {
    const section = document.getElementById(samplesId);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  });
}
