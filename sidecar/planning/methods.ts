import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { examineMethods } from "./examine/methods.js";
import { exchangeMethods } from "./exchange/methods.js";
import { families, familyNamed } from "./families.js";
import { loraTypes } from "./lora-types.js";
import type { Parameter } from "./parameters/parameter.js";
import { parameters } from "./parameters/table.js";
import type { PlanningRoom } from "./planning-room.js";
import { proposeMethods } from "./propose/methods.js";
import { samplePromptMethods } from "./samples/methods.js";
import { type Sum, type SumName, solveSteps, sumNames } from "./steps/solve-steps.js";
import { storedMethods } from "./stored-methods.js";

type WireParameter = Result<"planning/parameters">["parameters"][number];

const wireParameter = ({
  families: of,
  choices,
  familyChoices,
  familyDefaults,
  ...rest
}: Parameter): WireParameter => ({
  ...rest,
  families: of === null ? null : [...of],
  ...(choices === undefined ? {} : { choices: [...choices] }),
  ...(familyChoices === undefined
    ? {}
    : { familyChoices: Object.fromEntries(Object.entries(familyChoices).map(([name, list]) => [name, [...list]])) }),
  ...(familyDefaults === undefined ? {} : { familyDefaults: { ...familyDefaults } }),
});

// Numbers that are 1 for most people: they are only what is missing when nothing else is.
const usuallyOne = new Set<SumName>(["batchSize", "accumulation", "processes"]);

/** @throws StudioError "badArguments" unless exactly one number is missing */
function missingOf(given: Params<"planning/solve">): SumName {
  const absent = sumNames.filter((name) => given[name] === undefined);
  const main = absent.filter((name) => !usuallyOne.has(name));
  const missing = main.length > 0 ? main : absent;
  const [first] = missing;
  if (first !== undefined && missing.length === 1) return first;
  throw new StudioError(
    "badArguments",
    missing.length === 0
      ? say("All numbers are given; nothing is missing.")
      : say("Missing are: {missing}.", { missing: missing.join(", ") }),
    say(
      "Give all but one of images, repeats, epochs and steps; batch size, accumulation and processes are 1 if left out.",
    ),
  );
}

const formula = "steps = ⌈images × repeats ÷ (batch size × accumulation × processes)⌉ × epochs";

/** The methods of the planning room. */
export function planningMethods(room: PlanningRoom) {
  return {
    ...examineMethods(room),
    ...proposeMethods(room),
    ...exchangeMethods(room),
    ...storedMethods(room),
    ...samplePromptMethods(room),
    async "planning/parameters"(): Promise<Result<"planning/parameters">> {
      return {
        families: families.map(({ name, title, script, requiredPaths, bucketStep, side }) => ({
          name,
          title,
          script,
          requiredPaths: [...requiredPaths],
          bucketStep,
          side,
        })),
        loraTypes: loraTypes.map(({ networkModule, networkArguments, families: of, ...type }) => ({
          ...type,
          families: [...of],
          networkModule: networkModule ?? familyNamed(of[0] ?? "sd15").networkModule,
          networkArguments: [...networkArguments],
        })),
        parameters: parameters.map(wireParameter),
      };
    },
    async "planning/solve"(given: Params<"planning/solve">): Promise<Result<"planning/solve">> {
      const missing = missingOf(given);
      const sum: Sum = {
        images: 1,
        repeats: 1,
        epochs: 1,
        batchSize: 1,
        accumulation: 1,
        processes: 1,
        steps: 1,
        ...given,
      };
      return { ...solveSteps(missing, sum), formula };
    },
  };
}
