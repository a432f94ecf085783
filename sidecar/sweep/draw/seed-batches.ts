import { differenceBetween, lookAt, type PictureLook } from "../proof/picture-look.js";
import { type BatchTable, batchShape } from "./batch-table.js";
import type { DrawingLink } from "./drawing-link.js";
import type { DrawingTask } from "./drawing-task.js";
import { type WebuiNames, webuiRequest } from "./webui-request.js";

// Above, cards of 8 GB run out of memory for models of the size of SDXL.
const MOST_PIXELS = 4 * 1024 * 1024;
const MOST_PICTURES = 8;
// Sums in another order move single values by one; more is another picture.
const NEARLY_BELOW = 0.5;

/** Seeds drawn in one request, where that gives the same pictures. */
export interface SeedBatches {
  /** Pictures that one request may draw; 1 while it is not known. */
  most(link: DrawingLink, task: DrawingTask): number;
  /** A picture that was drawn alone, so that a batch can be compared with it. @param left how many more wait to be drawn */
  drawnAlone(link: DrawingLink, drawn: { task: DrawingTask; look: PictureLook; left: number }): void;
  /** Draws the batch that is to be compared, if there is one, and remembers. @throws as `draw` */
  compare(link: DrawingLink, names: WebuiNames, signal: AbortSignal): Promise<void>;
  /** It failed: no more of that size. */
  failed(link: DrawingLink, task: DrawingTask, count: number): void;
}

interface Row {
  meaning: string;
  drawn: { task: DrawingTask; look: PictureLook }[];
}

const meaning = ({ group, request }: DrawingTask): string => JSON.stringify([group, { ...request, seed: 0 }]);

/** @param wished the user's own number, which is not doubted; null for as many as give the same pictures */
export function createSeedBatches(table: BatchTable, wished: number | null): SeedBatches {
  const rows = new Map<string, Row>();
  const ready = new Map<string, Row>();
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
      const row = rows.get(link.id);
      const last = row?.drawn.at(-1)?.task.request.seed;
      const goesOn = row?.meaning === meaning(task) && last !== undefined && task.request.seed === last + 1;
      // Of the row that has just ended, when it was long enough and more is to come than the comparison costs.
      if (row && !goesOn && row.drawn.length > 1 && left > 2 * row.drawn.length) ready.set(link.id, row);
      if (row && goesOn && row.drawn.length < limit(task)) row.drawn.push({ task, look });
      else rows.set(link.id, { meaning: meaning(task), drawn: [{ task, look }] });
    },
    async compare(link, names, signal) {
      const row = ready.get(link.id);
      const [first] = row?.drawn ?? [];
      if (!row || !first) return;
      ready.delete(link.id);
      rows.delete(link.id);
      const shape = batchShape(first.task.request);
      try {
        const { pictures } = await link.draw(webuiRequest(first.task.request, row.drawn.length, names), signal);
        const looks = await Promise.all(pictures.map(({ png }) => lookAt(png)));
        const isSame = row.drawn.every(({ look }, index) => {
          const other = looks[index];
          return other !== undefined && (differenceBetween(look, other) ?? 255) < NEARLY_BELOW;
        });
        table.remember(link.id, shape, isSame ? row.drawn.length : 0);
      } catch (error) {
        if (!signal.aborted) table.remember(link.id, shape, 0);
        throw error;
      }
    },
    failed: (link, task, count) => table.remember(link.id, batchShape(task.request), Math.floor(count / 2)),
  };
}
