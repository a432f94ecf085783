import type { Params, Result } from "../../../protocol/validate.js";
import { requireOwner } from "../../training/require-owner.js";
import type { SweepRoom } from "../sweep-room.js";

/** Methods by which a sweep waits, goes on and ends. */
export function stateMethods(room: SweepRoom) {
  const { control } = room.drawing;
  return {
    async "sweep/pause"({ id }: Params<"sweep/pause">): Promise<Result<"sweep/pause">> {
      requireOwner(room);
      await control.pause(id);
      return {};
    },
    async "sweep/resume"({ id }: Params<"sweep/resume">): Promise<Result<"sweep/resume">> {
      requireOwner(room);
      return { jobId: await control.resume(id) };
    },
    async "sweep/cancel"({ id }: Params<"sweep/cancel">): Promise<Result<"sweep/cancel">> {
      requireOwner(room);
      await control.cancel(id);
      return {};
    },
    async "sweep/redraw"({ id, indexes }: Params<"sweep/redraw">): Promise<Result<"sweep/redraw">> {
      requireOwner(room);
      return control.redraw(id, indexes ?? null);
    },
    async "sweep/rename"({ id, name }: Params<"sweep/rename">): Promise<Result<"sweep/rename">> {
      requireOwner(room);
      control.rename(id, name);
      return {};
    },
    async "sweep/remove"({ id, back }: Params<"sweep/remove">): Promise<Result<"sweep/remove">> {
      requireOwner(room);
      return { keptPictures: await control.remove(id, back ?? false) };
    },
  };
}
