import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { SweepRoom } from "../sweep-room.js";

const unbuilt = (): StudioError => new StudioError("internal", "Not built yet.", "");

export function planMethods(_room: SweepRoom) {
  return {
    "sweep/candidates": (_params: Params<"sweep/candidates">): Promise<Result<"sweep/candidates">> =>
      Promise.reject(unbuilt()),
    "sweep/propose": (_params: Params<"sweep/propose">): Promise<Result<"sweep/propose">> => Promise.reject(unbuilt()),
    "sweep/axes": (_params: Params<"sweep/axes">): Promise<Result<"sweep/axes">> => Promise.reject(unbuilt()),
    "sweep/look": (_params: Params<"sweep/look">): Promise<Result<"sweep/look">> => Promise.reject(unbuilt()),
    "sweep/saved": (_params: Params<"sweep/saved">): Promise<Result<"sweep/saved">> => Promise.reject(unbuilt()),
    "sweep/save": (_params: Params<"sweep/save">): Promise<Result<"sweep/save">> => Promise.reject(unbuilt()),
    "sweep/forget": (_params: Params<"sweep/forget">): Promise<Result<"sweep/forget">> => Promise.reject(unbuilt()),
  };
}
