import { systemCode } from "../../../host/studio-error.js";
import { type Frame, inTrain, PythonError } from "../screen/traceback.js";

const inSave: Frame[] = [
  ...inTrain(1489, "save_model(ckpt_name, accelerator.unwrap_model(network), global_step, epoch)"),
];

/** A full disk, as the format's own library says it. */
export const diskFull = (): PythonError =>
  new PythonError(
    "safetensors_rust.SafetensorError",
    'Error while serializing: IoError(Os { code: 28, kind: StorageFull, message: "No space left on device" })',
    [
      ...inSave,
      ["SCRIPT", 1301, "save_model", "unwrapped_nw.save_weights(ckpt_file, save_dtype, metadata_to_save)"],
      ["networks/lora.py", 1225, "save_weights", "save_file(state_dict, file, metadata)"],
      ["site/safetensors/torch.py", 286, "save_file", "serialize_file(_flatten(tensors), filename, metadata=metadata)"],
    ],
  );

const inMakedirs: Frame[] = [
  ...inSave,
  ["SCRIPT", 1286, "save_model", "os.makedirs(args.output_dir, exist_ok=True)"],
  ["/usr/lib/python3.10/os.py", 225, "makedirs", "mkdir(name, mode)"],
];

export const readOnly = (folder: string): PythonError =>
  new PythonError("OSError", `[Errno 30] Read-only file system: '${folder}'`, inMakedirs);

/** Python's exception for what the file system answered here. */
export function writeError(error: unknown, path: string): unknown {
  const code = systemCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull();
  if (code === "EROFS") return readOnly(path);
  if (code === "EACCES" || code === "EPERM") {
    return new PythonError("PermissionError", `[Errno 13] Permission denied: '${path}'`, inMakedirs);
  }
  return error;
}
