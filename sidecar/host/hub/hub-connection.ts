import type { Dispatcher } from "undici";
import { say } from "../../words/sentence.js";
import { httpClient } from "../http-client.js";
import { StudioError } from "../studio-error.js";
import { hubEndpoint, proxyAgent, userToken } from "./hub-environment.js";
import { type HubQuestion, notReached, refused } from "./hub-errors.js";
import type { Surroundings } from "./model-places.js";

export interface HubAnswer {
  status: number;
  body: Dispatcher.ResponseData["body"];
  /** Of the last answer. */
  header(name: string): string;
  /** `x-…` as the hub itself gave it for the file, also when the bytes come from elsewhere; "" without one. */
  ofTheHub(name: "x-linked-etag" | "x-linked-size" | "x-repo-commit"): string;
}

interface HubRequest {
  repository: string;
  /** HEAD stops where the hub has told what the file is: a CDN may not answer it. */
  method?: "GET" | "POST" | "HEAD";
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

const REDIRECTS = 5;

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

const hubHeaders = ["x-linked-etag", "x-linked-size", "x-repo-commit"] as const;

const success = (status: number): boolean => status >= 200 && status < 300;
const redirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

export async function connectHub(around: Surroundings): Promise<HubConnection> {
  const endpoint = hubEndpoint(around);
  const { origin, protocol } = new URL(endpoint);
  const token = await userToken(around);
  const { request } = await httpClient();
  const dispatcher = await proxyAgent(around);

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
    const told: Record<string, string> = {};
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const answer = await hop(address, wanted).catch((error: unknown) => {
        if (wanted.signal?.aborted) throw error;
        throw notReached(error, question);
      });
      const { statusCode: status, headers, body } = answer;
      for (const name of hubHeaders) told[name] ||= one(headers[name]);
      const enough = wanted.method === "HEAD" && redirect(status) && told["x-linked-etag"] !== "";
      if (success(status) || enough) {
        return { status, body, header: (name) => one(headers[name]), ofTheHub: (name) => told[name] ?? "" };
      }
      body.on("error", () => {});
      await body.dump();
      if (!redirect(status)) throw refused({ status, errorCode: one(headers["x-error-code"]) }, question);
      const location = one(headers.location);
      if (!URL.canParse(location, address.href)) break;
      address = new URL(location, address);
      if (protocol === "https:" && address.protocol !== "https:") break;
    }
    throw new StudioError(
      "downloadFailed",
      say("{endpoint} sent the download of {repository} to where it cannot be had: too far, or unencrypted.", {
        endpoint,
        repository: question.repository,
      }),
      say("Use another endpoint (HF_ENDPOINT)."),
    );
  }

  return { endpoint, ask, close: () => dispatcher.destroy() };
}
