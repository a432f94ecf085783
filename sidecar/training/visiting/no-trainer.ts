import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

export const noTrainer = (): StudioError =>
  new StudioError(
    "notFound",
    say("No sd-scripts was found on this machine."),
    say("Name its folder, or that of kohya_ss: worker --trainer DIR"),
  );
