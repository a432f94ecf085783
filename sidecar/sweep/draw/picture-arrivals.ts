import { reportError } from "../../host/studio-error.js";
import type { DrawnPicture } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import type { ControlLooks } from "./control-looks.js";
import { withoutPicture, withPicture } from "./drawing-outcome.js";
import { MOST_ATTEMPTS, MOST_WRONG } from "./drawing-patience.js";
import type { DrawingQueue } from "./drawing-queue.js";
import type { Arrival } from "./drawing-room.js";
import type { DrawingEntry } from "./drawing-task.js";
import type { FirstCell } from "./first-cell.js";
import type { Judge } from "./judge-picture.js";
import type { SeedBatches } from "./seed-batches.js";

/** Pictures that came back: kept, proven, and drawn again where they are not what was asked for. */
export interface PictureArrivals {
  /** Goes on in the background. */
  arrived(arrival: Arrival): void;
  failed(entry: DrawingEntry, link: DrawingLink, error: unknown): void;
  skipped(entry: DrawingEntry, link: DrawingLink): void;
  /** What is in the background is done. */
  settled(): Promise<void>;
}

interface ArrivalHouse {
  queue: DrawingQueue;
  judge: Judge;
  controls: ControlLooks;
  batches: SeedBatches;
  firstCell: FirstCell;
  keep(png: Buffer): Promise<string>;
  isDraining(): boolean;
  /** A WebUI is to look for its LoRA files anew. */
  lookAgain(webui: string): void;
  /** Something waits to be drawn again. */
  changed(): void;
}

const placeAgain: readonly (string | null)[] = ["missingLora", "wrongHash", "staleLora"];

export function createPictureArrivals(house: ArrivalHouse): PictureArrivals {
  const { queue, judge, controls, batches, firstCell } = house;
  const background = new Set<Promise<void>>();

  const keep = async (arrival: Arrival, entry: DrawingEntry, picture: DrawnPicture): Promise<void> => {
    const { link, names, answer, entries } = arrival;
    const { task } = entry;
    const [content, { proof, look }] = await Promise.all([
      house.keep(picture.png),
      judge.judge(task, { picture, answer, names, webui: link.id }),
    ]);
    if (proof.code !== null && entry.wrong + 1 < MOST_WRONG && !house.isDraining()) {
      entry.wrong += 1;
      entry.attempts += 1;
      if (placeAgain.includes(proof.code)) house.lookAgain(link.id);
      queue.giveBack([entry]);
      return house.changed();
    }
    if (proof.code === null) {
      if (task.control === null) {
        controls.keep(task.key, look);
        firstCell.drawn(task, look);
      }
      if (entries.length === 1) batches.drawnAlone(link, { task, look, left: queue.size() });
    }
    entry.resolve(withPicture(entry, arrival, { content, picture, proof, look }));
  };

  const failed = (entry: DrawingEntry, link: DrawingLink, error: unknown): void => {
    const { code, message } = reportError(error);
    entry.resolve(withoutPicture(entry, link, { problem: code, detail: message }));
  };

  /** One that cannot be read is drawn again; a full disk ends the drawing. */
  const arrivedOne = async (
    arrival: Arrival,
    entry: DrawingEntry,
    picture: DrawnPicture | undefined,
  ): Promise<void> => {
    try {
      if (!picture) throw new Error("The WebUI sent too few pictures.");
      await keep(arrival, entry, picture);
    } catch (error) {
      if (reportError(error).code === "diskFull") entry.reject(error);
      else {
        entry.attempts += 1;
        entry.alone = true;
        if (entry.attempts >= MOST_ATTEMPTS) failed(entry, arrival.link, error);
        else {
          queue.giveBack([entry]);
          house.changed();
        }
      }
    }
  };

  return {
    failed,
    skipped: (entry, link) => entry.resolve(withoutPicture(entry, link, { problem: "skippedInWebui", detail: null })),
    arrived(arrival) {
      const { pictures } = arrival.answer;
      const kept = Promise.all(arrival.entries.map((entry, at) => arrivedOne(arrival, entry, pictures[at])));
      const done = kept.then(() => void background.delete(done));
      background.add(done);
    },
    async settled() {
      while (background.size > 0) await Promise.all(background);
    },
  };
}
