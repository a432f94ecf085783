import { readFile } from "node:fs/promises";
import type { EnvHttpProxyAgent } from "undici";
import { say } from "../../words/sentence.js";
import { httpClient } from "../http-client.js";
import { notReached } from "../hub/hub-errors.js";
import type { Surroundings } from "../hub/model-places.js";
import { StudioError } from "../studio-error.js";
import type { CudaPackage } from "./cuda-packages.js";

/** The variable that names a mirror; pip and everybody who uses it know it. */
export const INDEX_VARIABLE = "PIP_INDEX_URL";
const USUAL_INDEX = "https://pypi.org/simple";

/** Where pip looks for its settings, the strongest first (pip's documentation, "Configuration"). */
function pipFiles({ environment, home, path }: Surroundings): string[] {
  const named = environment.PIP_CONFIG_FILE;
  const configuration = environment.XDG_CONFIG_HOME || path.join(home, ".config");
  return [
    ...(named ? [named] : []),
    path.join(configuration, "pip", "pip.conf"),
    path.join(home, ".pip", "pip.conf"),
    "/etc/pip.conf",
  ];
}

/** `index-url` of the `[global]` section; null without one. */
export function indexInFile(text: string): string | null {
  let section = "";
  for (const line of text.split(/\r?\n/)) {
    section = /^\s*\[(.+)\]\s*$/.exec(line)?.[1]?.trim().toLowerCase() ?? section;
    const found = /^\s*index[-_]url\s*[=:]\s*(\S+)/i.exec(line)?.[1];
    if (section === "global" && found) return found;
  }
  return null;
}

export interface PackageIndex {
  /** Without a slash at its end, and without a login. */
  address: string;
  login: Record<string, string>;
}

/** The user's index of Python packages: PIP_INDEX_URL, else pip's own settings, else PyPI. @throws StudioError "badArguments" */
export async function packageIndex(around: Surroundings): Promise<PackageIndex> {
  let named = around.environment[INDEX_VARIABLE]?.trim() || null;
  for (const file of named === null ? pipFiles(around) : []) {
    named ??= indexInFile(await readFile(file, "utf8").catch(() => ""));
  }
  const given = named ?? USUAL_INDEX;
  if (!URL.canParse(given) || !/^https?:/i.test(given)) {
    throw new StudioError(
      "badArguments",
      say("{variable} expects the address of an index of Python packages.", { variable: INDEX_VARIABLE }),
      say("For instance {variable}={address}", { variable: INDEX_VARIABLE, address: USUAL_INDEX }),
    );
  }
  const { origin, pathname, username, password } = new URL(given);
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    // A password in the address would stand in every error.
    address: `${origin}${pathname}`.replace(/\/+$/, ""),
    login: username === "" ? {} : { authorization: `Basic ${Buffer.from(pair).toString("base64")}` },
  };
}

/** Address of a file in an index's page, which is JSON (PEP 691) or HTML (PEP 503); null when it is not in it. */
export function addressInPage(page: string, type: string, { file, at }: { file: string; at: string }): string | null {
  const links: string[] = [];
  if (type.includes("json")) {
    const parsed: unknown = JSON.parse(page);
    const files: unknown = Object(parsed).files;
    for (const one of Array.isArray(files) ? files : []) {
      if (Object(one).filename === file) links.push(String(Object(one).url));
    }
  } else {
    for (const [, link = ""] of page.matchAll(/<a\b[^>]*?\bhref\s*=\s*["']([^"']+)["']/gi)) {
      links.push(link.replaceAll("&amp;", "&"));
    }
  }
  for (const link of links) {
    if (!URL.canParse(link, at)) continue;
    const address = new URL(link, at);
    address.hash = "";
    if (decodeURIComponent(address.pathname).endsWith(`/${file}`)) return address.href;
  }
  return null;
}

const notThere = ({ name, version }: CudaPackage, index: string): StudioError =>
  new StudioError(
    "notFound",
    say("{index} does not have {name} {version} for Linux.", { index, name, version }),
    say("Set {variable} to an index that has it, for instance {address}.", {
      variable: INDEX_VARIABLE,
      address: USUAL_INDEX,
    }),
  );

/** Asks the index where a wheel lies. @throws StudioError "offline" | "downloadFailed" | "notFound" | "accessRefused" */
export async function wheelAddress(
  wanted: CudaPackage,
  { address, login }: PackageIndex,
  { dispatcher, signal }: { dispatcher: EnvHttpProxyAgent; signal: AbortSignal },
): Promise<string> {
  const { fetch } = await httpClient();
  const accept = "application/vnd.pypi.simple.v1+json, text/html;q=0.5, application/vnd.pypi.simple.v1+html;q=0.6";
  const headers = { "user-agent": "lora-atelier", accept, ...login };
  try {
    const answer = await fetch(`${address}/${wanted.name}/`, { dispatcher, signal, headers });
    const [page, type] = [await answer.text(), answer.headers.get("content-type") ?? ""];
    if (answer.status === 404) throw notThere(wanted, address);
    if (!answer.ok) {
      throw new StudioError(
        answer.status >= 500 || answer.status === 429 ? "downloadFailed" : "accessRefused",
        say("{address} answered with status {status}.", { address, status: answer.status }),
        say("Start again later, or set {mirror} to a mirror that has the file.", { mirror: INDEX_VARIABLE }),
      );
    }
    const found = addressInPage(page, type, { file: wanted.file, at: answer.url });
    if (found === null) throw notThere(wanted, address);
    return found;
  } catch (error) {
    if (signal.aborted || error instanceof StudioError) throw error;
    throw notReached(error, { endpoint: address, repository: wanted.name, mirror: INDEX_VARIABLE });
  }
}
