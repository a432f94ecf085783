import type { CauseName } from "../../sidecar/training/verdict/diagnose.js";

/** Exceptions as PyTorch, safetensors, transformers, Pillow and the trainer print them, with what they mean. */
export const printed: [CauseName, Record<string, string>, string][] = [
  [
    "cudaOutOfMemory",
    { needed: "20.00 MiB", total: "7.79 GiB" },
    "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 7.79 GiB of which 10.00 MiB is free.",
  ],
  [
    "cudaOutOfMemory",
    { needed: "2.00 GiB", total: "8.00 GiB" },
    "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 8.00 GiB total capacity; 5.1 GiB already allocated)",
  ],
  ["cudaOutOfMemory", {}, "RuntimeError: CUDA error: out of memory"],
  [
    "memory",
    {},
    "RuntimeError: [enforce fail at alloc_cpu.cpp:72] data. DefaultCPUAllocator: not enough memory: you tried to allocate 26214400 bytes.",
  ],
  ["memory", {}, "numpy.core._exceptions._ArrayMemoryError: Unable to allocate 1.2 GiB for an array"],
  ["memory", {}, "MemoryError"],
  ["memory", {}, "RuntimeError: DataLoader worker (pid 11011) is killed by signal: Killed. "],
  [
    "memory",
    {},
    'OSError: [WinError 1455] The paging file is too small for this operation to complete. Error loading "c10.dll"',
  ],
  [
    "sharedMemory",
    {},
    "RuntimeError: DataLoader worker (pid 3002) is killed by signal: Bus error. It is possible that dataloader's workers are out of shared memory. Please try to raise your shared memory limit.",
  ],
  [
    "diskFull",
    {},
    'safetensors_rust.SafetensorError: Error while serializing: IoError(Os { code: 28, kind: StorageFull, message: "No space left on device" })',
  ],
  [
    "readOnly",
    { file: "/mnt/out/okara.safetensors" },
    "OSError: [Errno 30] Read-only file system: '/mnt/out/okara.safetensors'",
  ],
  ["permission", { file: "/out/log" }, "PermissionError: [Errno 13] Permission denied: '/out/log'"],
  [
    "permission",
    {},
    "safetensors_rust.SafetensorError: Error while serializing: I/O error: The requested operation cannot be performed on a file with a user-mapped section open. (os error 1224)",
  ],
  ["missingPackage", { package: "bitsandbytes" }, "ModuleNotFoundError: No module named 'bitsandbytes'"],
  [
    "missingPackage",
    { package: "bitsandbytes" },
    "ImportError: No bitsandbytes / bitsandbytesがインストールされていないようです",
  ],
  ["missingPackage", { package: "lycoris" }, "ModuleNotFoundError: No module named 'lycoris'"],
  [
    "versionMismatch",
    { detail: "no kernel image is available for execution on the device" },
    "RuntimeError: CUDA error: no kernel image is available for execution on the device\nCUDA kernel errors might be asynchronously reported at some other API call.",
  ],
  [
    "versionMismatch",
    { detail: "operator torchvision::nms does not exist" },
    "RuntimeError: operator torchvision::nms does not exist",
  ],
  [
    "versionMismatch",
    {
      detail:
        "numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject",
    },
    "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject",
  ],
  [
    "versionMismatch",
    { detail: "cannot import name 'cached_download' from 'huggingface_hub'" },
    "ImportError: cannot import name 'cached_download' from 'huggingface_hub' (/venv/lib/huggingface_hub/__init__.py)",
  ],
  ["noGpu", {}, "RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU"],
  ["noGpu", {}, "AssertionError: Torch not compiled with CUDA enabled"],
  ["noGpu", {}, "ValueError: fp16 mixed precision requires a GPU (not 'cpu')."],
  ["noGpu", {}, "RuntimeError: \"slow_conv2d_cpu\" not implemented for 'Half'"],
  [
    "offline",
    { address: "https://huggingface.co" },
    "OSError: We couldn't connect to 'https://huggingface.co' to load this file, couldn't find it in the cached files",
  ],
  [
    "distributed",
    {},
    "torch.distributed.DistBackendError: NCCL error in: ../torch/csrc/distributed/c10d/ProcessGroupNCCL.cpp:1691, unhandled system error",
  ],
  ["abandoned", {}, "BrokenPipeError: [Errno 32] Broken pipe"],
  [
    "wrongFamily",
    { part: "UNet2DConditionModel" },
    "RuntimeError: Error(s) in loading state_dict for UNet2DConditionModel:\n\tsize mismatch for down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight: copying a param with shape torch.Size([320, 768]) from checkpoint, the shape in current model is torch.Size([320, 1024]).",
  ],
  [
    "wrongFamily",
    { part: "SdxlUNet2DConditionModel" },
    'RuntimeError: Error(s) in loading state_dict for SdxlUNet2DConditionModel:\n\tMissing key(s) in state_dict: "label_emb.0.0.weight".',
  ],
  [
    "wrongFamily",
    { shapes: "77x2048 and 768x320" },
    "RuntimeError: mat1 and mat2 shapes cannot be multiplied (77x2048 and 768x320)",
  ],
  [
    "wrongFamily",
    { part: "first_stage_model.encoder.conv_in.weight" },
    "KeyError: 'first_stage_model.encoder.conv_in.weight'",
  ],
  [
    "networkWeights",
    {},
    "RuntimeError: Error(s) in loading state_dict for LoRANetwork:\n\tsize mismatch for lora_unet_down.weight",
  ],
  [
    "modelNotAModel",
    { reason: "HeaderTooLarge" },
    "safetensors_rust.SafetensorError: Error while deserializing header: HeaderTooLarge",
  ],
  [
    "modelNotAModel",
    { reason: "reading zip archive: failed finding central directory" },
    "RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory",
  ],
  [
    "modelMissing",
    { file: "/m/nope.safetensors" },
    'FileNotFoundError: No such file or directory: "/m/nope.safetensors"',
  ],
  [
    "modelMissing",
    { file: "someone/model" },
    "OSError: someone/model is not a local folder and is not a valid model identifier listed on 'https://huggingface.co/models'",
  ],
  [
    "fileGone",
    { file: "/d/2_okara/01.png" },
    "FileNotFoundError: [Errno 2] No such file or directory: '/d/2_okara/01.png'",
  ],
  [
    "corruptImage",
    { file: "/d/2_okara/01.png" },
    "PIL.UnidentifiedImageError: cannot identify image file '/d/2_okara/01.png'",
  ],
  [
    "imageTooLarge",
    { file: "/d/2_okara/01.png" },
    "AssertionError: image too large, but cropping and bucketing are disabled / 画像サイズが大きいのでface_crop_aug_rangeかrandom_crop、またはbucketを有効にしてください: /d/2_okara/01.png",
  ],
  [
    "captionEmpty",
    { file: "/d/2_okara/01.txt" },
    "AssertionError: caption file is empty / キャプションファイルが空です: /d/2_okara/01.txt",
  ],
  ["captionNotUtf8", {}, "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x82 in position 0: invalid start byte"],
  ["nanLatents", { file: "/d/2_okara/01.png" }, "RuntimeError: NaN detected in latents: /d/2_okara/01.png"],
  ["maxBucket", {}, "AssertionError: max_bucket_reso must be equal or greater than resolution / max_bucket_resoは"],
  [
    "warmupUnwanted",
    { scheduler: "constant" },
    "ValueError: constant does not require `num_warmup_steps`. Set None or 0.",
  ],
  [
    "badConfig",
    { reason: "extra keys not allowed @ data['datasets'][0]['colour']" },
    "voluptuous.error.MultipleInvalid: extra keys not allowed @ data['datasets'][0]['colour']",
  ],
  ["unknownScheduler", { scheduler: "cosin" }, "ValueError: 'cosin' is not a valid SchedulerType"],
  [
    "settingsConflict",
    { text: "network for Text Encoder cannot be trained with caching Text Encoder outputs" },
    "AssertionError: network for Text Encoder cannot be trained with caching Text Encoder outputs",
  ],
  ["unknown", { exception: "RuntimeError: something new", code: "1" }, "RuntimeError: something new"],
];
