import type { TextCause } from "./cause.js";

/** Memory and disk: what else fails then is only what came of it. */
export const spaceCauses: readonly TextCause[] = [
  {
    name: "cudaOutOfMemory",
    errors: [
      /(?:CUDA|HIP|XPU|MPS backend) out of memory.*?Tried to allocate (?<needed>[\d.]+ \w+).*?(?:total capacity of |; )(?<total>[\d.]+ \w+)/s,
      /(?:CUDA|HIP|XPU|MPS backend) out of memory|CUDA error: out of memory|(?:CUBLAS|CUDNN)_STATUS_ALLOC_FAILED/,
      /^(?:torch\.(?:cuda\.)?)?OutOfMemoryError/,
    ],
  },
  {
    name: "sharedMemory",
    errors: [/DataLoader worker.*Bus error|insufficient shared memory/s],
    lines: [/insufficient shared memory \(shm\)/],
  },
  {
    name: "memory",
    errors: [
      /^(?:[\w.]*\.)?_?(?:Array)?MemoryError/,
      /DefaultCPUAllocator: (?:not enough memory|can't allocate memory)/,
      /\[Errno 12\]|WinError 1455|paging file is too small/,
      /DataLoader worker.*killed by signal: Killed/s,
      /^Killed$/,
    ],
    lines: [/^Killed$/],
  },
  {
    name: "diskFull",
    errors: [
      /No space left on device|\[Errno 28\]|code: 28\b|StorageFull|WinError 112|There is not enough space on the disk|Disk quota exceeded/,
    ],
  },
];

/** The trainer's installation and the machine. */
export const machineCauses: readonly TextCause[] = [
  { name: "machineLost", errors: [/^The machine (?<machine>\S+) lost the run$/] },
  { name: "machineSilent", errors: [/^The machine (?<machine>\S+) was not heard of any more$/] },
  { name: "machineRefused", errors: [/^The machine (?<machine>\S+) could not begin: (?<reason>[\s\S]*)/] },
  { name: "programMissing", errors: [/spawn (?<program>.+) ENOENT/, /^(?<program>\S+): (?:command )?not found$/] },
  { name: "scriptMissing", errors: [/can't open file '?(?<file>[^']+?)'?: \[Errno 2\]/] },
  {
    name: "noGpu",
    errors: [
      /Found no NVIDIA driver|No CUDA GPUs are available|Torch not compiled with CUDA enabled|no CUDA-capable device/,
      /(?:fp16|bf16) mixed precision requires/,
      /not implemented for 'Half'/,
    ],
  },
  {
    name: "versionMismatch",
    errors: [
      /(?<detail>no kernel image is available.*)/,
      /(?<detail>CUDA driver version is insufficient.*|The NVIDIA driver on your system is too old.*|unsupported toolchain.*)/,
      /(?<detail>(?:numpy\.)?\w*\.?dtype size changed.*|.*compiled using NumPy 1\.x.*|numpy\.core\.multiarray failed to import.*)/,
      /(?<detail>undefined symbol: \S+|DLL load failed while importing \S+|operator torchvision::nms does not exist)/,
      /(?<detail>No operator found for `memory_efficient_attention\w*`)/,
      /(?<detail>cannot import name '[^']+' from '[^']+')/,
      /(?<detail>CUDA Setup failed.*|libcudart\S*: cannot open shared object file|lib\w+\.so[.\d]*: cannot open shared object file)/,
      /(?<detail>module '(?:numpy|torch|transformers|diffusers|huggingface_hub|PIL\.Image)[\w.]*' has no attribute '\w+')/,
    ],
  },
  {
    // What transformers makes of a tokenizer that is neither there nor to be had (4.54 with huggingface_hub 0.34).
    name: "offline",
    errors: [/requires the protobuf library/, /expected str, bytes or os\.PathLike object, not NoneType/],
    within: /import_protobuf_decode_error|tokenization_\w+\.py/,
  },
  {
    name: "missingPackage",
    errors: [
      /No module named '(?<package>[^']+)'/,
      /^ImportError: No (?<package>[\w-]+) \//,
      /(?<package>[\w-]+) is not installed/i,
      /requires the (?<package>[\w-]+) library/,
      /^ImportError: Please install (?<package>[\w-]+)/,
    ],
  },
  { name: "readOnly", errors: [/\[Errno 30\][^']*(?:'(?<file>[^']+)')?/, /ReadOnlyFilesystem|code: 30\b/] },
  {
    name: "permission",
    errors: [
      /(?:\[Errno 13\]|\[WinError (?:5|32)\])[^']*(?:'(?<file>[^']+)')?/,
      /code: (?:13|5|32), kind: PermissionDenied|os error 1224/,
    ],
  },
  {
    name: "offline",
    errors: [
      /We couldn't connect to '(?<address>[^']+)'/,
      /LocalEntryNotFoundError|Max retries exceeded|NameResolutionError|Temporary failure in name resolution|OfflineModeIsEnabled/,
      /Can't load tokenizer for '(?<address>[^']+)'/,
    ],
  },
  {
    name: "distributed",
    errors: [
      /NCCL|DistBackendError|ncclInternalError|ChildFailedError|RendezvousConnectionError|EADDRINUSE|Watchdog caught collective/,
    ],
    lines: [/ncclSystemError|Watchdog caught collective operation timeout/],
  },
  { name: "launcher", errors: [/^accelerate: error: (?<detail>.*)/, /^ValueError: (?<detail>.*accelerate config.*)/] },
  { name: "abandoned", errors: [/^BrokenPipeError/] },
];
