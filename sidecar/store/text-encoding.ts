import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { StudioError } from "../host/studio-error.js";
import { type SentenceValue, say } from "../words/sentence.js";

/** How a text file's bytes are written. `shift_jis` is the one of Windows (cp932). */
export type TextEncoding = "utf8" | "shift_jis" | "euc-jp" | "utf16le" | "utf16be";

export interface DecodedText {
  /** A byte order mark stays in it as U+FEFF. */
  text: string;
  encoding: TextEncoding;
}

/** Bytes of a caption file; what is larger was never written as a caption. */
export const LARGEST_TEXT = 1_000_000;

const NUL = "\u0000";
const BYTE_ORDER_MARK = "\uFEFF";
const LONE_SURROGATE = /\p{Surrogate}/u;
const HALF_WIDTH_KATAKANA = /[\uFF61-\uFF9F]/;

const isWide = (encoding: TextEncoding): boolean => encoding === "utf16le" || encoding === "utf16be";

const unreadable = (found: SentenceValue): StudioError =>
  new StudioError(
    "unreadableText",
    say("Expected text in UTF-8, Shift_JIS, EUC-JP or UTF-16, found {found}.", { found }),
    say("Look whether this is a caption; if it is one, save it as UTF-8 with a text editor."),
  );

// EUC-JP has two codes that are read as a full-width tilde; programs write the wave dash, iconv-lite the other.
const withCommonWaveDash = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString("latin1").replaceAll("\u008F\u00A2\u00B7", "\u00A1\u00C1"), "latin1");

/** The bytes, or null when they would not hold the same text. */
function encodeExactly(text: string, encoding: TextEncoding): Buffer | null {
  if (LONE_SURROGATE.test(text)) return null;
  if (encoding === "utf8") return Buffer.from(text, "utf8");
  // Without its mark a UTF-16 file would not be known again.
  const marked = isWide(encoding) && !text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK + text : text;
  const encoded = iconv.encode(marked, encoding, { addBOM: false });
  const bytes = encoding === "euc-jp" ? withCommonWaveDash(encoded) : encoded;
  return decodeAs(bytes, encoding) === marked ? bytes : null;
}

const decodeAs = (bytes: Buffer, encoding: TextEncoding): string => iconv.decode(bytes, encoding, { stripBOM: false });

/** The text that these bytes are in this encoding, or null when it would give other bytes back. */
function decodeExactly(bytes: Buffer, encoding: TextEncoding): string | null {
  const text = decodeAs(bytes, encoding);
  return encodeExactly(text, encoding)?.equals(bytes) ? text : null;
}

/**
 * UTF-8 where the bytes are valid as such; UTF-16 by its mark; then Shift_JIS or EUC-JP, whichever gives the same bytes
 * again. Where both do, half-width katakana tell that EUC-JP was misread: captions have none.
 */
function decodeWhole(bytes: Buffer): DecodedText | null {
  if (isUtf8(bytes)) return { text: bytes.toString("utf8"), encoding: "utf8" };
  const mark = bytes.subarray(0, 2).toString("hex");
  const wide = mark === "fffe" ? "utf16le" : mark === "feff" ? "utf16be" : null;
  if (wide) {
    const text = decodeExactly(bytes, wide);
    return text === null ? null : { text, encoding: wide };
  }
  const shiftJis = decodeExactly(bytes, "shift_jis");
  if (shiftJis !== null && !HALF_WIDTH_KATAKANA.test(shiftJis)) return { text: shiftJis, encoding: "shift_jis" };
  const eucJp = decodeExactly(bytes, "euc-jp");
  if (eucJp !== null) return { text: eucJp, encoding: "euc-jp" };
  return shiftJis === null ? null : { text: shiftJis, encoding: "shift_jis" };
}

/**
 * Reads bytes so that `encodeText` gives the same bytes again.
 * @throws StudioError "unreadableText" for bytes that are no text, or more than `largest` of them
 */
export function decodeText(bytes: Buffer, { largest = LARGEST_TEXT } = {}): DecodedText {
  if (bytes.length > largest)
    throw unreadable(say("{size} bytes, where at most {largest} are read", { size: bytes.length, largest }));
  const decoded = decodeWhole(bytes);
  if (!decoded) throw unreadable(say("bytes that are none of these"));
  if (decoded.text.includes(NUL)) throw unreadable(say("NUL characters, as in files that are no text"));
  return decoded;
}

/**
 * The bytes of a text; a UTF-16 file begins with its byte order mark also where the text has lost it.
 * @throws StudioError "unwritableText" when the encoding lacks a character
 */
export function encodeText(text: string, encoding: TextEncoding): Buffer {
  const bytes = encodeExactly(text, encoding);
  if (bytes) return bytes;
  const missing = Array.from(text).find((character) => encodeExactly(character, encoding) === null);
  throw new StudioError(
    "unwritableText",
    say('The file is written in {encoding}, which cannot hold "{missing}".', { encoding, missing: missing ?? text }),
    say("Leave the character out, or save the file as UTF-8 with a text editor first."),
  );
}

/** An encoding as it was stored; what is not known counts as UTF-8, the only one of older programs. */
export function parseTextEncoding(stored: unknown): TextEncoding {
  const known: readonly TextEncoding[] = ["shift_jis", "euc-jp", "utf16le", "utf16be"];
  return known.find((encoding) => encoding === stored) ?? "utf8";
}
