import { readdir } from "node:fs/promises";
import { systemCode } from "../host/studio-error.js";

/** Names in a folder; null where there is none. */
export async function namesIn(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}
