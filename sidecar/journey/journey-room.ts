import type { SweepRoom } from "../sweep/sweep-room.js";
import type { Call } from "./call.js";

/** What the journey's methods work with. */
export interface JourneyRoom extends SweepRoom {
  call: Call;
}
