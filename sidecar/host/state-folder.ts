import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import envPaths from "env-paths";

/** The one folder per user that holds the state: `ATELIER_HOME`, or the system's usual place for program data. */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const folder = environment.ATELIER_HOME
    ? resolve(environment.ATELIER_HOME)
    : envPaths("lora-atelier", { suffix: "" }).data;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
