import type { DrawingFacts } from "../../../webui/drawing.js";
import { ownNames } from "../fixed-axes.js";
import { problemOf } from "../problem.js";
import { otherLoras } from "../prompts/lora-place.js";
import type { SweepFacts, SweepProblem, SweepSettings } from "../resolved-sweep.js";

const COLOURS =
  "aqua|black|blond|blonde|blue|brown|dark|green|gr[ae]y|light|orange|pink|purple|red|silver|white|yellow|multicolored|two-tone|gradient|streaked";
// What the article leaves out of its prompt, so that the trigger word alone has to bring it.
const TRAITS = new RegExp(`\\b(?:${COLOURS})[ _](?:hair|eyes)\\b`, "gi");

const holds = (prompt: string, word: string): boolean => prompt.toLowerCase().includes(word.toLowerCase());

/** What prompts say too much or too little of. @param drawing null: no WebUI answers */
export function promptProblems(
  settings: SweepSettings,
  facts: SweepFacts,
  drawing: Pick<DrawingFacts, "loras"> | null,
): SweepProblem[] {
  const { prompts, trigger } = settings;
  const own = ownNames(settings, facts);
  const others = new Set(prompts.flatMap((prompt) => otherLoras(prompt, own)));
  const there = new Set(drawing?.loras.flatMap(({ name, alias }) => [name, alias]));
  const named = new Set(prompts.flatMap((prompt) => prompt.match(TRAITS) ?? []).map((tag) => tag.replaceAll("_", " ")));
  return [
    ...(trigger === null || trigger.trim() === "" ? [problemOf("noTrigger")] : []),
    ...(trigger !== null && !prompts.some((prompt) => holds(prompt, trigger))
      ? [problemOf("triggerMissing", { trigger })]
      : []),
    ...(named.size > 0 ? [problemOf("promptNamesTraits", { tags: [...named].join(", ") })] : []),
    ...(drawing === null
      ? []
      : [...others].filter((name) => !there.has(name)).map((name) => problemOf("otherLora", { name }))),
  ];
}
