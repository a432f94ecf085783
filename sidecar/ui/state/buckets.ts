import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive } from "./address.js";
import { scan } from "./dataset.js";

type Answer = Methods["dataset/buckets"]["result"];
export type CutPicture = Answer["images"][number];

export interface BucketForm {
  width: number;
  height: number;
  batchSize: number;
  upscale: boolean;
  buckets: boolean;
}

// The article's resolution.
export const bucketForm = signal<BucketForm>({ width: 600, height: 900, batchSize: 1, upscale: true, buckets: true });
/** The plan with all pictures of the folder; null until it is known. */
export const bucketPlan = signal<Answer | null>(null);
export const bucketError = signal<RequestError | null>(null);

let asked = 0;

/** Asks what the trainer will make of the folder's pictures. */
export async function askBuckets(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  const { width, height, ...options } = bucketForm.value;
  asked += 1;
  const mine = asked;
  try {
    const parts: Answer[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const part: Answer = await call("dataset/buckets", {
        folder,
        recursive: recursive.value,
        resolution: [width, height],
        ...options,
        // Sides that the trainer demands of its bucket options.
        smallest: Math.min(256, width, height),
        largest: Math.max(2048, width, height),
        from,
      });
      if (mine !== asked) return;
      parts.push(part);
      from = part.next;
    }
    const [first] = parts;
    bucketPlan.value = first ? { ...first, images: parts.flatMap(({ images }) => images) } : null;
    bucketError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) bucketError.value = error;
  }
}
