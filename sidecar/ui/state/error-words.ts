import { sentenceOf } from "../../words/sentence.js";
import { words } from "./look.js";

/** As every answer of the sidecar names it; `said` is what the sentences are worded from, where they have it. */
export interface NamedError {
  code: string;
  message: string;
  hint: string;
  said?: unknown;
}

interface ToldWarnings {
  warnings: string[];
  saidWarnings?: unknown[] | undefined;
}

export interface WordedError {
  message: string;
  hint: string;
  /** What the sidecar said in English, where only the code's own sentence could be worded. */
  original: string | null;
}

/** An error in the page's language: its sentences as they were said, else what its code means. */
export function errorWords({ code, message, hint, said }: NamedError): WordedError {
  const { errors, sentence } = words.value;
  const known = errors[code];
  const what = sentenceOf(Object(said).message);
  const remedy = sentenceOf(Object(said).hint);
  const otherRemedy = what !== null && hint === "" ? "" : (known?.hint ?? hint);
  return {
    message: what ? sentence(what) : (known?.message ?? message),
    hint: remedy ? sentence(remedy) : otherRemedy,
    original: what !== null || known === undefined || message === known.message ? null : message,
  };
}

/** What else is to be told, in the page's language. */
export function warningWords({ warnings, saidWarnings = [] }: ToldWarnings): string[] {
  return warnings.map((warning, index) => {
    const said = sentenceOf(saidWarnings[index]);
    return said ? words.value.sentence(said) : warning;
  });
}

/** Why a job failed, in one line. */
export function failureWords({ message = "", said }: { message?: string | undefined; said?: unknown }): string {
  if (sentenceOf(Object(said).message) === null) return message;
  const worded = errorWords({ code: "", message, hint: "", said });
  return `${worded.message} ${worded.hint}`.trim();
}
