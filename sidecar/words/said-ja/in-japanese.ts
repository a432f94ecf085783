import { filled, type Sentence } from "../sentence.js";
import { saidJa } from "./said-ja.js";

const known: Readonly<Record<string, string>> = saidJa;

/** A sentence in Japanese; one of a newer sidecar than this page stays English. */
export const inJapanese = ({ says, values }: Sentence): string =>
  filled(Object.hasOwn(known, says) ? (known[says] ?? says) : says, values, inJapanese);
