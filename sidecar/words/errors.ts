import type { StudioErrorCode } from "../host/studio-error.js";

/** The sidecar's codes, and the page's own for a connection that is lost. */
export type KnownCode = StudioErrorCode | "disconnected";

export interface ErrorWord {
  message: string;
  hint: string;
}

/** Sentences by code; where one is missing, what the sidecar said is shown. */
export type ErrorWords = { [code: string]: ErrorWord | undefined };
