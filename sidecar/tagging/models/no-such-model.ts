import { StudioError } from "../../host/studio-error.js";

export const noSuchModel = (name: string): StudioError =>
  new StudioError(
    "modelMissing",
    `There is no tagger called "${name}".`,
    "`models list` shows the names; a repository is named owner/name, a folder by its path.",
  );
