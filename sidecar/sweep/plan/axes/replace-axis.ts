import type { DrawRequest } from "../../draw/draw-request.js";
import { changePrompt } from "../prompts/whole-prompt.js";
import { type ListPiece, splitList } from "../values/split-list.js";
import type { Reading } from "../values/value-mistake.js";
import type { AxisPoint } from "./axis-point.js";

interface Replacement {
  needle: string;
  value: string;
  skip: boolean;
}

const EXPLICIT = /^([^=<>]+)=(.*)$/s;

/** `needle=value` in every item, or the first item is the needle and the first value (Prompt S/R of the X/Y/Z plot). */
function replacements(pieces: readonly ListPiece[]): Replacement[] {
  const explicit = pieces.map(({ text, quoted, skip }) => {
    const [, needle = "", value = ""] = (quoted ? null : EXPLICIT.exec(text)) ?? [];
    return { needle: needle.trim(), value: value.trim(), skip };
  });
  if (pieces.length > 0 && explicit.every(({ needle }) => needle !== "")) return explicit;
  const needle = pieces[0]?.text ?? "";
  return pieces.map(({ text, skip }) => ({ needle, value: text, skip }));
}

function replaced(request: DrawRequest, { needle, value }: Replacement): DrawRequest {
  if (needle === "" || needle === value) return request;
  const changed = changePrompt(request, (prompt) => prompt.replaceAll(needle, () => value));
  return { ...changed, negativePrompt: request.negativePrompt.replaceAll(needle, () => value) };
}

/** Needles of the axis, to be looked for in the prompts. */
export const needlesOf = (written: string): string[] => [
  ...new Set(replacements(splitList(written)).map(({ needle }) => needle)),
];

/** Prompt S/R: what is replaced in the prompt and the negative prompt, all of its places. */
export function readReplacements(written: string): Reading<AxisPoint> {
  const all = replacements(splitList(written));
  if (all.length === 0) return { values: [], mistakes: [{ code: "noValues", piece: "" }] };
  if (all.some(({ needle }) => needle === ""))
    return { values: [], mistakes: [{ code: "replaceNeedsValue", piece: "" }] };
  const several = new Set(all.map(({ needle }) => needle)).size > 1;
  const values = new Map<string, AxisPoint>();
  for (const one of all) {
    const label = several ? `${one.needle} → ${one.value || "–"}` : one.value || "–";
    const text = several ? `${one.needle}=${one.value}` : one.value;
    const skip = one.skip && (values.get(text)?.skip ?? true);
    values.set(text, { label, text, skip, change: (request) => replaced(request, one) });
  }
  return { values: [...values.values()], mistakes: [] };
}
