import type { Problem, Severity } from "./judge-picture.js";
import type { PictureFacts } from "./picture-facts.js";

/** What a LoRA is to learn. */
type Concept = "character" | "outfit" | "object" | "style";

/**
 * Pictures that a set should have. The article our first users learn from asks for twenty of a character; guides that
 * agree on fewer and more: ten are the floor of a character, a style begins at fifty (AnimaLoraStudio's training tips).
 */
export const leastPictures: Record<Concept, number> = { character: 20, outfit: 20, object: 20, style: 50 };

export type Verdict = "ready" | "warnings" | "not-trainable";

interface SetFacts {
  pictures: number;
  readable: number;
  /** Pictures that nothing is known of yet. */
  unmeasured: number;
  captions: number;
  facts: readonly PictureFacts[];
  minImages: number;
}

const problem = (kind: Problem["kind"], severity: Severity, values: Problem["values"] = {}): Problem => ({
  kind,
  severity,
  values,
});

/** Backgrounds that are told apart: sets mix them unknowingly. */
function backgroundProblem(facts: readonly PictureFacts[]): Problem[] {
  const counts = new Map<string, number>();
  for (const { background } of facts) counts.set(background, (counts.get(background) ?? 0) + 1);
  const plain = ["transparent", "white", "black", "plain"].reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  if (plain === 0 || facts.length < 4) return [];
  const named = ["transparent", "white", "black", "plain", "busy", "unsure"].map(
    (kind) => [kind, counts.get(kind) ?? 0] as const,
  );
  const most = Math.max(...named.map(([, count]) => count));
  if (most / facts.length > 0.95) return [];
  return [problem("mixedBackgrounds", "note", Object.fromEntries(named))];
}

/** What hinders training with the set as a whole. */
export function judgeSet({ pictures, readable, unmeasured, captions, facts, minImages }: SetFacts): Problem[] {
  if (pictures === 0) return [problem("noPictures", "error")];
  const found: Problem[] = [];
  if (readable + unmeasured === 0) found.push(problem("noneReadable", "error", { pictures }));
  if (pictures < minImages) found.push(problem("tooFew", "warning", { pictures, least: minImages }));
  if (unmeasured > 0) found.push(problem("notMeasured", "warning", { pictures: unmeasured }));
  if (captions < pictures) found.push(problem("noCaptions", "note", { pictures: pictures - captions }));
  const sizes = new Set(facts.map(({ width, height }) => `${width}×${height}`));
  if (sizes.size > 1) found.push(problem("sizes", "note", { sizes: sizes.size }));
  return [...found, ...backgroundProblem(facts)];
}

/** The whole in one word: one error makes a set untrainable, one warning wants a look. */
export function verdictOf(problems: readonly Problem[]): Verdict {
  if (problems.some(({ severity }) => severity === "error")) return "not-trainable";
  return problems.some(({ severity }) => severity === "warning") ? "warnings" : "ready";
}
