import { changePrompt } from "../prompts/whole-prompt.js";
import { splitList } from "../values/split-list.js";
import type { Reading } from "../values/value-mistake.js";
import type { AxisPoint } from "./axis-point.js";

// 5 parts have 120 orders.
const MOST_PARTS = 5;

function permutations(parts: readonly string[]): string[][] {
  if (parts.length <= 1) return [[...parts]];
  return parts.flatMap((part, index) =>
    permutations(parts.filter((_, other) => other !== index)).map((rest) => [part, ...rest]),
  );
}

/** The parts of a prompt in another order, what stands between them where it was. A part that is not there stays away. */
export function reordered(prompt: string, order: readonly string[]): string {
  const places = order
    .map((part) => ({ part, at: prompt.indexOf(part) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const present = order.filter((part) => prompt.includes(part));
  let changed = "";
  let from = 0;
  for (const [index, { part, at }] of places.entries()) {
    // Parts that overlap cannot change places.
    if (at < from) return prompt;
    changed += prompt.slice(from, at) + (present[index] ?? part);
    from = at + part.length;
  }
  return changed + prompt.slice(from);
}

/** Prompt order of the X/Y/Z plot: every order of the parts. */
export function readOrders(written: string): Reading<AxisPoint> {
  const parts = [...new Set(splitList(written).map(({ text }) => text))].filter((text) => text !== "");
  if (parts.length < 2) return { values: [], mistakes: [{ code: "orderNeedsParts", piece: written }] };
  if (parts.length > MOST_PARTS) {
    return { values: [], mistakes: [{ code: "tooManyToOrder", piece: "", maximum: MOST_PARTS }] };
  }
  const values = permutations(parts).map((order): AxisPoint => {
    const text = order.join(", ");
    return {
      label: text,
      text,
      skip: false,
      change: (request) => changePrompt(request, (prompt) => reordered(prompt, order)),
    };
  });
  return { values, mistakes: [] };
}
