import type { Params, Result } from "../../../protocol/validate.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { bringBack, heldPictures } from "./held-pictures.js";
import { prunePictures } from "./prune-pictures.js";

const OLDER_DAYS = 30;

/** Pictures that no sweep needs any more: put aside, and brought back. */
export function pruneMethods(room: SweepRoom) {
  const { database, stateFolder } = room;
  return {
    async "sweep/prune"({
      olderDays = OLDER_DAYS,
      dryRun = false,
    }: Params<"sweep/prune">): Promise<Result<"sweep/prune">> {
      requireOwner(room);
      const { files, groups } = await prunePictures({ database, stateFolder }, { olderDays, dryRun, now: Date.now() });
      return {
        pictures: files.length,
        bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
        groups,
        held: await heldPictures(stateFolder),
      };
    },
    async "sweep/bringBack"({ name }: Params<"sweep/bringBack">): Promise<Result<"sweep/bringBack">> {
      requireOwner(room);
      return { pictures: await bringBack({ database, stateFolder }, name), held: await heldPictures(stateFolder) };
    },
  };
}
