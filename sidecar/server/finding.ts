import type { Result } from "../../protocol/validate.js";
import { inEnglish, type Sentence, type SentenceValue } from "../words/sentence.js";

export type Finding = Result<"host/doctor">["findings"][number];

const worded = (text: SentenceValue): string => (typeof text === "object" ? inEnglish(text) : String(text));

/** A finding in English, and as it is worded in any language. */
export function finding(part: string, works: boolean, message: SentenceValue, remedy: string | Sentence = ""): Finding {
  return {
    part,
    works,
    message: worded(message),
    ...(remedy === "" ? {} : { remedy: worded(remedy) }),
    said: {
      ...(typeof message === "object" ? { message } : {}),
      ...(typeof remedy === "object" ? { hint: remedy } : {}),
    },
  };
}
