import { type SentenceValue, say } from "../../words/sentence.js";
import { reportError, StudioError } from "../studio-error.js";
import type { HubConnection } from "./hub-connection.js";
import { refused } from "./hub-errors.js";
import { pathInRepository, type RepositoryModel } from "./repository-model.js";

export interface HubFile {
  /** As in the model's table, without the repository's folder. */
  file: string;
  /** In the repository, with `/`. */
  path: string;
  bytes: number;
  /** SHA-256 of a file in LFS, else git's SHA-1 of the blob; the name of the blob in the cache. */
  etag: string;
}

export interface HubModel {
  /** The commit that `main` means just now, 40 hexadecimal digits. */
  commit: string;
  files: HubFile[];
}

/** An ETag without quotes and the mark of a weak one. */
export const plainEtag = (etag: string): string => etag.replace(/^W\//, "").replaceAll('"', "");

const commitName = /^[0-9a-f]{40}$/;
const checksum = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** The hub's own client asks through our connection: token, proxy and errors are the same for all requests. */
function fetchThrough(connection: HubConnection, repository: string, signal?: AbortSignal): typeof fetch {
  return async (input, init) => {
    const { body, status } = await connection.ask(String(input), {
      repository,
      method: init?.method === "POST" ? "POST" : "GET",
      headers: { accept: "application/json", ...(init?.body ? { "content-type": "application/json" } : {}) },
      ...(typeof init?.body === "string" ? { body: init.body } : {}),
      ...(signal ? { signal } : {}),
    });
    return new Response(await body.text(), { status, headers: { "content-type": "application/json" } });
  };
}

const notTheHub = ({ endpoint }: HubConnection, what: SentenceValue): StudioError =>
  new StudioError(
    "downloadFailed",
    say("{endpoint} does not answer as Hugging Face does: {what}.", { endpoint, what }),
    say("Check HF_ENDPOINT; a login page of the network may stand in between."),
  );

/** Sizes and checksums of all files, and the commit, in two questions to the hub's API. */
async function askApi(connection: HubConnection, model: RepositoryModel, signal?: AbortSignal): Promise<HubModel> {
  // Only who downloads waits for it to load.
  const { modelInfo, pathsInfo } = await import("@huggingface/hub");
  const { repository } = model;
  const common = { hubUrl: connection.endpoint, fetch: fetchThrough(connection, repository, signal) };
  const { sha } = await modelInfo({ ...common, name: repository, revision: "main", additionalFields: ["sha"] });
  const commit = String(sha);
  const paths = model.files.map((file) => pathInRepository(model, file));
  const found = await pathsInfo({ ...common, repo: repository, paths, revision: commit });
  const files = model.files.map((file) => {
    const path = pathInRepository(model, file);
    const entry = found.find((one) => one.path === path);
    if (!entry) throw refused({ status: 404, errorCode: "EntryNotFound" }, { ...connection, repository });
    return { file, path, etag: entry.lfs?.oid ?? entry.oid ?? "", bytes: entry.lfs?.size ?? entry.size };
  });
  return { commit, files };
}

/** The same from the headers of each file, which mirrors without the API give too. */
async function askFiles(connection: HubConnection, model: RepositoryModel, signal?: AbortSignal): Promise<HubModel> {
  const { repository } = model;
  const files: HubFile[] = [];
  let commit = "main";
  for (const file of model.files) {
    const path = pathInRepository(model, file);
    const { header, ofTheHub } = await connection.ask(
      `${connection.endpoint}/${repository}/resolve/${commit}/${path}`,
      { repository, method: "HEAD", ...(signal ? { signal } : {}) },
    );
    const etag = plainEtag(ofTheHub("x-linked-etag") || header("etag"));
    files.push({ file, path, etag, bytes: Number(ofTheHub("x-linked-size") || header("content-length")) });
    commit = ofTheHub("x-repo-commit");
  }
  return { commit, files };
}

/**
 * Which commit, sizes and checksums a model's files have on the hub.
 * @throws StudioError "notFound" when one is not there; as `HubConnection.ask`
 */
export async function hubFiles(
  connection: HubConnection,
  model: RepositoryModel,
  signal?: AbortSignal,
): Promise<HubModel> {
  let answer: HubModel;
  try {
    answer = await askApi(connection, model, signal);
  } catch (error) {
    if (signal?.aborted || ["offline", "accessRefused"].includes(reportError(error).code)) throw error;
    answer = await askFiles(connection, model, signal);
  }
  // They become names of files and an amount: nothing else may come in.
  if (!commitName.test(answer.commit)) throw notTheHub(connection, say("it names no commit"));
  for (const { path, etag, bytes } of answer.files) {
    if (!checksum.test(etag) || !Number.isSafeInteger(bytes) || bytes < 0) {
      throw notTheHub(connection, say("it gives no size and checksum for {path}", { path }));
    }
  }
  return answer;
}
