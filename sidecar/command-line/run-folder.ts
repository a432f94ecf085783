import { existsSync } from "node:fs";
import { fromWhereTheUserStands } from "./arguments.js";
import type { StudioClient } from "./studio-client.js";

/** The folder that is meant: itself, or that of the project with this number where no folder has it for a name. @throws StudioError "notFound" */
export async function folderGiven(client: StudioClient, word: string): Promise<string> {
  const place = fromWhereTheUserStands(word);
  if (!/^\d{1,9}$/.test(word) || existsSync(place)) return place;
  const { project } = await client.call("project/show", { id: Number(word) });
  return project.folder;
}
