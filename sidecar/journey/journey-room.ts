import type { SweepRoom } from "../sweep/sweep-room.js";

/** What the journey's methods work with. */
export type JourneyRoom = SweepRoom;
