/** What went wrong, in a form a script can branch on. */
export const studioErrorCodes = [
  "badArguments",
  "badFilter",
  "notFound",
  "unreadableImage",
  "modelMissing",
  "modelInvalid",
  "changedElsewhere",
  "interrupted",
  "outsideRoots",
  "notAllowed",
  "protocolMismatch",
  "unknownMethod",
  "busy",
  "inferenceFailed",
  "fileNotWritten",
  "fileExists",
  "unreadableText",
  "unwritableText",
  "offline",
  "accessRefused",
  "downloadFailed",
  "webuiFailed",
  "checksumMismatch",
  "diskFull",
  "internal",
] as const;
export type StudioErrorCode = (typeof studioErrorCodes)[number];

/** An error a user reads: `message` says what was expected and found, `hint` what to do. */
export class StudioError extends Error {
  readonly code: StudioErrorCode;
  readonly hint: string;

  constructor(code: StudioErrorCode, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "StudioError";
    this.code = code;
    this.hint = hint;
  }
}

/** The wire and report form of any thrown value. Branches on shape, since `instanceof Error` fails across realms. */
export interface ErrorReport {
  code: string;
  message: string;
  hint: string;
}

export function reportError(thrown: unknown): ErrorReport {
  if (thrown instanceof StudioError) return { code: thrown.code, message: thrown.message, hint: thrown.hint };
  const message =
    typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : String(thrown);
  return { code: "internal", message, hint: "" };
}

/** The `code` of a Node system error ("ENOENT" …), or "" for any other thrown value. */
export function systemCode(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
}
