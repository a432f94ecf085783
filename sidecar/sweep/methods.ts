import { drawMethods } from "./draw/methods.js";
import { exportMethods } from "./export/methods.js";
import { installMethods } from "./install/methods.js";
import { planMethods } from "./plan/methods.js";
import { pruneMethods } from "./prune/methods.js";
import { scoresMethods } from "./scores/methods.js";
import { sendMethods } from "./send/methods.js";
import type { SweepRoom } from "./sweep-room.js";
import { tabMethods } from "./tab/methods.js";
import { votesMethods } from "./votes/methods.js";

/** The methods of the sweep room. */
export function sweepMethods(room: SweepRoom) {
  const [plan, draw] = [planMethods(room), drawMethods(room)];
  return {
    ...plan,
    ...draw,
    ...tabMethods({ ...plan, ...draw }),
    ...scoresMethods(room),
    ...installMethods(room),
    ...votesMethods(room),
    ...exportMethods(room),
    ...pruneMethods(room),
    ...sendMethods(room),
  };
}
