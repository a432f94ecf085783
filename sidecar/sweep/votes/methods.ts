import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { SweepRoom } from "../sweep-room.js";

const unbuilt = (): StudioError => new StudioError("internal", "Not built yet.", "");

export function votesMethods(_room: SweepRoom) {
  return {
    "sweep/ballot": (_params: Params<"sweep/ballot">): Promise<Result<"sweep/ballot">> => Promise.reject(unbuilt()),
    "sweep/vote": (_params: Params<"sweep/vote">): Promise<Result<"sweep/vote">> => Promise.reject(unbuilt()),
    "sweep/unvote": (_params: Params<"sweep/unvote">): Promise<Result<"sweep/unvote">> => Promise.reject(unbuilt()),
    "sweep/votes": (_params: Params<"sweep/votes">): Promise<Result<"sweep/votes">> => Promise.reject(unbuilt()),
  };
}
