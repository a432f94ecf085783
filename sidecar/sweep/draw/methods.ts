import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { SweepRoom } from "../sweep-room.js";

const unbuilt = (): StudioError => new StudioError("internal", "Not built yet.", "");

export function drawMethods(_room: SweepRoom) {
  return {
    "sweep/start": (_params: Params<"sweep/start">): Promise<Result<"sweep/start">> => Promise.reject(unbuilt()),
    "sweep/change": (_params: Params<"sweep/change">): Promise<Result<"sweep/change">> => Promise.reject(unbuilt()),
    "sweep/list": (_params: Params<"sweep/list">): Promise<Result<"sweep/list">> => Promise.reject(unbuilt()),
    "sweep/get": (_params: Params<"sweep/get">): Promise<Result<"sweep/get">> => Promise.reject(unbuilt()),
    "sweep/cells": (_params: Params<"sweep/cells">): Promise<Result<"sweep/cells">> => Promise.reject(unbuilt()),
    "sweep/cell": (_params: Params<"sweep/cell">): Promise<Result<"sweep/cell">> => Promise.reject(unbuilt()),
    "sweep/pause": (_params: Params<"sweep/pause">): Promise<Result<"sweep/pause">> => Promise.reject(unbuilt()),
    "sweep/resume": (_params: Params<"sweep/resume">): Promise<Result<"sweep/resume">> => Promise.reject(unbuilt()),
    "sweep/cancel": (_params: Params<"sweep/cancel">): Promise<Result<"sweep/cancel">> => Promise.reject(unbuilt()),
    "sweep/redraw": (_params: Params<"sweep/redraw">): Promise<Result<"sweep/redraw">> => Promise.reject(unbuilt()),
    "sweep/rename": (_params: Params<"sweep/rename">): Promise<Result<"sweep/rename">> => Promise.reject(unbuilt()),
    "sweep/remove": (_params: Params<"sweep/remove">): Promise<Result<"sweep/remove">> => Promise.reject(unbuilt()),
  };
}
