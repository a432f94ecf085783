import { StudioError } from "../../host/studio-error.js";
import type { DrawingFacts } from "../../webui/drawing.js";
import { say } from "../../words/sentence.js";
import type { DrawRequest } from "./draw-request.js";
import { checkpointTitle } from "./webui-request.js";

/** Files of a WebUI's own that pictures are drawn with; they are not sent there. */
export interface WebuiNeed {
  checkpoint: string;
  /** Null: whichever it has. */
  vae: string | null;
}

/** All that differ, of these requests. */
export function needsOf(requests: Iterable<Pick<DrawRequest, "checkpoint" | "overrideSettings">>): WebuiNeed[] {
  const needs = new Map<string, WebuiNeed>();
  for (const { checkpoint, overrideSettings } of requests) {
    const vae = typeof overrideSettings.sd_vae === "string" ? overrideSettings.sd_vae : null;
    needs.set(JSON.stringify([checkpoint, vae]), { checkpoint, vae });
  }
  return [...needs.values()];
}

/**
 * A VAE that a WebUI does not have, it leaves out without a word (A1111, `modules/sd_vae.py`), and draws other pictures.
 * @throws StudioError "webuiFailed" for a checkpoint or VAE that it does not have
 */
export function requireThere({ checkpoint, vae }: WebuiNeed, { checkpoints, vaes }: DrawingFacts): void {
  checkpointTitle(checkpoint, checkpoints);
  if (vae === null || vaes === null || vaes.includes(vae)) return;
  throw new StudioError(
    "webuiFailed",
    say("This WebUI has no VAE {wanted}.", { wanted: vae }),
    say("Put it among its VAEs, or leave this WebUI out."),
  );
}
