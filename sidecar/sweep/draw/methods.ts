import type { SweepRoom } from "../sweep-room.js";
import { lookMethods } from "./look-methods.js";
import { startMethods } from "./start-methods.js";
import { stateMethods } from "./state-methods.js";

/** Methods that draw sweeps and tell what is drawn. */
export function drawMethods(room: SweepRoom) {
  return { ...startMethods(room), ...lookMethods(room), ...stateMethods(room) };
}
