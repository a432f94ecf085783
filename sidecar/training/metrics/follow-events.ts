import { open } from "node:fs/promises";
import { systemCode } from "../../host/studio-error.js";
import { createLossSeries, type LossSeries } from "../log/loss-series.js";
import type { RunRecord } from "../runs/run-record.js";
import { type CurveKind, kindOfTag, stepOfScalar } from "./curve-kinds.js";
import { eventFilesOf } from "./event-files.js";
import { readEvent } from "./read-event.js";
import { createRecordReader, type RecordFault, type RecordReader } from "./read-records.js";

const POINTS_KEPT = 600;
// A user's own folder may hold histograms of thousands of layers; what the trainer tells has some ten.
const MOST_CURVES = 64;
const LONGEST_TAG = 200;
const CHUNK_BYTES = 1 << 18;
const FAULTS_KEPT = 20;

/** A record that could not be read. */
export interface BrokenRecord {
  file: string;
  /** Byte where it begins. */
  at: number;
  fault: RecordFault;
}

export interface EventCurve {
  tag: string;
  kind: CurveKind;
  series: LossSeries;
  last: number;
  /** Values that are no numbers, or of a step before one that was read. */
  leftOut: number;
}

/** The curves of a run's event files, as far as they are written. */
export interface EventCurves {
  files: string[];
  curves: EventCurve[];
  /** The first of them, and how many there are in all. */
  broken: BrokenRecord[];
  brokenCount: number;
}

interface FollowedFile {
  reader: RecordReader;
  offset: number;
}

/** Follows the event files of one run: each look reads what is new, and keeps no more than the thinned curves. */
export function followEvents(folder: string) {
  const files = new Map<string, FollowedFile>();
  const curves = new Map<string, EventCurve>();
  let broken: BrokenRecord[] = [];
  let brokenCount = 0;

  const tell = (found: BrokenRecord): void => {
    brokenCount += 1;
    if (broken.length < FAULTS_KEPT) broken = [...broken, found];
  };
  const curveOf = (tag: string): EventCurve | null => {
    const known = curves.get(tag);
    if (known || curves.size >= MOST_CURVES || tag.length > LONGEST_TAG) return known ?? null;
    const fresh = { tag, kind: kindOfTag(tag), series: createLossSeries(POINTS_KEPT), last: -1, leftOut: 0 };
    curves.set(tag, fresh);
    return fresh;
  };
  const take = (tag: string, step: number, value: number): void => {
    const curve = curveOf(tag);
    if (curve === null) return;
    if (!Number.isFinite(value) || step < curve.last) {
      curve.leftOut += 1;
      return;
    }
    curve.last = step;
    curve.series.add(step, value);
  };
  const fileOf = (path: string, { meant }: RunRecord): FollowedFile => {
    const known = files.get(path);
    if (known) return known;
    const reader = createRecordReader({
      onRecord(data, at) {
        try {
          const { step, scalars } = readEvent(data);
          for (const { tag, value } of scalars) take(tag, stepOfScalar(tag, step, meant), value);
        } catch (error) {
          if (systemCode(error) !== "protobufInvalid") throw error;
          tell({ file: path, at, fault: "unreadable" });
        }
      },
      onBroken: (at, fault) => tell({ file: path, at, fault }),
    });
    const fresh = { reader, offset: 0 };
    files.set(path, fresh);
    return fresh;
  };
  const readOn = async (path: string, run: RunRecord): Promise<void> => {
    const file = await open(path, "r");
    try {
      const followed = fileOf(path, run);
      const buffer = Buffer.alloc(CHUNK_BYTES);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, followed.offset);
        if (bytesRead === 0) return;
        followed.offset += bytesRead;
        followed.reader.push(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  };

  return {
    async look(run: RunRecord): Promise<EventCurves> {
      for (const path of await eventFilesOf(run, folder)) {
        await readOn(path, run).catch((error: unknown) => {
          // Gone between the two looks: what was read of it stays.
          if (systemCode(error) !== "ENOENT") throw error;
        });
      }
      return { files: [...files.keys()], curves: [...curves.values()], broken, brokenCount };
    },
  };
}
