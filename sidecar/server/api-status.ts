import { reportError } from "../host/studio-error.js";
import { type StudioErrorCode, studioErrorCodes } from "../words/error-codes.js";

/** The HTTP status of an error, by RFC 9110: 4xx is the caller's to mend, 502 another program's, 500 ours. */
const statuses: Record<StudioErrorCode, number> = {
  badArguments: 400,
  badFilter: 400,
  notFound: 404,
  unreadableImage: 422,
  modelMissing: 404,
  modelInvalid: 422,
  changedElsewhere: 409,
  interrupted: 409,
  outsideRoots: 403,
  notAllowed: 403,
  protocolMismatch: 409,
  unknownMethod: 404,
  busy: 409,
  inferenceFailed: 500,
  fileNotWritten: 500,
  fileExists: 409,
  unreadableText: 422,
  unwritableText: 422,
  offline: 502,
  accessRefused: 502,
  downloadFailed: 502,
  webuiFailed: 502,
  checksumMismatch: 502,
  diskFull: 507,
  internal: 500,
};

// What express's reader of bodies throws.
const readerErrors: Record<string, { status: number; message: string; hint: string }> = {
  "entity.parse.failed": { status: 400, message: "The body is not JSON.", hint: "Expected one JSON object." },
  "entity.too.large": { status: 413, message: "The body is too large.", hint: "At most 32 MB." },
  "encoding.unsupported": { status: 415, message: "The body's encoding is not known.", hint: "Send it as it is." },
  "charset.unsupported": { status: 415, message: "The body is not UTF-8.", hint: "JSON is sent as UTF-8." },
};

export interface ApiError {
  status: number;
  body: { code: string; message: string; hint: string };
}

/** What the caller is told of anything that was thrown. */
export function apiError(thrown: unknown): ApiError {
  const { type } = Object(thrown);
  const reader = typeof type === "string" ? readerErrors[type] : undefined;
  if (reader) {
    const { status, message, hint } = reader;
    return { status, body: { code: "badArguments", message, hint } };
  }
  const body = reportError(thrown);
  const code = studioErrorCodes.find((known) => known === body.code) ?? "internal";
  return { status: statuses[code], body };
}
