import { familyNamed, familyNames } from "../../../planning/families.js";
import { checkpointLabel } from "../axes/model-axes.js";
import type { GatheredFacts } from "../facts/gather-facts.js";
import { problemOf } from "../problem.js";
import type { SweepProblem, SweepSettings } from "../resolved-sweep.js";

const CHOICES_TOLD = 12;

const familyTitle = (name: string): string => {
  const known = familyNames.find((one) => one === name);
  return known === undefined ? name : familyNamed(known).title;
};

function sameContents({ contents, candidates }: GatheredFacts["facts"]): SweepProblem[] {
  const first = new Map<string, string>();
  return candidates.flatMap(({ path, label }) => {
    const content = contents[path];
    const known = content === undefined ? undefined : first.get(content);
    if (content !== undefined && known === undefined) first.set(content, label);
    return known === undefined ? [] : [problemOf("sameContent", { first: known, second: label })];
  });
}

/** What is wrong with LoRA files, and with LoRA and base checkpoint together. */
export function fileProblems(
  { facts, bases, unknownNames }: GatheredFacts,
  { rehearsal }: Pick<SweepSettings, "rehearsal">,
): SweepProblem[] {
  const { candidates } = facts;
  const wrongPairs = candidates.flatMap(({ label, family: loraFamily }) =>
    bases.flatMap(({ name, family }) =>
      loraFamily === null || family === null || family === loraFamily
        ? []
        : [
            problemOf("wrongFamily", {
              lora: label,
              loraFamily: familyTitle(loraFamily),
              checkpoint: checkpointLabel(name),
              checkpointFamily: familyTitle(family),
            }),
          ],
    ),
  );
  return [
    ...candidates.flatMap(({ problem }) => problem ?? []),
    // The stand-in draws with any of them.
    ...(rehearsal ? [] : wrongPairs),
    ...unknownNames.map(({ axis, value, choices }) =>
      problemOf("unknownName", { axis, value, choices: choices.slice(0, CHOICES_TOLD).join(", ") }),
    ),
    ...(rehearsal
      ? []
      : candidates.filter((one) => one.rehearsal).map(({ label }) => problemOf("rehearsalLora", { lora: label }))),
    ...sameContents(facts),
  ];
}
