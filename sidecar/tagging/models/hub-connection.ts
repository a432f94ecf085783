import { readFile } from "node:fs/promises";
import { type Dispatcher, EnvHttpProxyAgent, request } from "undici";
import { StudioError } from "../../host/studio-error.js";
import { type HubQuestion, notReached, refused } from "./hub-errors.js";
import { type Surroundings, tokenFile } from "./model-places.js";

export interface HubAnswer {
  status: number;
  body: Dispatcher.ResponseData["body"];
  header(name: string): string;
  /** The checksum that the hub itself gave for the file, also when the bytes come from elsewhere; "" without one. */
  linkedEtag: string;
}

interface HubRequest {
  repository: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

/** Requests to one Hugging Face endpoint: with the user's token, through the user's proxy. */
export interface HubConnection {
  endpoint: string;
  /** Follows redirects. Any status but success is an error. @throws StudioError "offline" | "accessRefused" | "notFound" | "downloadFailed" */
  ask(address: string, request: HubRequest): Promise<HubAnswer>;
  close(): Promise<void>;
}

const HEADERS_MS = 30_000;
// A body that says nothing for so long is broken.
const SILENCE_MS = 60_000;
const REDIRECTS = 5;

const yes = /^(1|true|yes|on)$/i;
export const isOffline = ({ environment }: Surroundings): boolean => yes.test(environment.HF_HUB_OFFLINE ?? "");

async function userToken(around: Surroundings): Promise<string> {
  const { environment } = around;
  if (yes.test(environment.HF_HUB_DISABLE_IMPLICIT_TOKEN ?? "")) return "";
  const given = environment.HF_TOKEN || environment.HUGGING_FACE_HUB_TOKEN;
  const token = (given ?? (await readFile(tokenFile(around), "utf8").catch(() => ""))).trim();
  // What cannot stand in a header would be shown in the error about it.
  return /^[\x21-\x7e]*$/.test(token) ? token : "";
}

function hubEndpoint({ environment }: Surroundings): string {
  const endpoint = (environment.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
  if (URL.canParse(endpoint) && /^https?:/.test(endpoint)) return endpoint;
  throw new StudioError(
    "badArguments",
    `HF_ENDPOINT expects an address; found "${endpoint}".`,
    "For instance HF_ENDPOINT=https://huggingface.co",
  );
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** A proxy as people write it: many leave `http://` out. The value may hold a password: no error repeats it. */
function proxyAddress(name: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  if (URL.canParse(address) && /^https?:/i.test(address)) return address;
  const expected = `${name} expects the address of an HTTP proxy.`;
  throw new StudioError("badArguments", expected, `For instance ${name}=http://127.0.0.1:7890`);
}

function proxyAgent({ environment }: Surroundings): EnvHttpProxyAgent {
  const { http_proxy, https_proxy, no_proxy, HTTP_PROXY, HTTPS_PROXY, NO_PROXY } = environment;
  const httpProxy = proxyAddress("HTTP_PROXY", http_proxy || HTTP_PROXY);
  const httpsProxy = proxyAddress("HTTPS_PROXY", https_proxy || HTTPS_PROXY);
  const noProxy = no_proxy || NO_PROXY;
  return new EnvHttpProxyAgent({
    ...(httpProxy ? { httpProxy } : {}),
    ...(httpsProxy ? { httpsProxy } : {}),
    ...(noProxy ? { noProxy } : {}),
    headersTimeout: HEADERS_MS,
    bodyTimeout: SILENCE_MS,
  });
}

const success = (status: number): boolean => status >= 200 && status < 300;
const redirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

export async function connectHub(around: Surroundings): Promise<HubConnection> {
  const endpoint = hubEndpoint(around);
  const { origin, protocol } = new URL(endpoint);
  const token = await userToken(around);
  const dispatcher = proxyAgent(around);

  async function hop(address: URL, { method = "GET", headers = {}, body, signal }: HubRequest) {
    // The token is the endpoint's business alone: a CDN that it sends us to gets none.
    const login = token !== "" && address.origin === origin ? { authorization: `Bearer ${token}` } : {};
    return request(address, {
      method,
      headers: { "user-agent": "lora-atelier", "accept-encoding": "identity", ...headers, ...login },
      body: body ?? null,
      dispatcher,
      ...(signal ? { signal } : {}),
    });
  }

  async function ask(start: string, wanted: HubRequest): Promise<HubAnswer> {
    const question: HubQuestion = { endpoint, repository: wanted.repository };
    let address = new URL(start);
    let linkedEtag = "";
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const answer = await hop(address, wanted).catch((error: unknown) => {
        if (wanted.signal?.aborted) throw error;
        throw notReached(error, question);
      });
      const { statusCode: status, headers, body } = answer;
      linkedEtag ||= one(headers["x-linked-etag"]);
      if (success(status)) return { status, body, linkedEtag, header: (name) => one(headers[name]) };
      body.on("error", () => {});
      await body.dump();
      if (!redirect(status)) throw refused({ status, errorCode: one(headers["x-error-code"]) }, question);
      address = new URL(one(headers.location), address);
      if (protocol === "https:" && address.protocol !== "https:") {
        throw new StudioError(
          "downloadFailed",
          `${endpoint} sent the download of ${question.repository} to an address without encryption.`,
          "Use another endpoint (HF_ENDPOINT).",
        );
      }
    }
    const many = `${endpoint} sent the download of ${question.repository} from place to place.`;
    throw new StudioError("downloadFailed", many, "Use another endpoint (HF_ENDPOINT).");
  }

  return { endpoint, ask, close: () => dispatcher.destroy() };
}
