import type { RunScheduling } from "../../../protocol/generated/methods.js";
import type { MeantRun } from "./run-record.js";

/** On which machine and cards a run is, from when on it may start, and to which series it belongs, as a message holds it. */
export const wireScheduling = (
  { gpus, notBefore, late, series, machine }: MeantRun,
  on: string | null,
): RunScheduling => ({
  gpus: gpus === undefined ? null : [...gpus],
  notBefore: notBefore ?? null,
  late: late ?? null,
  ...(machine === undefined ? {} : { machine: { wanted: machine, on } }),
  series: series === undefined ? null : { id: series.id, differs: series.differs.map((one) => ({ ...one })) },
});
