import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { SweepRoom } from "../sweep-room.js";

const unbuilt = (): StudioError => new StudioError("internal", "Not built yet.", "");

export function installMethods(_room: SweepRoom) {
  return {
    "sweep/install": (_params: Params<"sweep/install">): Promise<Result<"sweep/install">> => Promise.reject(unbuilt()),
  };
}
