import type { FileStamp } from "../../store/file-content.js";
import type { Measured } from "./measure-worker.js";

export interface MeasureParams {
  /** Absolute. */
  folder: string;
  recursive: boolean;
  /** Only what tells duplicates, which is quicker. */
  lookOnly: boolean;
}

export interface MeasuredFile {
  stamp: FileStamp;
  measured: Measured;
}
