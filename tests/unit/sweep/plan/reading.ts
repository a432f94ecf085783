import { seedRules, strengthRules } from "../../../../sidecar/sweep/plan/fixed-axes.js";
import { numberRules, readNumbers } from "../../../../sidecar/sweep/plan/values/read-numbers.js";

const texts = ({ values, mistakes }: ReturnType<typeof readNumbers>) => ({
  values: values.map(({ text }) => text),
  mistakes,
});

export const readStrengths = (written: string) => texts(readNumbers(written, strengthRules));
export const readSeedsLike = (written: string) => texts(readNumbers(written, seedRules));
export const readWhole = (written: string) => texts(readNumbers(written, numberRules({ whole: true })));
