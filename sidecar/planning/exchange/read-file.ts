import { readFile, stat } from "node:fs/promises";
import { StudioError } from "../../host/studio-error.js";
import { type Sentence, say } from "../../words/sentence.js";

// Configurations have kilobytes; some carry prompts.
const MAX_BYTES = 16_000_000;

/** Text of a configuration file. @throws StudioError "badArguments" when it is none */
export async function readConfigurationFile(path: string): Promise<string> {
  const found = await stat(path);
  const wrong = (message: string | Sentence): StudioError =>
    new StudioError(
      "badArguments",
      message,
      say("Expected a Kohya JSON, an sd-scripts TOML, a dataset TOML, a plan, or a LoRA."),
    );
  if (!found.isFile()) throw wrong(say("{path} is a folder, not a file.", { path }));
  if (found.size > MAX_BYTES)
    throw wrong(
      say("{path} has {size} bytes; a configuration has fewer than {maxBytes}.", {
        path,
        size: found.size,
        maxBytes: MAX_BYTES,
      }),
    );
  const bytes = await readFile(path);
  if (bytes.includes(0)) throw wrong(say("{path} is no text file.", { path }));
  return bytes.toString("utf8");
}
