import { StudioError } from "../../host/studio-error.js";
import type { FamilyName } from "../../planning/families.js";
import type { Parameter } from "../../planning/parameters/parameter.js";
import { choicesOf } from "../../planning/parameters/table.js";
import type { ArgumentValue } from "../../planning/plan.js";
import { type SentenceValue, say } from "../../words/sentence.js";
import { readRange } from "./read-range.js";

/** null leaves the argument out, so that the trainer does what it does without being told. */
export type VariedValue = ArgumentValue | null;

const MOST_LETTERS = 4096;
const numeral = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const yes = /^(true|yes|on|1)$/i;
const no = /^(false|no|off|0)$/i;
const leftOut = /^(none|なし)$/i;

const wrong = ({ name }: Parameter, expected: SentenceValue, found: string): StudioError =>
  new StudioError(
    "badArguments",
    say('{name} expects {expected}; found "{found}".', { name, expected, found: found.slice(0, 80) }),
    say("Correct the value."),
  );

/**
 * A list as people write it, parts trimmed. A semicolon parts what has commas of its own: `512,512; 768,768`; `\,` is a comma
 * inside a part.
 */
export function splitValues(text: string): string[] {
  const parts = text.includes(";") ? text.split(";") : text.split(/(?<!\\)[,、，]/);
  return parts.map((part) => part.replaceAll("\\,", ",").trim()).filter((part) => part !== "");
}

function numberOf(parameter: Parameter, text: string): number {
  const { type, least, most } = parameter;
  const written = text.normalize("NFKC");
  const value = numeral.test(written) ? Number(written) : Number.NaN;
  const isWhole = type === "integer";
  const expected = `${isWhole ? "a whole number" : "a number"}${least === undefined ? "" : ` of at least ${least}`}${most === undefined ? "" : `, at most ${most}`}`;
  if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value))) throw wrong(parameter, expected, text);
  if (value < (least ?? value) || value > (most ?? value)) throw wrong(parameter, expected, text);
  return value;
}

function choiceOf(parameter: Parameter, text: string, family: FamilyName): string {
  const choices = choicesOf(parameter, family) ?? [];
  const found = choices.find((one) => one.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw wrong(parameter, say("one of {choices}", { choices: choices.join(", ") }), text);
  return found;
}

function readValue(parameter: Parameter, text: string, family: FamilyName): VariedValue {
  const choices = choicesOf(parameter, family);
  if (leftOut.test(text) && !choices?.includes(text)) return null;
  switch (parameter.type) {
    case "flag":
      if (!yes.test(text) && !no.test(text)) throw wrong(parameter, say("on or off"), text);
      return yes.test(text);
    case "integer":
    case "number":
      return numberOf(parameter, text);
    case "choice":
      return choiceOf(parameter, text, family);
    case "words":
      return text.split(/\s+/);
    case "numbers":
      return text.split(/\s+/).map((word) => numberOf({ ...parameter, type: "number" }, word));
    default:
      if (text.length > MOST_LETTERS)
        throw wrong(parameter, say("at most {mostLetters} characters", { mostLetters: MOST_LETTERS }), text);
      return text;
  }
}

/** The values of one field, each once, in the order in which they were written. @throws StudioError "badArguments" */
export function readValues(parameter: Parameter, text: string, family: FamilyName): VariedValue[] {
  const isNumber = parameter.type === "integer" || parameter.type === "number";
  const parts = splitValues(text).flatMap((part) => (isNumber ? readRange(part, parameter.type === "integer") : part));
  if (parts.length === 0) throw wrong(parameter, say("one value or more, such as 8, 16, 32"), text);
  const values = new Map(
    parts.map((part) => readValue(parameter, part, family)).map((one) => [JSON.stringify(one), one]),
  );
  return [...values.values()];
}
