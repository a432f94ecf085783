import type { StudioErrorCode } from "./error-codes.js";

/** Codes of the sidecar, and those of the page itself. */
export type KnownCode = StudioErrorCode | "disconnected" | "pictureTooLarge" | "pictureGone";

export interface ErrorWord {
  message: string;
  hint: string;
}

/** Sentences by code; where one is missing, what the sidecar said is shown. */
export type ErrorWords = { [code: string]: ErrorWord | undefined };
