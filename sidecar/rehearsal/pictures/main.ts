import { parseArgs } from "node:util";
import { reportError, StudioError } from "../../host/studio-error.js";
import { characterOf, LAST_CHARACTER } from "./character.js";
import { VIEWS } from "./subject.js";
import { writeTrainingSet } from "./write-training-set.js";

const FAILED = 1;
const BAD_ARGUMENTS = 2;

const usage = `usage: main.js --into FOLDER [--character 0] [--pictures ${VIEWS}]
LoRA Atelier's set for rehearsals: drawn pictures of a drawn character, 600 × 900, "01.png" and so on. Files that are there stay.
`;

function numberOf(name: string, text: string, [least, most]: readonly [number, number]): number {
  if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  throw new StudioError(
    "badArguments",
    `--${name} expects a whole number from ${least} to ${most}; found "${text}".`,
    usage,
  );
}

/** A process of its own: what serves the user's files refuses to read drawings. Prints one line of JSON. */
async function main(words: readonly string[]): Promise<void> {
  const options = {
    into: { type: "string" },
    character: { type: "string", default: "0" },
    pictures: { type: "string", default: String(VIEWS) },
  } as const;
  const { values } = parseArgs({ args: [...words], options });
  if (values.into === undefined) throw new StudioError("badArguments", "--into is missing.", usage);
  const character = characterOf(numberOf("character", values.character, [0, LAST_CHARACTER]));
  const pictures = numberOf("pictures", values.pictures, [1, VIEWS]);
  await writeTrainingSet(values.into, { character, pictures });
  process.stdout.write(`${JSON.stringify({ trigger: character.name, pictures })}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { code, message, hint } = reportError(error);
  process.stderr.write(`${message}${hint && `\n${hint}`}\n`);
  process.exitCode = code === "badArguments" ? BAD_ARGUMENTS : FAILED;
}
