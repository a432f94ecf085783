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

const ownersAlone = (): StudioError =>
  new StudioError(
    "notAllowed",
    say("This is set by the owner of this machine only, whatever visitors are allowed."),
    say("Open the studio there, or turn the WebUI's login on."),
  );

/** What no visitor may do: choose where this machine keeps what it made. */
export function requireOwnerAlone({ roots }: { roots: Roots }): void {
  if (roots.exposed) throw ownersAlone();
}

/** As `requireOwner`, for what installs programs: which, and by which Python, is the owner's choice. */
export function requireInstaller({ roots }: { roots: Roots }, wish: object = {}): void {
  const named = ["python", "revision"].some((name) => Object.hasOwn(wish, name));
  if (roots.exposed && roots.allows("installs") && named) throw ownersAlone();
  if (!roots.exposed || roots.allows("installs")) return;
  throw new StudioError(
    "notAllowed",
    say("A trainer is installed only on the machine itself, or behind a login."),
    say("Open the studio there, or turn the WebUI's login on."),
  );
}
