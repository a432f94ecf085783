import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { SweepRoom } from "../sweep-room.js";

const unbuilt = (): StudioError => new StudioError("internal", "Not built yet.", "");

export function scoresMethods(_room: SweepRoom) {
  return {
    "sweep/score": (_params: Params<"sweep/score">): Promise<Result<"sweep/score">> => Promise.reject(unbuilt()),
    "sweep/scores": (_params: Params<"sweep/scores">): Promise<Result<"sweep/scores">> => Promise.reject(unbuilt()),
    "sweep/report": (_params: Params<"sweep/report">): Promise<Result<"sweep/report">> => Promise.reject(unbuilt()),
    "sweep/nextPlan": (_params: Params<"sweep/nextPlan">): Promise<Result<"sweep/nextPlan">> =>
      Promise.reject(unbuilt()),
  };
}
