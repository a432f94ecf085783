import { extname } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import type { Roots } from "../../host/roots.js";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { type Sentence, say } from "../../words/sentence.js";
import { storedShapes } from "../picture-sizes.js";
import { type ScannedImage, scanFolder } from "../scan.js";
import { knownSubjects } from "../subject/known-subjects.js";
import { storedBox } from "../subject/stored-box.js";
import { isTrained } from "../trained-formats.js";
import { planBuckets, type TrainedPicture } from "./bucket-plan.js";
import { cutSides } from "./cut-subject.js";
import { type BucketChoice, type BucketOptions, bucketSizes } from "./select-bucket.js";

const ROWS = 1000;

/** @throws StudioError "badArguments" for what ends the trainer */
function assertTrainable({ resolution, enabled, smallest, largest, step }: BucketOptions): void {
  if (!enabled) return;
  const wrong = (message: string | Sentence, hint: string | Sentence): StudioError =>
    new StudioError("badArguments", message, hint);
  const [least, most] = [Math.min(...resolution), Math.max(...resolution)];
  if (smallest > least) {
    throw wrong(
      say("The smallest bucket side ({smallest}) is larger than a side of the resolution ({least}).", {
        smallest,
        least,
      }),
      say("Expected at most {least}: the trainer refuses more.", { least }),
    );
  }
  if (largest < most) {
    throw wrong(
      say("The largest bucket side ({largest}) is smaller than a side of the resolution ({most}).", { largest, most }),
      say("Expected at least {most}: the trainer refuses less.", { most }),
    );
  }
  if (bucketSizes({ resolution, enabled, upscale: true, smallest, largest, step }).some((size) => size.includes(0))) {
    throw wrong(
      say("No bucket of steps of {step} fits into {resolution}.", { step, resolution: resolution.join("×") }),
      say("Choose a smaller step."),
    );
  }
}

/** The part of the resized picture that stays, and the share of it that is cut away. */
function cut({ bucket, resized }: BucketChoice): { crop: number[]; lost: number } {
  const [left, top] = [Math.floor((resized[0] - bucket[0]) / 2), Math.floor((resized[1] - bucket[1]) / 2)];
  return {
    crop: [left, top, left + bucket[0], top + bucket[1]],
    lost: 1 - (bucket[0] * bucket[1]) / (resized[0] * resized[1]),
  };
}

/** What the trainer will make of a folder's pictures. */
export function bucketMethods({ database, roots }: { database: Database; roots: Roots }) {
  const shapesOf = storedShapes();
  /** Where the trainer cuts into a subject that was marked, or found before a plain background. */
  const withCutSides = async <Row extends { path: string; orientation: number; resized: number[]; crop: number[] }>(
    rows: readonly Row[],
  ) => {
    const subjects = knownSubjects(database);
    return Promise.all(
      rows.map(async (row) => {
        const known = await subjects.find(row.path);
        if (!known) return { ...row, subject: null, cutsSubject: null };
        const stored = storedBox(known.box, row.orientation);
        return {
          ...row,
          subject: { box: [...known.box], by: known.by },
          cutsSubject: cutSides(stored, row.resized, row.crop),
        };
      }),
    );
  };
  const measured = async (images: readonly ScannedImage[]) => {
    const shapes = await shapesOf(images.map(({ path }) => path));
    return images.map(({ path, repeats }, index) => ({
      path,
      repeats,
      size: shapes[index]?.size ?? null,
      orientation: shapes[index]?.orientation ?? 1,
    }));
  };
  return {
    async "dataset/buckets"(params: Params<"dataset/buckets">): Promise<Result<"dataset/buckets">> {
      const { recursive = false, batchSize = 1, from = 0, limit = ROWS } = params;
      const [width = 0, height = 0] = params.resolution;
      const options: BucketOptions = {
        resolution: [width, height],
        enabled: params.buckets ?? true,
        upscale: params.upscale ?? true,
        smallest: params.smallest ?? 256,
        largest: params.largest ?? 2048,
        step: params.step ?? 64,
      };
      assertTrainable(options);
      const { folder, images: found } = await scanFolder(await roots.open(params.folder), { recursive });
      const images = found.filter(({ path }) => isTrained(path));
      const regularisation =
        params.regularisation === undefined
          ? []
          : (await scanFolder(await roots.open(params.regularisation))).images.filter(({ path }) => isTrained(path));
      const all = await measured(images);
      const trained = all.flatMap(({ size, ...rest }) => (size ? [{ ...rest, size }] : []));
      const reg = (await measured(regularisation)).flatMap(({ repeats, size }): TrainedPicture[] =>
        size ? [{ repeats, size }] : [],
      );
      const plan = planBuckets(trained, reg, { ...options, batchSize });
      const rows = trained.flatMap(({ path, size, orientation }, index) => {
        const choice = plan.choices[index];
        if (!choice) return [];
        const enlarged = choice.resized[0] > size[0] || choice.resized[1] > size[1];
        return [
          { path, orientation, bucket: [...choice.bucket], resized: [...choice.resized], ...cut(choice), enlarged },
        ];
      });
      const tooSmall = rows.filter(({ bucket }) => bucket.includes(0));
      const next = from + limit < rows.length ? from + limit : null;
      return {
        folder,
        buckets: plan.buckets,
        batchesPerEpoch: plan.batchesPerEpoch,
        pictures: rows.length,
        images: await withCutSides(rows.slice(from, from + limit)),
        next,
        problems: [
          ...found
            .filter(({ path }) => !isTrained(path))
            .map(({ path }) => ({
              path,
              code: "passedOver",
              message: `${path} is passed over by the trainer: it does not look for ${extname(path)} files.`,
              hint: isTrained(path.toLowerCase())
                ? `Write the suffix in small letters: ${extname(path).toLowerCase()}.`
                : "Save it as PNG.",
            })),
          ...all
            .filter(({ size }) => size === null)
            .map(({ path }) => ({
              path,
              code: "unreadableImage",
              message: `${path} cannot be read; the trainer stops at it.`,
              hint: "Save it again with a picture viewer, or take it out of the folder.",
            })),
          ...tooSmall.map(({ path }) => ({
            path,
            code: "unreadableImage",
            message: `${path} is smaller than one bucket step; without enlarging the trainer stops at it.`,
            hint: "Let small pictures be enlarged, choose a smaller step, or take it out.",
          })),
        ],
      };
    },
  };
}
