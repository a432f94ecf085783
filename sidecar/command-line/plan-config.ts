import { access, readFile } from "node:fs/promises";
import type { Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { writeText } from "../store/atomic-file.js";
import { fromWhereTheUserStands } from "./arguments.js";
import type { Output } from "./output.js";
import type { StudioClient } from "./studio-client.js";

/** Reads a configuration of any kind; what could not be read is said. */
export async function readConfig(
  client: StudioClient,
  config: string,
  output: Output,
): Promise<Result<"planning/import">> {
  const read = await client.call("planning/import", { path: fromWhereTheUserStands(config) });
  for (const { message } of read.problems) output.say(message);
  for (const folder of read.foreign) {
    output.say(`${folder} lies on another machine.`);
    output.say(`    Say where it lies here: plan map "${folder}" FOLDER`);
  }
  return read;
}

/** Writes a file that is new, or the same; another one is moved aside only when that was asked for. */
export async function writeNew(path: string, text: string, overwrite: boolean): Promise<string> {
  const target = fromWhereTheUserStands(path);
  const there = await access(target).then(
    () => true,
    () => false,
  );
  if (there) {
    const before = await readFile(target, "utf8");
    if (before === text) return target;
    if (!overwrite) {
      throw new StudioError(
        "fileExists",
        `${target} is there already, with other content.`,
        "Choose another name, or add --overwrite: the old file is then kept as .bak.",
      );
    }
    await writeText(`${target}.bak`, before);
  }
  await writeText(target, text);
  return target;
}
