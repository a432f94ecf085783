import { createServer, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterEach } from "@jest/globals";
import { ZipFile } from "yazl";

/** A ZIP archive of texts by name. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A package for any Python (PEP 427) of a few lines. */
export function wheelOf(name: string, version: string, code: string): Promise<Buffer> {
  const [module, information] = [`${name}/__init__.py`, `${name}-${version}.dist-info`];
  const names = [module, ...["METADATA", "WHEEL", "RECORD"].map((one) => `${information}/${one}`)];
  return zipOf({
    [module]: code,
    [`${information}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    [`${information}/WHEEL`]: "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    [`${information}/RECORD`]: `${names.map((one) => `${one},,`).join("\n")}\n`,
  });
}

export interface PackageIndex {
  address: string;
  /** Paths that were asked for, in their order. */
  asked: string[];
  /** Wheels by file name, and other files. */
  files: Map<string, Buffer>;
  /** The next download of such a name breaks off in its middle. */
  breaks: Set<string>;
  /** A download of such a name begins and never ends. */
  hangs: Set<string>;
}

function answer({ asked, files, breaks, hangs }: PackageIndex, path: string, response: ServerResponse): void {
  asked.push(path);
  const name = decodeURIComponent(path.split("/").at(-1) ?? "");
  const file = files.get(name);
  if (path.startsWith("/files/") && file) {
    response.writeHead(200, { "content-length": file.length, "content-type": "application/octet-stream" });
    const half = file.subarray(0, Math.floor(file.length / 2));
    if (hangs.has(name)) response.write(half);
    else if (breaks.delete(name)) response.write(half, () => response.destroy());
    else response.end(file);
    return;
  }
  const wanted = /^\/simple\/([^/]+)\/$/.exec(path)?.[1];
  const found = [...files.keys()].filter((one) => wanted !== undefined && one.startsWith(`${wanted}-`));
  if (found.length === 0) response.writeHead(404).end();
  else
    response
      .setHeader("content-type", "text/html")
      .end(found.map((one) => `<a href="/files/${one}">${one}</a>`).join("\n"));
}

/** Serves packages as PyPI does ("simple repository", PEP 503), with the faults that a test wants. */
export function packageIndexes(): () => Promise<PackageIndex> {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  return async () => {
    const index: PackageIndex = { address: "", asked: [], files: new Map(), breaks: new Set(), hangs: new Set() };
    const server = createServer(({ url = "/" }, response) => answer(index, url, response));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    index.address = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    return index;
  };
}
