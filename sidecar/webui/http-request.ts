import { httpClient } from "../host/http-client.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { type SentenceValue, say } from "../words/sentence.js";

export interface WebuiAddress {
  /** Without user and password, without a slash at the end. */
  url: string;
  /** Value of the Authorization header (`--api-auth`), or null. */
  authorization: string | null;
}

function parsedAddress(written: string): URL | null {
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  const parsed = URL.canParse(full) ? new URL(full) : null;
  return parsed !== null && ["http:", "https:"].includes(parsed.protocol) && parsed.hostname !== "" ? parsed : null;
}

export const isWebuiAddress = (written: string): boolean => parsedAddress(written) !== null;

/**
 * The address of a WebUI as people write it: `127.0.0.1:7860`, `http://user:password@host:7860/sd/`.
 * @throws StudioError "badArguments"
 */
export function webuiAddress(written: string): WebuiAddress {
  const parsed = parsedAddress(written);
  if (parsed === null) {
    throw new StudioError(
      "badArguments",
      say('The address of a WebUI is expected; found "{written}".', { written }),
      say("For instance http://127.0.0.1:7860, as the WebUI prints it when it has started."),
    );
  }
  const { username, password, origin, pathname } = parsed;
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    url: `${origin}${pathname.replace(/\/+$/, "")}`,
    authorization: username === "" ? null : `Basic ${Buffer.from(login).toString("base64")}`,
  };
}

export const offline = (url: string, why: SentenceValue, cause?: unknown): StudioError =>
  new StudioError(
    "offline",
    say("The WebUI at {url} does not answer: {why}.", { url, why }),
    say("Start it, with --api among its arguments, and check the address."),
    cause,
  );

/** What a WebUI answered instead of a result. */
export function refused(url: string, status: number, detail: string): StudioError {
  if (status === 401 || status === 403) {
    const hint = say("Write them into the address: http://USER:PASSWORD@host:7860.");
    return new StudioError(
      "accessRefused",
      say("The WebUI at {url} wants a user and a password (--api-auth).", { url }),
      hint,
    );
  }
  const what = detail === "" ? `status ${status}` : `status ${status}, ${detail}`;
  const hint = say("Its console says more; a WebUI without --api answers 404.");
  return new StudioError("webuiFailed", say("The WebUI at {url} could not do it: {what}.", { url, what }), hint);
}

const MAX_DETAIL = 300;

interface Call {
  method: "GET" | "POST";
  path: string;
  body?: object;
  signal: AbortSignal;
  /** How long an answer may take; 0: as long as it likes. */
  patienceMs?: number;
}

/** Whatever it answered, as text. @throws StudioError "offline" */
export async function callWebui(
  { url, authorization }: WebuiAddress,
  { method, path, body, signal, patienceMs = 60_000 }: Call,
): Promise<{ status: number; text: string }> {
  const { request } = await httpClient();
  try {
    const answer = await request(`${url}${path}`, {
      method,
      headers: {
        ...(body ? { "content-type": "application/json" } : {}),
        ...(authorization ? { authorization } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      // Its own: many requests may share one, and more than ten listeners of one are warned of.
      signal: AbortSignal.any([signal]),
      headersTimeout: patienceMs,
      bodyTimeout: patienceMs,
    });
    return { status: answer.statusCode, text: await answer.body.text() };
  } catch (error) {
    if (signal.aborted) throw error;
    throw offline(url, reportError(error).message || say("no connection"), error);
  }
}

/**
 * One request of a WebUI's API, answered with JSON.
 * @returns null for 404: this WebUI has no such route @throws StudioError "offline" | "accessRefused" | "webuiFailed"
 */
export async function askWebui(address: WebuiAddress, call: Call): Promise<unknown> {
  const { status, text } = await callWebui(address, call);
  if (status === 404) return null;
  if (status !== 200) throw refused(address.url, status, text.slice(0, MAX_DETAIL));
  try {
    // An empty object for null, so that null means one thing.
    return JSON.parse(text) ?? {};
  } catch (error) {
    throw offline(address.url, say("what answers there is no WebUI"), error);
  }
}
