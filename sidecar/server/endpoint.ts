import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";

/** Where the running sidecar of a state folder is; only its user can read this. */
export interface Endpoint {
  port: number;
  token: string;
  pid: number;
  /** ISO 8601 */
  started: string;
  protocol: number;
  /** The checkout the sidecar runs from. */
  program: string;
}

const file = (folder: string): string => join(folder, "endpoint.json");

export async function writeEndpoint(folder: string, endpoint: Endpoint): Promise<void> {
  await writeFileAtomic(file(folder), JSON.stringify(endpoint), { mode: 0o600 });
}

export const removeEndpoint = (folder: string): Promise<void> => rm(file(folder), { force: true });

/** The endpoint, or null when there is none or it is not whole (its writer was killed). */
export async function readEndpoint(folder: string): Promise<Endpoint | null> {
  try {
    const { port, token, pid, started, protocol, program } = Object(JSON.parse(await readFile(file(folder), "utf8")));
    if (!Number.isInteger(port) || typeof token !== "string" || !Number.isInteger(pid)) return null;
    return { port, token, pid, started: String(started), protocol: Number(protocol), program: String(program) };
  } catch {
    return null;
  }
}
