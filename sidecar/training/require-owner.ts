import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** What a visitor who may be anybody may not do: run programs on this machine, or see what they left. */
export function requireOwner({ roots }: { roots: Roots }): void {
  if (!roots.exposed) return;
  throw new StudioError(
    "notAllowed",
    say("Training is started only on the machine itself, or behind a login."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}
