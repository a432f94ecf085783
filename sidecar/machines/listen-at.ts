import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** Where machines come in. @param text `HOST:PORT`; port 0 for any that is free @throws StudioError "badArguments" */
export function listenAt(text: string): { host: string; port: number } {
  const at = text.lastIndexOf(":");
  const [host, port] = [text.slice(0, at).replace(/^\[|\]$/g, ""), Number(text.slice(at + 1))];
  if (at > 0 && host !== "" && Number.isInteger(port) && port >= 0 && port < 65_536) return { host, port };
  throw new StudioError(
    "badArguments",
    say('Expected HOST:PORT where machines come in; found "{text}".', { text }),
    say("For example 0.0.0.0:7871 for every network, or 127.0.0.1:7871 for this machine only."),
  );
}
