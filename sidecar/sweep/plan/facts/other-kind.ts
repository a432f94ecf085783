import { StudioError } from "../../../host/studio-error.js";
import { say } from "../../../words/sentence.js";

/** A stand-in draws in rehearsals only, and nothing else draws in them. */
export const otherKind = (title: string, isStandIn: boolean): StudioError =>
  new StudioError(
    "webuiFailed",
    isStandIn
      ? say("{title} is the stand-in, which draws no real pictures.", { title })
      : say("{title} is no stand-in.", { title }),
    isStandIn ? say("Start the sweep as a rehearsal.") : say("Start the sweep anew, without the rehearsal."),
  );
