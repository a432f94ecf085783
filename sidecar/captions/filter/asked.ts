import { filterMistake, parseFilter } from "./parse-filter.js";
import type { Filter } from "./syntax.js";

/** A filter and all that it is made of. */
export function everyPart(filter: Filter): Filter[] {
  if (filter.kind === "not") return [filter, ...everyPart(filter.part)];
  return filter.kind === "and" || filter.kind === "or" ? [filter, ...filter.parts.flatMap(everyPart)] : [filter];
}

const isSelected = (part: Filter): boolean => part.kind === "condition" && part.condition === "selected";

/** True when what a filter shows depends on which pictures are selected; false for one that cannot be read. */
export const asksSelection = (expression: string): boolean =>
  filterMistake(expression) === null && everyPart(parseFilter(expression)).some(isSelected);
