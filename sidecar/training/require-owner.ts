import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** What a visitor who may be anybody may not do, unless the owner's file allows it: run programs on this machine, or see what they left. */
export function requireOwner({ roots }: { roots: Roots }): void {
  if (!roots.exposed || roots.allows("training")) return;
  throw new StudioError(
    "notAllowed",
    say("Training is started only on the machine itself, or behind a login."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}

/** As `requireOwner`, for what installs programs. */
export function requireInstaller({ roots }: { roots: Roots }): void {
  if (!roots.exposed || roots.allows("installs")) return;
  throw new StudioError(
    "notAllowed",
    say("A trainer is installed only on the machine itself, or behind a login."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}
