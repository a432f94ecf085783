import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach } from "@jest/globals";
import sharp from "sharp";
import { localRoots } from "../../sidecar/host/roots.js";
import { planningMethods } from "../../sidecar/planning/methods.js";
import { type Database, openDatabase } from "../../sidecar/store/database.js";

/** The planning room over a state of its own. */
export function planningRooms(): (home: string) => ReturnType<typeof planningMethods> {
  const open: Database[] = [];
  afterEach(() => {
    for (const database of open.splice(0)) database.close();
  });
  return (home) => {
    const database = openDatabase(home);
    open.push(database);
    return planningMethods({ database, roots: localRoots() });
  };
}

/** Pictures of one size with captions, in a new folder of `parent`. */
export async function pictureSet(
  parent: string,
  name: string,
  { count = 20, size = [600, 900], caption = "okara, 1girl, smile" as string | null } = {},
): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  const [width = 1, height = 1] = size;
  const picture = await sharp({ create: { width, height, channels: 3, background: "#446688" } })
    .png()
    .toBuffer();
  for (let index = 1; index <= count; index += 1) {
    const stem = join(folder, String(index).padStart(4, "0"));
    await writeFile(`${stem}.png`, picture);
    if (caption !== null) await writeFile(`${stem}.txt`, caption);
  }
  return folder;
}
