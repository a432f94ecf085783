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

/** Files that mean the same pictures: the same bytes are drawn once, the same weights with other metadata are not. */
function twins({ contents, candidates }: GatheredFacts["facts"]): SweepProblem[] {
  const seen: GatheredFacts["facts"]["candidates"][number][] = [];
  return candidates.flatMap((candidate) => {
    const { path, label, hash } = candidate;
    const content = contents[path];
    const same = seen.find((one) => content !== undefined && contents[one.path] === content);
    const alike = seen.find((one) => hash !== null && one.hash === hash);
    seen.push(candidate);
    if (same) return [problemOf("sameContent", { first: same.label, second: label })];
    return alike ? [problemOf("sameWeights", { first: alike.label, second: label })] : [];
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
  const isChecked = candidates.some(({ family }) => family !== null);
  const unknown = isChecked ? bases.filter(({ family }) => family === null) : [];
  return [
    ...candidates.flatMap(({ problem }) => problem ?? []),
    // The stand-in draws with any of them.
    ...(rehearsal ? [] : wrongPairs),
    ...(rehearsal ? [] : unknown.map(({ name }) => problemOf("familyNotKnown", { checkpoint: checkpointLabel(name) }))),
    ...unknownNames.map(({ axis, value, choices }) =>
      problemOf("unknownName", { axis, value, choices: choices.slice(0, CHOICES_TOLD).join(", ") }),
    ),
    ...(rehearsal
      ? []
      : candidates.filter((one) => one.rehearsal).map(({ label }) => problemOf("rehearsalLora", { lora: label }))),
    ...twins(facts),
  ];
}
