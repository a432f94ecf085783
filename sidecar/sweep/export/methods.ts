import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { SweepRoom } from "../sweep-room.js";

const unbuilt = (): StudioError => new StudioError("internal", "Not built yet.", "");

export function exportMethods(_room: SweepRoom) {
  return {
    "sweep/export": (_params: Params<"sweep/export">): Promise<Result<"sweep/export">> => Promise.reject(unbuilt()),
    "sweep/sheet": (_params: Params<"sweep/sheet">): Promise<Result<"sweep/sheet">> => Promise.reject(unbuilt()),
  };
}
