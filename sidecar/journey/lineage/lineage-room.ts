import type { SweepRoom } from "../../sweep/sweep-room.js";
import type { Call } from "../call.js";

/** What the methods about versions of a LoRA work with. */
export interface LineageRoom extends Pick<SweepRoom, "database" | "roots" | "runner" | "stateFolder"> {
  call: Call;
}
