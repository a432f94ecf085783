import { isHalfMade } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { differenceBetween, lookAt, type PictureLook } from "../proof/picture-look.js";
import { type BatchTable, batchShape } from "./batch-table.js";
import type { DrawingTask } from "./drawing-task.js";
import { type WebuiNames, webuiRequest } from "./webui-request.js";

// Above, cards of 8 GB run out of memory for models of the size of SDXL.
const MOST_PIXELS = 4 * 1024 * 1024;
const MOST_PICTURES = 8;
// Sums in another order move single values by one; more is another picture.
const NEARLY_BELOW = 0.5;

/** What became of a batch that was to be compared; "none" where there was none, "stopped" when somebody ended it in the WebUI. */
export type TriedBatch = "none" | "compared" | "stopped";

/** Seeds drawn in one request, where that gives the same pictures. */
export interface SeedBatches {
  /** Pictures that one request may draw; 1 while it is not known. */
  most(link: DrawingLink, task: DrawingTask): number;
  /** A picture that was drawn alone, so that a batch can be compared with it. @param left how many more wait to be drawn */
  drawnAlone(link: DrawingLink, drawn: { task: DrawingTask; look: PictureLook; left: number }): void;
  /** Draws the batch that is to be compared, and remembers, unless it was stopped. @throws as `draw` */
  compare(link: DrawingLink, names: WebuiNames, signal: AbortSignal): Promise<TriedBatch>;
  /** It failed: no more of that size. */
  failed(link: DrawingLink, task: DrawingTask, count: number): void;
}

/** Pictures that differ in nothing but the seed, by it. They come in any order: the next is drawn while one is looked at. */
type Row = Map<number, { task: DrawingTask; look: PictureLook }>;

/** The first run of seeds that count up. */
function longEnough(row: Row, most: number): { task: DrawingTask; look: PictureLook }[] {
  const seeds = [...row.keys()].sort((a, b) => a - b);
  const first = seeds.find((seed) => row.has(seed + 1));
  const run = [];
  for (let seed = first; seed !== undefined && run.length < most; seed += 1) {
    const drawn = row.get(seed);
    if (!drawn) break;
    run.push(drawn);
  }
  return run;
}

const meaning = ({ group, request }: DrawingTask): string => JSON.stringify([group, { ...request, seed: 0 }]);

/** @param wished the user's own number, which is not doubted; null for as many as give the same pictures */
export function createSeedBatches(table: BatchTable, wished: number | null): SeedBatches {
  const rows = new Map<string, Map<string, Row>>();
  const ready = new Map<string, { task: DrawingTask; look: PictureLook }[]>();
  const limit = ({ request: { width, height, hires } }: DrawingTask): number => {
    const pixels = width * height * (hires?.scale ?? 1) ** 2;
    return Math.max(1, Math.min(wished ?? MOST_PICTURES, wished ?? Math.floor(MOST_PIXELS / pixels)));
  };
  const isUnknown = (link: DrawingLink, task: DrawingTask): boolean =>
    wished === null && limit(task) > 1 && table.largest(link.id, batchShape(task.request)) === null;
  return {
    most(link, task) {
      const known = table.largest(link.id, batchShape(task.request));
      if (wished !== null) return known === null ? limit(task) : Math.max(1, Math.min(limit(task), known));
      return Math.max(1, Math.min(limit(task), known ?? 1));
    },
    drawnAlone(link, { task, look, left }) {
      if (task.request.variationStrength > 0 || ready.has(link.id) || !isUnknown(link, task)) return;
      const own = rows.get(link.id) ?? new Map<string, Row>();
      rows.set(link.id, own);
      for (const [other, row] of own) {
        const run = other === meaning(task) ? [] : longEnough(row, limit(task));
        // Only where more is to come than the comparison costs.
        if (run.length > 1 && left > 2 * run.length) ready.set(link.id, run);
        if (other !== meaning(task)) own.delete(other);
      }
      const row: Row = own.get(meaning(task)) ?? new Map();
      own.set(meaning(task), row.set(task.request.seed, { task, look }));
    },
    async compare(link, names, signal) {
      const run = ready.get(link.id);
      const [first] = run ?? [];
      if (!run || !first) return "none";
      const shape = batchShape(first.task.request);
      try {
        const answer = await link.draw(webuiRequest(first.task.request, run.length, names), signal);
        // Half-made pictures tell nothing; it is drawn once more.
        if (isHalfMade(answer)) return "stopped";
        ready.delete(link.id);
        rows.delete(link.id);
        const { pictures } = answer;
        const looks = await Promise.all(pictures.map(({ png }) => lookAt(png)));
        const isSame = run.every(({ look }, index) => {
          const other = looks[index];
          return other !== undefined && (differenceBetween(look, other) ?? 255) < NEARLY_BELOW;
        });
        table.remember(link.id, shape, isSame ? run.length : 0);
        return "compared";
      } catch (error) {
        ready.delete(link.id);
        rows.delete(link.id);
        if (!signal.aborted) table.remember(link.id, shape, 0);
        throw error;
      }
    },
    failed: (link, task, count) => table.remember(link.id, batchShape(task.request), Math.floor(count / 2)),
  };
}
