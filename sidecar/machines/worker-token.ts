import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { newSecret } from "../host/secret.js";

const fileOf = (stateFolder: string): string => join(stateFolder, "worker-token");

/**
 * The token that this studio's machines carry: ATELIER_WORKER_TOKEN's, else the state folder's own, made at the first use. Only its
 * user can read the file.
 */
export async function workerToken(stateFolder: string, environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (environment.ATELIER_WORKER_TOKEN) return environment.ATELIER_WORKER_TOKEN;
  const file = fileOf(stateFolder);
  try {
    const kept = readFileSync(file, "utf8").trim();
    if (kept !== "") {
      chmodSync(file, 0o600);
      return kept;
    }
  } catch {
    // None yet.
  }
  const token = newSecret();
  await writeFileAtomic(file, `${token}\n`, { mode: 0o600 });
  return token;
}
