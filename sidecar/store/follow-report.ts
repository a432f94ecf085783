/** A file that does not hold what was committed for it, and why. */
export interface FileConflict {
  path: string;
  code: "changedElsewhere" | "fileNotWritten" | "fileExists";
  message: string;
  hint: string;
}

export interface FollowReport {
  written: string[];
  conflicts: FileConflict[];
}
