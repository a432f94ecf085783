import type { JobEngine } from "../../host/jobs/job-engine.js";
import type { JobKind } from "../../host/jobs/job-kind.js";
import { createOpenSweeps } from "../cells/open-sweeps.js";
import { openRevisions } from "../cells/revisions.js";
import type { DrawingHouse } from "./drawing-house.js";
import { usualPatience } from "./drawing-patience.js";
import type { DrawingOutcome } from "./drawing-task.js";
import { settleSweeps } from "./settle-sweeps.js";
import { createSweepControl, type SweepControl } from "./sweep-control.js";
import { sweepJob } from "./sweep-job.js";
import type { SweepItem } from "./sweep-tasks.js";

/** All that draws sweeps, for the methods of the room. */
export interface SweepDrawing extends Pick<DrawingHouse, "revisions" | "sweeps" | "live"> {
  kind: JobKind<{ sweep: number }, SweepItem, DrawingOutcome>;
  control: SweepControl;
  /** The engine that runs the kind. Before it goes on with anything. */
  begin(engine: JobEngine): void;
}

type Given = Pick<DrawingHouse, "database" | "stateFolder" | "webuis" | "rehearsalWebui" | "isHeld"> &
  Partial<Pick<DrawingHouse, "patience">>;

export function createSweepDrawing(given: Given): SweepDrawing {
  const { database, patience = usualPatience } = given;
  settleSweeps(database);
  const revisions = openRevisions(database);
  let control: SweepControl | null = null;
  const begun = (): SweepControl => {
    if (control === null) throw new Error("sweeps have no engine yet");
    return control;
  };
  const house: DrawingHouse = {
    ...given,
    patience,
    revisions,
    sweeps: createOpenSweeps(database, revisions),
    live: new Map(),
    troubles: new Map(),
    onStandstill: (sweep, why) => void begun().standStill(sweep, why),
  };
  return {
    revisions,
    sweeps: house.sweeps,
    live: house.live,
    kind: sweepJob(house),
    get control() {
      return begun();
    },
    begin(engine) {
      control = createSweepControl(house, engine);
    },
  };
}
