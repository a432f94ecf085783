import { type ErrorReport, errorOf, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

/** Of an item that no machine is given any more. @param broke what a machine broke with last, where one said so */
export const whyStuck = (broke: ErrorReport | null): StudioError =>
  broke === null
    ? new StudioError(
        "inferenceFailed",
        say("Three machines were lost while they worked on it."),
        say("Look at the list of machines; then start the same again."),
      )
    : errorOf(broke);
