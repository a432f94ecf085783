import type { Dataset } from "../dataset/dataset.js";
import type { Picture } from "../dataset/subset.js";
import { pictureTooLarge } from "../dataset/warnings.js";
import { directCause, duringHandling, type Frame, inTrain, PythonError } from "../screen/traceback.js";
import type { Misbehaviour } from "../stand-in-options.js";
import { type Session, sleep } from "./session.js";

/** A card without memory left, as torch 2.6 says it. */
const outOfMemory = (): PythonError =>
  new PythonError(
    "torch.OutOfMemoryError",
    "CUDA out of memory. Tried to allocate 1024.00 MiB. GPU 0 has a total capacity of 7.79 GiB of which 612.94 MiB is free. Including non-PyTorch memory, this process has 7.17 GiB memory in use. Of the allocated memory 6.53 GiB is allocated by PyTorch, and 491.54 MiB is reserved by PyTorch but unallocated. If reserved but unallocated memory is large try setting PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True to avoid fragmentation.  See documentation for Memory Management  (https://pytorch.org/docs/stable/notes/cuda.html#environment-variables)",
    [
      ...inTrain(1427, "loss = self.process_batch("),
      ["SCRIPT", 449, "process_batch", "noise_pred, target, timesteps, weighting = self.get_noise_pred_and_target("],
      ["SCRIPT", 283, "get_noise_pred_and_target", "noise_pred = self.call_unet("],
      ["site/torch/nn/modules/module.py", 1750, "_call_impl", "return forward_call(*args, **kwargs)"],
    ],
  );

const loadingPicture: Frame[] = [
  ...inTrain(1415, "for step, batch in enumerate(skipped_dataloader or train_dataloader):"),
  ["site/torch/utils/data/dataloader.py", 708, "__next__", "data = self._next_data()"],
  [
    "library/train_util.py",
    1617,
    "__getitem__",
    "img, face_cx, face_cy, face_w, face_h = self.load_image_with_face_info(",
  ],
  ["library/train_util.py", 1494, "load_image_with_face_info", "img = load_image(image_path, alpha_mask)"],
];

const corrupt = (): PythonError =>
  new PythonError(
    "OSError",
    "Truncated File Read",
    [
      ...loadingPicture,
      ["library/train_util.py", 2950, "load_image", "with Image.open(image_path) as image:"],
      ["site/PIL/PngImagePlugin.py", 791, "_open", "s = ImageFile._safe_read(self.fp, length)"],
      ["site/PIL/ImageFile.py", 738, "_safe_read", "raise OSError(msg)"],
    ],
    {
      error: new PythonError(
        "AttributeError",
        "'PngStream' object has no attribute 'chunk_real'. Did you mean: 'chunk_IDAT'?",
        [
          ["site/PIL/PngImagePlugin.py", 786, "_open", "s = self.png.call(cid, pos, length)"],
          [
            "site/PIL/PngImagePlugin.py",
            205,
            "call",
            "return getattr(self, f\"chunk_{cid.decode('ascii')}\")(pos, length)",
          ],
        ],
      ),
      sentence: duringHandling,
    },
  );

const truncated = (): PythonError =>
  new PythonError(
    "OSError",
    "image file is truncated",
    [
      ...loadingPicture,
      ["library/train_util.py", 2957, "load_image", "img = np.array(image, np.uint8)"],
      ["site/PIL/ImageFile.py", 399, "load", "raise OSError(msg) from e"],
    ],
    {
      error: new PythonError(
        "struct.error",
        "unpack_from requires a buffer of at least 4 bytes for unpacking 4 bytes at offset 0 (actual buffer size is 0)",
        [["site/PIL/_binary.py", 96, "i32be", 'return unpack_from(">I", c, o)[0]']],
      ),
      sentence: directCause,
    },
  );

/** The step at which a mishap usually comes, if it comes at one. */
const usual: Partial<Record<Misbehaviour, number>> = {
  oom: 1,
  corruptImage: 3,
  truncatedImage: 3,
  killed: 3,
  hang: 3,
  hangHard: 3,
};

async function hang(session: Session, hard: boolean): Promise<void> {
  session.deaf = true;
  if (hard) process.on("SIGTERM", () => {});
  for (;;) await sleep(60);
}

/** What `misbehave` wants before this step is done. */
export async function mishapBefore(session: Session, step: number, pictures: readonly Picture[]): Promise<void> {
  const { misbehave, atStep } = session.options;
  if (misbehave === null || usual[misbehave] === undefined || step !== (atStep ?? usual[misbehave])) return;
  if (misbehave === "oom") throw outOfMemory();
  if (misbehave === "corruptImage" || misbehave === "truncatedImage") {
    session.log.error("train_util.py:2960", `Error loading file: ${pictures[step % pictures.length]?.path}`);
    throw misbehave === "corruptImage" ? corrupt() : truncated();
  }
  if (misbehave === "killed") process.kill(process.pid, "SIGKILL");
  await hang(session, misbehave === "hangHard");
}

/** Without buckets and cached latents a picture that is larger than `resolution` ends the run when its turn comes. */
export function checkPictureSizes({ settings }: Session, datasets: readonly Dataset[]): void {
  if (settings.flag("cache_latents") || settings.flag("cache_latents_to_disk") || settings.flag("random_crop")) return;
  for (const { buckets, resolution, subsets } of datasets) {
    const all = subsets.flatMap(({ pictures }) => pictures);
    const large = all.find(({ size }) => size[0] > resolution[0] || size[1] > resolution[1]);
    if (buckets || !large) continue;
    throw new PythonError("AssertionError", pictureTooLarge(large.path), [
      ...loadingPicture.slice(0, -1),
      ["library/train_util.py", 1640, "__getitem__", "subset.random_crop"],
    ]);
  }
}
