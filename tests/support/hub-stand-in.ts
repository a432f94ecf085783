import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach } from "@jest/globals";

interface HubSight {
  server: "hub" | "cdn";
  method: string;
  path: string;
  range: string;
  authorization: string;
  /** Bytes of the body that were written. */
  bytes: number;
}

export interface StandInOptions {
  /** Files of repositories, `owner/name/path`; those over 1 kB are in LFS, the others in git. */
  files: Record<string, Buffer>;
  /** The bytes come in pieces of 64 kB with this pause between. */
  pauseMs?: number;
  /** The n-th answer of the CDN ends without warning after so many bytes. */
  breakAfter?: number[];
  /** What the CDN gives instead, by path. */
  changed?: Record<string, Buffer>;
  /** The CDN answers with the whole file whatever range is asked for. */
  ignoresRange?: boolean;
  /** X-Linked-ETag that `resolve` gives, other than the API's. */
  linkedEtag?: string;
  /** A mirror that gives files and nothing else. */
  withoutApi?: boolean;
  /** Only who has this token is let in; `gated` is what others hear. */
  token?: string;
  gated?: boolean;
  /** Size that the API gives for what is in LFS, other than the true one. */
  claimedBytes?: number;
  /** Status of the first answers of the CDN. */
  statuses?: number[];
}

export interface HubStandIn {
  endpoint: string;
  cdn: string;
  commit: string;
  seen: HubSight[];
  options: StandInOptions;
}

const PIECE = 64 * 1024;

const sha256 = (content: Buffer): string => createHash("sha256").update(content).digest("hex");
const gitOid = (content: Buffer): string =>
  createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
const isLarge = (content: Buffer): boolean => content.length > 10_000;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

/** Sends content from where the range begins; stops dead after `limit` bytes. */
async function send(
  response: ServerResponse,
  sight: HubSight,
  { content, whole, limit, pause }: { content: Buffer; whole: boolean; limit: number; pause: () => number },
): Promise<void> {
  const from = whole ? 0 : Number(/^bytes=(\d+)-$/.exec(sight.range)?.[1] ?? 0);
  const partial = !whole && sight.range !== "";
  response.writeHead(partial ? 206 : 200, {
    "content-length": content.length - from,
    "accept-ranges": "bytes",
    etag: sight.server === "cdn" ? '"of-the-cdn"' : `"${gitOid(content)}"`,
    ...(partial ? { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` } : {}),
  });
  if (sight.method === "HEAD") {
    response.end();
    return;
  }
  for (let at = from; at < content.length; at += PIECE) {
    const piece = content.subarray(at, Math.min(at + PIECE, from + limit));
    sight.bytes += piece.length;
    response.write(piece);
    await new Promise((resolve) => setImmediate(resolve));
    if (at + PIECE >= from + limit) {
      response.destroy();
      return;
    }
    // Asked for each piece: a test may let the rest come faster.
    if (pause() > 0) await new Promise((resolve) => setTimeout(resolve, pause()));
    if (response.destroyed) return;
  }
  response.end();
}

/** Stand-ins for Hugging Face and the CDN that it sends large files from, as their documented API speaks; ended after each test. */
export function hubStandIns(): (options: StandInOptions) => Promise<HubStandIn> {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  return async (options) => {
    const commit = "a".repeat(40);
    const seen: HubSight[] = [];
    const sightOf = (server: HubSight["server"], { url = "", method = "", headers }: IncomingMessage): HubSight => {
      const { range = "", authorization = "" } = headers;
      const sight = {
        server,
        method,
        path: decodeURIComponent(url.replace(/\?.*/, "")),
        range,
        authorization,
        bytes: 0,
      };
      seen.push(sight);
      return sight;
    };

    const cdnServer = createServer(async (request, response) => {
      const sight = sightOf("cdn", request);
      const status = options.statuses?.shift();
      if (status) {
        response.writeHead(status).end();
        return;
      }
      const name = sight.path.slice(1);
      const content = options.changed?.[name] ?? options.files[name] ?? Buffer.alloc(0);
      const limit = options.breakAfter?.shift() ?? Number.POSITIVE_INFINITY;
      await send(response, sight, {
        content,
        whole: options.ignoresRange === true,
        limit,
        pause: () => options.pauseMs ?? 0,
      });
    });
    const cdn = await listen(cdnServer);

    const hubServer = createServer(async (request, response) => {
      const sight = sightOf("hub", request);
      const body = await bodyOf(request);
      const json = (value: unknown): void =>
        void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
      const refuse = (status: number, code: string): void =>
        void response.writeHead(status, { "x-error-code": code, "content-type": "text/plain" }).end(code);
      const [, , repository = "", rest = ""] =
        /^\/(api\/models\/)?([^/]+\/[^/]+)\/(.*)$/.exec(sight.path)?.map((part) => part ?? "") ?? [];
      if (options.withoutApi && sight.path.startsWith("/api/")) return refuse(404, "");
      const names = Object.keys(options.files).filter((name) => name.startsWith(`${repository}/`));
      const letIn = options.token === undefined || sight.authorization === `Bearer ${options.token}`;
      if (!letIn) return refuse(options.gated ? 403 : 401, options.gated ? "GatedRepo" : "RepoNotFound");
      if (names.length === 0) return refuse(sight.authorization ? 404 : 401, "RepoNotFound");
      if (rest.startsWith("revision/")) return json({ _id: "1", id: repository, private: false, sha: commit });
      if (rest.startsWith("paths-info/")) {
        const { paths } = Object(JSON.parse(body));
        const entries = Array.isArray(paths) ? paths.map(String) : [];
        return json(
          entries.flatMap((path) => {
            const content = options.files[`${repository}/${path}`];
            if (!content) return [];
            const size = (isLarge(content) ? options.claimedBytes : undefined) ?? content.length;
            const lfs = isLarge(content) ? { lfs: { oid: sha256(content), size, pointerSize: 134 } } : {};
            return [{ type: "file", path, size, oid: isLarge(content) ? "f".repeat(40) : gitOid(content), ...lfs }];
          }),
        );
      }
      const path = rest.replace(/^resolve\/[^/]+\//, "");
      const content = options.files[`${repository}/${path}`];
      if (!content) return refuse(404, "EntryNotFound");
      response.setHeader("x-repo-commit", commit);
      if (!isLarge(content)) {
        await send(response, sight, { content, whole: false, limit: Number.POSITIVE_INFINITY, pause: () => 0 });
        return;
      }
      response
        .writeHead(302, {
          location: `${cdn}/${repository}/${path}?signature=secret`,
          "x-linked-etag": `"${options.linkedEtag ?? sha256(content)}"`,
          "x-linked-size": content.length,
        })
        .end();
    });
    const endpoint = await listen(hubServer);
    servers.push(cdnServer, hubServer);
    return { endpoint, cdn, commit, seen, options };
  };
}
