import { courseMethods } from "./course/methods.js";
import type { JourneyRoom } from "./journey-room.js";
import { lineageMethods } from "./lineage/methods.js";
import { projectMethods } from "./projects/methods.js";
import { rehearseMethods } from "./rehearse/methods.js";
import { reportMethods } from "./report/methods.js";

/** The methods of the journey. */
export function journeyMethods(room: JourneyRoom) {
  return {
    ...projectMethods(room),
    ...courseMethods(room),
    ...lineageMethods(room),
    ...rehearseMethods(room),
    ...reportMethods(room),
  };
}
