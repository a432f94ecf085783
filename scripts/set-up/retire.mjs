import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 100;

/** Where the sidecar of this user is, if one wrote it; read with the program as it was built last. */
async function endpointFile(root) {
  const built = join(root, "dist/sidecar/host/state-folder.js");
  if (!existsSync(built)) return null;
  try {
    const { stateFolder } = await import(pathToFileURL(built).href);
    const file = join(stateFolder(), "endpoint.json");
    return existsSync(file) ? file : null;
  } catch {
    // A checkout whose packages are gone runs no sidecar that could be asked.
    return null;
  }
}

/** Ends the sidecar that runs from this checkout, since its files are about to be replaced; jobs go on at its next start. */
export async function retireRunningSidecar(root, tell) {
  const file = await endpointFile(root);
  if (!file) return;
  try {
    const { port, token, program } = JSON.parse(readFileSync(file, "utf8"));
    if (program !== root) return;
    await fetch(`http://127.0.0.1:${port}/shutdown`, {
      method: "POST",
      headers: { "x-atelier-token": token },
      signal: AbortSignal.timeout(WAIT_MS),
    });
  } catch {
    // Nobody answers, or the file is not whole: it is what a killed sidecar left.
    return;
  }
  tell();
  for (let waited = 0; existsSync(file) && waited < WAIT_MS; waited += LOOK_EVERY_MS) await wait(LOOK_EVERY_MS);
}
