import { createHash } from "node:crypto";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

// A batch of large pictures; what nobody fetches makes room for newer ones.
const MOST_BYTES = 512 * 2 ** 20;

/** PNGs that a WebUI sent, kept in memory until the request that they answer fetches them. */
export interface DrawnUploads {
  /** @param picture SHA-256 of the bytes @throws StudioError "badArguments" when it is another's */
  put(picture: string, bytes: Buffer): void;
  /** The bytes, which are forgotten then; undefined when they did not come. */
  take(picture: string): Buffer | undefined;
}

export function createDrawnUploads(): DrawnUploads {
  const kept = new Map<string, Buffer>();
  const size = (): number => [...kept.values()].reduce((sum, { length }) => sum + length, 0);
  return {
    put(picture, bytes) {
      if (createHash("sha256").update(bytes).digest("hex") !== picture) {
        throw new StudioError("badArguments", say("The picture is not the one its name says."), say("Send it again."));
      }
      kept.set(picture, bytes);
      for (const oldest of kept.keys()) {
        if (kept.size === 1 || size() <= MOST_BYTES) break;
        kept.delete(oldest);
      }
    },
    take(picture) {
      const bytes = kept.get(picture);
      kept.delete(picture);
      return bytes;
    },
  };
}
