import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** What a visitor who may be anybody may not do: draw with this machine's WebUIs, or read LoRA files. @throws "notAllowed" */
export function requireOwner({ roots }: { roots: Roots }): void {
  if (!roots.exposed) return;
  throw new StudioError(
    "notAllowed",
    say("Sweeps are planned and drawn only on the machine itself, or behind a login."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}
