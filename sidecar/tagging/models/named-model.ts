import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { type KnownModel, knownModel } from "./known-models.js";

/** The tagger of this name. @throws StudioError "modelMissing" */
export function namedModel(name: string): KnownModel {
  const known = knownModel(name);
  if (known) return known;
  throw new StudioError(
    "modelMissing",
    say('There is no tagger called "{name}".', { name }),
    say("`models list` shows the names; a repository is named owner/name, a folder by its path."),
  );
}
