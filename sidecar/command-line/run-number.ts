import { StudioError } from "../host/studio-error.js";
import { wholeNumber } from "./arguments.js";

/** The one word of a command that is about one run. @throws StudioError "badArguments" */
export function runNumber(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) {
    throw new StudioError("badArguments", "The number of one run is expected.", usage);
  }
  return wholeNumber("ID", id);
}
