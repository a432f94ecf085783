import { reportError, StudioError } from "../host/studio-error.js";
import { type StudioErrorCode, studioErrorCodes } from "../words/error-codes.js";
import { say } from "../words/sentence.js";

/** Asks the other side of a connection: the shim in the WebUI's process. @throws its error */
export type AskClient = (method: string, params: object, signal: AbortSignal) => Promise<unknown>;

// JSON-RPC 2.0: the shim is older than we are.
const UNKNOWN_METHOD = -32601;

const isCode = (value: unknown): value is StudioErrorCode => studioErrorCodes.some((code) => code === value);

export const tabOffline = (title: string, why: string, cause?: unknown): StudioError =>
  new StudioError(
    "offline",
    say("The WebUI in {title} does not answer: {why}.", { title, why }),
    say("Start it again, or wait until it is back."),
    cause,
  );

function studioError(title: string, thrown: unknown): StudioError {
  if (thrown instanceof StudioError) return thrown;
  const { code, data } = Object(thrown);
  const { message } = reportError(thrown);
  if (code === UNKNOWN_METHOD) {
    return new StudioError("notAllowed", message, say("Restart the WebUI: the extension in it is older."), thrown);
  }
  const { code: told, hint } = Object(data);
  // Without a code of ours it is the connection's own error: it ended.
  if (!isCode(told)) return tabOffline(title, message, thrown);
  return new StudioError(told, message, typeof hint === "string" ? hint : "", thrown);
}

/**
 * Asks one WebUI. Ends as soon as the signal aborts, whether or not the WebUI answers: its library waits for an answer.
 * @throws StudioError "offline" | "notAllowed" | "webuiFailed", or the signal's reason
 */
export function askTab({ id, title }: { id: string; title: string }, ask: AskClient) {
  return async (method: string, params: object, signal: AbortSignal): Promise<unknown> => {
    signal.throwIfAborted();
    const own = AbortSignal.any([signal]);
    const aborted = new Promise<never>((_resolve, reject) => {
      own.addEventListener("abort", () => reject(own.reason), { once: true });
    });
    const asked = ask(method, { webui: id, ...params }, own).catch((error: unknown) => {
      throw studioError(title, error);
    });
    return Promise.race([asked, aborted]);
  };
}
