import { type StudioErrorCode, studioErrorCodes } from "../words/error-codes.js";
import { inEnglish, type Sentence, type SentenceValue, sentenceOf } from "../words/sentence.js";

/** The sentences of an error, where it has them: what every language is worded from. */
export interface Said {
  message?: Sentence;
  hint?: Sentence;
}

/** An error a user reads: `message` says what was expected and found, `hint` what to do. Both in English, and as said. */
export class StudioError extends Error {
  readonly code: StudioErrorCode;
  readonly hint: string;
  readonly said: Said;

  constructor(code: StudioErrorCode, message: string | Sentence, hint: string | Sentence, cause?: unknown) {
    super(plain(message), cause === undefined ? undefined : { cause });
    this.name = "StudioError";
    this.code = code;
    this.hint = plain(hint);
    this.said = {
      ...(typeof message === "object" ? { message } : {}),
      ...(typeof hint === "object" ? { hint } : {}),
    };
  }
}

const plain = (text: string | Sentence): string => (typeof text === "string" ? text : inEnglish(text));

/** The wire and report form of any thrown value. Branches on shape, since `instanceof Error` fails across realms. */
export interface ErrorReport {
  code: string;
  message: string;
  hint: string;
  said?: Said;
}

export function reportError(thrown: unknown): ErrorReport {
  if (thrown instanceof StudioError) {
    const { code, message, hint, said } = thrown;
    return { code, message, hint, ...(Object.keys(said).length > 0 ? { said } : {}) };
  }
  const message =
    typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : String(thrown);
  return { code: "internal", message, hint: "" };
}

/** A report as it was stored or sent. */
export function storedReport(kept: unknown): ErrorReport {
  const { code, message, hint, said } = Object(kept);
  const [what, remedy] = [sentenceOf(Object(said).message), sentenceOf(Object(said).hint)];
  return {
    code: String(code),
    message: String(message),
    hint: String(hint ?? ""),
    ...(what || remedy ? { said: { ...(what && { message: what }), ...(remedy && { hint: remedy }) } } : {}),
  };
}

/** The error that a report was made of, on another machine or before a restart. */
export function errorOf({ code, message, hint, said }: ErrorReport): StudioError {
  const known = studioErrorCodes.find((one) => one === code) ?? "internal";
  return new StudioError(known, said?.message ?? message, said?.hint ?? hint);
}

/** What went wrong, for a place in another sentence. */
export const reasonOf = (thrown: unknown): SentenceValue => {
  const { said, message } = reportError(thrown);
  return said?.message ?? message;
};

/** What to do about it, as an error of the same kind takes it. */
export const hintOf = (thrown: unknown): string | Sentence => {
  const { said, hint } = reportError(thrown);
  return said?.hint ?? hint;
};

/** The `code` of a Node system error ("ENOENT" …), or "" for any other thrown value. */
export function systemCode(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
}
