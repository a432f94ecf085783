import { chmodSync } from "node:fs";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { newSecret } from "../host/secret.js";
import { StudioError } from "../host/studio-error.js";
import { readBytes } from "../store/atomic-file.js";
import { say } from "../words/sentence.js";

const fileOf = (stateFolder: string): string => join(stateFolder, "worker-token");

function closeToOthers(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // Some disks know no rights, and a file that came with a container may be another user's: it still is the token.
  }
}

/**
 * The token that this studio's machines carry: ATELIER_WORKER_TOKEN's, else the state folder's own, made at the first use. Only its
 * user can read the file. @throws StudioError "badArguments"; system errors of a file that is there and cannot be read
 */
export async function workerToken(stateFolder: string, environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const given = environment.ATELIER_WORKER_TOKEN;
  // What travels in a header has no blanks.
  if (given && !/^[\x21-\x7e]{16,200}$/.test(given))
    throw new StudioError(
      "badArguments",
      say("ATELIER_WORKER_TOKEN expects 16 to 200 letters, digits and signs without blanks."),
      say("Take the studio's own: `machines token` prints it there."),
    );
  if (given) return given;
  const file = fileOf(stateFolder);
  // Another one in place of a token that cannot be read would shut out every machine that has it.
  const kept = (await readBytes(file))?.toString("utf8").trim() ?? "";
  if (kept !== "") {
    closeToOthers(file);
    return kept;
  }
  const token = newSecret();
  await writeFileAtomic(file, `${token}\n`, { mode: 0o600 });
  return token;
}
