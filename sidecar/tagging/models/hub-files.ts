import { StudioError } from "../../host/studio-error.js";
import type { HubConnection } from "./hub-connection.js";
import { refused } from "./hub-errors.js";
import { type KnownModel, pathInRepository } from "./known-models.js";

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

const notTheHub = ({ endpoint }: HubConnection, what: string): StudioError =>
  new StudioError(
    "downloadFailed",
    `${endpoint} does not answer as Hugging Face does: ${what}.`,
    "Check HF_ENDPOINT; a login page of the network may stand in between.",
  );

/**
 * Which commit, sizes and checksums a model's files have on the hub.
 * @throws StudioError "notFound" when one is not there; as `HubConnection.ask`
 */
export async function hubFiles(connection: HubConnection, model: KnownModel, signal?: AbortSignal): Promise<HubModel> {
  // Only who downloads waits for it to load.
  const { modelInfo, pathsInfo } = await import("@huggingface/hub");
  const { repository } = model;
  const common = { hubUrl: connection.endpoint, fetch: fetchThrough(connection, repository, signal) };
  const asked = async <T>(question: () => Promise<T>): Promise<T> => {
    try {
      return await question();
    } catch (error) {
      if (error instanceof StudioError || signal?.aborted) throw error;
      throw notTheHub(connection, "what it says cannot be read");
    }
  };
  const { sha: commit } = await asked(() =>
    modelInfo({ ...common, name: repository, revision: "main", additionalFields: ["sha"] }),
  );
  if (typeof commit !== "string" || !commitName.test(commit)) throw notTheHub(connection, "it names no commit");
  const paths = model.files.map((file) => pathInRepository(model, file));
  const found = await asked(() => pathsInfo({ ...common, repo: repository, paths, revision: commit }));
  const files = model.files.map((file) => {
    const path = pathInRepository(model, file);
    const entry = found.find((one) => one.path === path);
    if (!entry) throw refused({ status: 404, errorCode: "EntryNotFound" }, { ...connection, repository });
    const [etag, bytes] = [entry.lfs?.oid ?? entry.oid ?? "", entry.lfs?.size ?? entry.size];
    // They become a file's name and an amount: nothing else may come in.
    if (!checksum.test(etag) || !Number.isSafeInteger(bytes) || bytes < 0) {
      throw notTheHub(connection, `it gives no size and checksum for ${path}`);
    }
    return { file, path, bytes, etag };
  });
  return { commit, files };
}
