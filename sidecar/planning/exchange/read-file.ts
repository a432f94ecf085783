import { readFile, stat } from "node:fs/promises";
import { StudioError } from "../../host/studio-error.js";

// Configurations have kilobytes; some carry prompts.
const MAX_BYTES = 16_000_000;

/** Text of a configuration file. @throws StudioError "badArguments" when it is none */
export async function readConfigurationFile(path: string): Promise<string> {
  const found = await stat(path);
  const wrong = (message: string): StudioError =>
    new StudioError(
      "badArguments",
      message,
      "Expected a Kohya JSON, an sd-scripts TOML, a dataset TOML, a plan, or a LoRA.",
    );
  if (!found.isFile()) throw wrong(`${path} is a folder, not a file.`);
  if (found.size > MAX_BYTES)
    throw wrong(`${path} has ${found.size} bytes; a configuration has fewer than ${MAX_BYTES}.`);
  const bytes = await readFile(path);
  if (bytes.includes(0)) throw wrong(`${path} is no text file.`);
  return bytes.toString("utf8");
}
