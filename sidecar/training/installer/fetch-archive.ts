import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Entry, openPromise, validateFileName } from "yauzl";
import { httpClient } from "../../host/http-client.js";
import { proxyAgent } from "../../host/hub/hub-environment.js";
import { surroundings } from "../../host/hub/model-places.js";
import { reportError } from "../../host/studio-error.js";
import { installFiles, OWN_FOLDER } from "./install-files.js";
import type { InstallOrder } from "./install-order.js";

/** Where a revision's ZIP archive lies, as GitHub and Gitea have it; an address that ends in .zip is one itself. */
export const archiveAddress = (url: string, revision: string): string =>
  /\.zip$/i.test(url)
    ? url
    : `${url.replace(/\/+$/, "").replace(/\.git$/, "")}/archive/${encodeURIComponent(revision)}.zip`;

export type ArchiveEnd = { ok: true } | { ok: false; line: string; broken: boolean };

interface Watch {
  signal: AbortSignal;
  onBytes(done: number, total: number): void;
}

const failed = (error: unknown, broken: boolean): ArchiveEnd => {
  const because: unknown = Object(error).cause;
  const code = String(Object(because).code ?? "");
  return {
    ok: false,
    broken,
    line: [reportError(error).message, code, because ? reportError(because).message : ""].join(" "),
  };
};

async function download(address: string, path: string, { signal, onBytes }: Watch): Promise<ArchiveEnd> {
  const { fetch } = await httpClient();
  const dispatcher = await proxyAgent(surroundings());
  try {
    const answer = await fetch(address, { dispatcher, signal, headers: { "user-agent": "lora-atelier" } });
    if (!answer.ok || answer.body === null) {
      await answer.body?.cancel();
      // As git and pip say it.
      const missing = answer.status === 404 ? "couldn't find remote ref: " : "";
      return {
        ok: false,
        broken: false,
        line: `${missing}The requested URL returned error: ${answer.status} ${address}`,
      };
    }
    const total = Number(answer.headers.get("content-length") ?? 0);
    let done = 0;
    const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        done += chunk.length;
        onBytes(done, total);
        yield chunk;
      }
    };
    await pipeline(Readable.fromWeb(answer.body), counted, createWriteStream(path));
    return done < total
      ? { ok: false, broken: false, line: `The download ended early: ${done} of ${total}` }
      : { ok: true };
  } catch (error) {
    return failed(error, false);
  } finally {
    await dispatcher.destroy();
  }
}

/** Unpacks without the one folder in which GitHub's archives have everything. */
async function unpack(archive: string, into: string): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    const entries = zip.eachEntry();
    for (;;) {
      const next = await entries.next();
      if (next.done) return;
      const entry: Entry = next.value;
      const { fileName } = entry;
      const inside = fileName.split("/").slice(1).join("/");
      const wrong = validateFileName(fileName);
      if (wrong !== null) throw new Error(wrong);
      // A repository has none of ours; what it has must not lie to us.
      if (inside === "" || fileName.endsWith("/") || inside.startsWith(OWN_FOLDER)) continue;
      const target = join(into, inside);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    }
  } finally {
    zip.close();
  }
}

/** Gets a revision without git: its ZIP archive, unpacked beside and then moved into the folder. */
export async function fetchArchive(order: InstallOrder, watch: Watch): Promise<ArchiveEnd> {
  const { folder, url, revision } = order;
  const { archive, unpacked } = installFiles(folder);
  const got = await download(archiveAddress(url, revision), archive, watch);
  if (!got.ok) return got;
  try {
    await rm(unpacked, { recursive: true, force: true });
    await mkdir(unpacked, { recursive: true });
    await unpack(archive, unpacked);
    for (const name of await readdir(unpacked)) {
      await rm(join(folder, name), { recursive: true, force: true });
      await rename(join(unpacked, name), join(folder, name));
    }
    await rm(unpacked, { recursive: true, force: true });
    return { ok: true };
  } catch (error) {
    return failed(error, true);
  } finally {
    await rm(archive, { force: true });
  }
}
