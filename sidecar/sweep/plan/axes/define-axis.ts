import type { DrawingFacts } from "../../../webui/drawing.js";
import type { DrawRequest } from "../../draw/draw-request.js";
import { type NumberRules, readNumbers } from "../values/read-numbers.js";
import { splitList } from "../values/split-list.js";
import type { AxisDefinition, RequestChange } from "./axis-definition.js";
import { pointsOf } from "./axis-point.js";

interface Frame {
  id: string;
  title: string;
  changeWeight?: number;
  note?: string;
}

const frame = ({ id, title, changeWeight = 0, note }: Frame) => ({ id, title, changeWeight, note: note ?? null });

/** An option of the WebUI, for this picture only. */
export const option =
  (name: string): ((request: DrawRequest, value: string | number | boolean) => DrawRequest) =>
  (request, value) => ({ ...request, overrideSettings: { ...request.overrideSettings, [name]: value } });

/** A further field of the WebUI's txt2img. */
export const field =
  (name: string): ((request: DrawRequest, value: string | number | boolean) => DrawRequest) =>
  (request, value) => ({ ...request, further: { ...request.further, [name]: value } });

/** An axis of numbers. A value of -1 is random where -1 is repeatable. */
export function numberAxis(
  wish: Frame & { rules: NumberRules; change: (request: DrawRequest, value: number) => DrawRequest },
): AxisDefinition {
  return {
    ...frame(wish),
    kind: wish.rules.whole ? "whole" : "number",
    choices: () => null,
    read(written, context) {
      const { values, mistakes } = readNumbers(written, wish.rules);
      const fixed = values.map(({ text, skip }) => ({
        text: text === "-1" && wish.rules.repeatable.includes("-1") ? String(context.nextRandom()) : text,
        skip,
      }));
      return { values: pointsOf(fixed, (request, text) => wish.change(request, Number(text))), mistakes };
    },
  };
}

/** An axis whose values are names that the WebUI knows. */
export function choiceAxis(
  wish: Frame & {
    choices: (facts: DrawingFacts) => readonly string[] | null;
    change: RequestChange;
    label?: (text: string) => string;
  },
): AxisDefinition {
  return {
    ...frame(wish),
    kind: "choice",
    choices: (facts) => facts && wish.choices(facts),
    read(written, context) {
      const pieces = splitList(written).map(({ text, skip }) => ({ text: context.named(text), skip }));
      if (pieces.length === 0) return { values: [], mistakes: [{ code: "noValues", piece: "" }] };
      return { values: pointsOf(pieces, wish.change, wish.label), mistakes: [] };
    },
  };
}

const YES = /^(?:true|yes|on|1|はい)$/i;
const NO = /^(?:false|no|off|0|いいえ)$/i;

/** An axis of two values. */
export function yesNoAxis(
  wish: Frame & { change: (request: DrawRequest, value: boolean) => DrawRequest },
): AxisDefinition {
  return {
    ...frame(wish),
    kind: "choice",
    choices: () => ["False", "True"],
    read(written) {
      const pieces = splitList(written);
      const good = pieces.filter(({ text }) => YES.test(text) || NO.test(text));
      const mistakes = pieces
        .filter((piece) => !good.includes(piece))
        .map(({ text }) => ({ code: "notYesOrNo" as const, piece: text }));
      const plain = good.map(({ text, skip }) => ({ text: YES.test(text) ? "True" : "False", skip }));
      const values = pointsOf(plain, (request, text) => wish.change(request, text === "True"));
      return pieces.length === 0 ? { values, mistakes: [{ code: "noValues", piece: "" }] } : { values, mistakes };
    },
  };
}
