import { existsSync } from "node:fs";
import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { cellProblems } from "../cells/cell-problems.js";
import { pictureOf } from "../cells/picture-table.js";
import { listSweeps, oneSweep, type SweepRecord } from "../cells/sweep-table.js";
import { wireSweep } from "../cells/wire-sweep.js";
import { cellSentences } from "../proof/cell-sentences.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { drawnBy } from "./drawn-by.js";
import { picturePath } from "./picture-files.js";
import { sweepPace } from "./sweep-pace.js";

/** Methods that tell of sweeps and their cells. */
export function lookMethods(room: SweepRoom) {
  const { database, stateFolder, drawing } = room;
  const { sweeps, revisions, live } = drawing;
  const cellsOf = (sweep: SweepRecord) => sweeps.cellsOf(sweep);
  return {
    async "sweep/list"(wish: Params<"sweep/list">): Promise<Result<"sweep/list">> {
      requireOwner(room);
      return { sweeps: listSweeps(database, wish).map((sweep) => wireSweep(sweep, cellsOf)) };
    },
    async "sweep/get"({ id }: Params<"sweep/get">): Promise<Result<"sweep/get">> {
      requireOwner(room);
      const sweep = oneSweep(database, id);
      const cells = cellsOf(sweep);
      const row = wireSweep(sweep, cellsOf);
      return {
        ...row,
        settings: { ...sweep.settings, name: sweep.name },
        axes: [...cells.resolved.axes],
        ...sweepPace({ database, sweep, cells, live: live.get(id) ?? null }),
        drawnBy: drawnBy(database, cells),
        problems: cellProblems(cells, (key) => pictureOf(database, key)?.detail ?? null),
      };
    },
    async "sweep/cells"({ id, since }: Params<"sweep/cells">): Promise<Result<"sweep/cells">> {
      requireOwner(room);
      const cells = cellsOf(oneSweep(database, id));
      return { revision: revisions.now(), cells: cells.since(since ?? 0) };
    },
    async "sweep/cell"({ id, index }: Params<"sweep/cell">): Promise<Result<"sweep/cell">> {
      requireOwner(room);
      const cells = cellsOf(oneSweep(database, id));
      const { resolved } = cells;
      if (index >= resolved.cellCount) {
        const hint = say("Its cells are numbered from 0 to {cellCount}.", { cellCount: resolved.cellCount - 1 });
        throw new StudioError("notFound", say("Sweep {id} has no cell {index}.", { id, index }), hint);
      }
      const key = resolved.keyOf(index);
      const picture = key === null ? null : pictureOf(database, key);
      const coordinates = resolved.coordinatesOf(index);
      const path = picture?.content ? picturePath(stateFolder, picture.content) : null;
      return {
        cell: cells.cell(index),
        values: resolved.axes.map(({ id: axis, title, values }, at) => ({
          axis,
          title,
          label: values[coordinates[at] ?? 0]?.label ?? "",
        })),
        infotext: picture?.infotext ?? null,
        path: path !== null && existsSync(path) ? path : null,
        proof: picture?.proof
          ? {
              proven: picture.proof.proven,
              loraHash: picture.proof.loraHash,
              expectedHash: picture.proof.expectedHash,
              differenceFromControl: resolved.controlOf(index) === index ? null : picture.proof.difference,
              sentences: cellSentences(picture),
            }
          : null,
        webui: picture?.webui ?? null,
        drawnAt: picture?.drawn ?? null,
        seconds: picture?.seconds ?? null,
        attempts: picture?.attempts ?? 0,
      };
    },
  };
}
