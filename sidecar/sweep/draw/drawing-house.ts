import type { Database } from "../../store/database.js";
import type { WebuiLink } from "../../webui/webui-link.js";
import type { WebuiLinks } from "../../webui/webui-links.js";
import type { OpenSweeps } from "../cells/open-sweeps.js";
import type { Revisions } from "../cells/revisions.js";
import type { SweepTrouble } from "../cells/sweep-table.js";
import type { DrawingPatience } from "./drawing-patience.js";
import type { LiveSweeps } from "./live-sweeps.js";

/** What drawing works with. */
export interface DrawingHouse {
  database: Database;
  stateFolder: string;
  webuis: Pick<WebuiLinks, "all" | "onAttach"> & Partial<Pick<WebuiLinks, "come">>;
  /** Starts the stand-in, if it does not run yet. */
  rehearsalWebui(): Promise<WebuiLink>;
  /** True while something else, such as training, has the graphics card of this WebUI. */
  isHeld(link: WebuiLink): boolean;
  patience: DrawingPatience;
  revisions: Revisions;
  sweeps: OpenSweeps;
  live: LiveSweeps;
  /** What ended the drawing of a sweep, until it is written. */
  troubles: Map<number, SweepTrouble>;
  /** Nobody draws any more: the sweep waits. */
  onStandstill(sweep: number, why: SweepTrouble): void;
}
