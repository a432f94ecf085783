import { expect, test } from "@jest/globals";
import { en } from "../../../sidecar/words/en.js";
import { ja } from "../../../sidecar/words/ja.js";

/** Names, file types, tags and signs that Japanese users write as they are. */
const asTheyAre = new Set(
  `LoRA Atelier Node GPU CPU VRAM VAE PNG WebP JPEG ZIP CSV JSON TOML Esc Enter Home End Space Shift Ctrl okara 1girl 1boy
  smile fp16 bf16 512x768 768x512 _hair hair txt2img img2img red blue grey silver eyes skirt untagged tags score AND NOT yellow
  Zero Terminal SNR model_prediction_type Adafactor Alpha alpha dim latent Kohya GUI scripts bash PowerShell Windows Hugging Face
  Apple Silicon PyTorch Python TensorBoard WebUI Eta config toml json safetensors GiB
  one two three with comma red dress blue white ribbon garden night rain dress`.split(/\s+/),
);

const japanese = /[ぁ-んァ-ヶ一-龥]/;

/** The pieces of text in a sentence: of a function, what stands in its quotes outside of `${…}`. */
function pieces(leaf: unknown): string[] {
  if (typeof leaf === "string") return [leaf];
  const source = String(leaf);
  const quoted = [...source.matchAll(/"([^"\n]*)"/g)].map(([, text = ""]) => text);
  const templates = [...source.matchAll(/`((?:[^`\\$]|\\.|\$\{[^{}]*\})*)`/g)].map(([, text = ""]) =>
    text.replace(/\$\{[^{}]*\}/g, " "),
  );
  return [...quoted, ...templates];
}

interface Leaf {
  name: string;
  english: unknown;
  other: unknown;
}

function* leaves(english: object, other: unknown, name: string): Generator<Leaf> {
  for (const [key, value] of Object.entries(english)) {
    const here = Object(other)[key];
    if (typeof value === "object" && value !== null) yield* leaves(value, here, `${name}${key}.`);
    else yield { name: `${name}${key}`, english: value, other: here };
  }
}

const all = [...leaves(en, ja, "")];

test("Japanese has every sentence that English has, tables of codes too, and of the same kind", () => {
  const different = all.filter(({ english, other }) => typeof english !== typeof other).map(({ name }) => name);

  expect(all.length).toBeGreaterThan(1000);
  expect(different).toEqual([]);
});

test("no sentence of the Japanese page is plain English, but for names", () => {
  // How a date or a number is written is asked of the browser by these words.
  const format = /toLocale|toExponential|toFixed/;
  const english = all.flatMap(({ name, other }) => {
    if (japanese.test(String(other)) || format.test(String(other))) return [];
    const words = pieces(other)
      .flatMap((text) => text.match(/\w{3,}/g) ?? [])
      .filter((word) => /[A-Za-z]{3}|[A-Za-z]\d/.test(word));
    const foreign = words.filter((word) => !asTheyAre.has(word));
    return foreign.length > 0 ? [`${name}: ${foreign.join(" ")}`] : [];
  });

  expect(english).toEqual([]);
});
