import type { Params, Result } from "../../../protocol/validate.js";
import { requireOwner } from "../../sweep/require-owner.js";
import { compareFiles } from "./compare/compare-files.js";
import type { LineageRoom } from "./lineage-room.js";
import { planNextVersion } from "./next/next-version.js";
import { lineageOf } from "./of/lineage-of.js";

/** Where LoRA files came from, two of them beside each other, and the next one. */
export function lineageMethods(room: LineageRoom) {
  const { runner } = room;
  return {
    async "lineage/of"(params: Params<"lineage/of">): Promise<Result<"lineage/of">> {
      requireOwner(room);
      await runner.looked();
      return lineageOf(room, params);
    },
    async "lineage/compare"(params: Params<"lineage/compare">): Promise<Result<"lineage/compare">> {
      requireOwner(room);
      await runner.looked();
      return compareFiles(room, params);
    },
    async "lineage/next"(params: Params<"lineage/next">): Promise<Result<"lineage/next">> {
      requireOwner(room);
      return planNextVersion(room, params);
    },
  };
}
