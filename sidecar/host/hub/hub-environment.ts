import { readFile } from "node:fs/promises";
import type { EnvHttpProxyAgent } from "undici";
import { say } from "../../words/sentence.js";
import { httpClient } from "../http-client.js";
import { StudioError } from "../studio-error.js";
import { type Surroundings, tokenFile } from "./model-places.js";

const HEADERS_MS = 30_000;
// A body that says nothing for so long is broken.
const SILENCE_MS = 60_000;
const yes = /^(1|true|yes|on)$/i;
export const isOffline = ({ environment }: Surroundings): boolean => yes.test(environment.HF_HUB_OFFLINE ?? "");

/** The user's token from the environment or from `huggingface-cli login`; "" without one. */
export async function userToken(around: Surroundings): Promise<string> {
  const { environment } = around;
  if (yes.test(environment.HF_HUB_DISABLE_IMPLICIT_TOKEN ?? "")) return "";
  const given = environment.HF_TOKEN || environment.HUGGING_FACE_HUB_TOKEN;
  const token = (given ?? (await readFile(tokenFile(around), "utf8").catch(() => ""))).trim();
  // What cannot stand in a header would be shown in the error about it.
  return /^[\x21-\x7e]*$/.test(token) ? token : "";
}

/** The hub's address without a slash at its end. @throws StudioError "badArguments" */
export function hubEndpoint({ environment }: Surroundings): string {
  const endpoint = (environment.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
  if (URL.canParse(endpoint) && /^https?:/.test(endpoint)) {
    // A password in the address would stand in every error.
    const { origin, pathname } = new URL(endpoint);
    return `${origin}${pathname}`.replace(/\/+$/, "");
  }
  throw new StudioError(
    "badArguments",
    say('HF_ENDPOINT expects an address; found "{endpoint}".', { endpoint }),
    say("For instance HF_ENDPOINT=https://huggingface.co"),
  );
}

/** A proxy as people write it: many leave `http://` out. The value may hold a password: no error repeats it. */
function proxyAddress(name: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (URL.canParse(address) && /^https?:/i.test(address)) return address;
  const expected = say("{name} expects the address of an HTTP proxy.", { name });
  throw new StudioError("badArguments", expected, say("For instance {name}=http://127.0.0.1:7890", { name }));
}

/** Connections through the proxies that the environment names. @throws StudioError "badArguments" */
export async function proxyAgent({ environment }: Surroundings): Promise<EnvHttpProxyAgent> {
  const { http_proxy, https_proxy, no_proxy, HTTP_PROXY, HTTPS_PROXY, NO_PROXY } = environment;
  const httpProxy = proxyAddress("HTTP_PROXY", http_proxy || HTTP_PROXY);
  const httpsProxy = proxyAddress("HTTPS_PROXY", https_proxy || HTTPS_PROXY);
  const noProxy = no_proxy || NO_PROXY;
  const { EnvHttpProxyAgent } = await httpClient();
  return new EnvHttpProxyAgent({
    // "" is none; without these it would look at the process by itself.
    httpProxy: httpProxy ?? "",
    httpsProxy: httpsProxy ?? "",
    noProxy: noProxy ?? "",
    headersTimeout: HEADERS_MS,
    bodyTimeout: SILENCE_MS,
  });
}
