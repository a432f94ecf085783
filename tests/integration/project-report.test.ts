import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import sharp from "sharp";
import { localRoots } from "../../sidecar/host/roots.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { atelier } from "../support/command.js";
import { okara } from "../support/exported-sweep.js";
import { storeSweep } from "../support/stored-sweep.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Studio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

/** A folder whose name and captions are as bad as they can be, three pictures in it. */
async function hostileSet(): Promise<{ parent: string; folder: string }> {
  const parent = join(await newFolder(), `Alice O'Neil <b>&amp; "co"`);
  const folder = join(parent, "10_okara");
  await mkdir(folder, { recursive: true });
  for (const [index, background] of ["#803010", "#108030", "#301080"].entries()) {
    const png = sharp({ create: { width: 600, height: 900, channels: 3, background } }).png();
    await png.withExif({ IFD0: { Artist: "Alice O'Neil" } }).toFile(join(folder, `${index}.png`));
    await writeFile(join(folder, `${index}.txt`), `okara, <script>alert(${index})</script>, red bow`);
  }
  return { parent, folder };
}

test("a folder with captions has a report of that; it is made again in its place, and no other file's place is taken", async () => {
  const [home, out] = [await newFolder(), await newFolder()];
  const { parent, folder } = await hostileSet();
  const path = join(out, "okara.html");
  const report = (...more: string[]) => atelier(home, ["projects", "report", folder, "--output", path, ...more]);

  const { code, stdout, stderr } = await report("--json");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const told = Object(JSON.parse(stdout));
  expect(told).toMatchObject({ path, file: null, rehearsal: false, recommendation: null });
  const page = await readFile(path, "utf8");
  expect(page.match(/data:image\/webp;base64,/g)).toHaveLength(3);
  expect(page).toContain("&lt;script&gt;alert(0)&lt;/script&gt;");
  expect(page).not.toContain("<script");
  // Neither in the text nor in a picture's own bytes.
  expect(page).not.toContain("Alice");
  expect(page).not.toContain(home);
  expect(Buffer.from(page.match(/base64,([^"]+)/)?.[1] ?? "", "base64").toString("latin1")).not.toContain("Alice");
  expect(parent).toContain("Alice");

  expect((await report("--language", "ja")).code).toBe(0);
  expect(await readFile(path, "utf8")).toContain('<html lang="ja">');
  await writeFile(path, "mine");
  const refused = await report();
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain("okara-2.html");
  expect(await readFile(path, "utf8")).toBe("mine");
});

test("a sweep of the folder stands in it with its pictures, the control once beside all rows", async () => {
  const [stateFolder, scratch] = [await newFolder(), await newFolder()];
  const { folder } = await hostileSet();
  const studio = await openStudio(stateFolder, () => {});
  open.push(studio);
  const resolved = okara({
    loras: ["/home/me/a.safetensors", "/home/me/b.safetensors"],
    seeds: "1001",
    width: 64,
    height: 96,
    folder,
  });
  await storeSweep({ database: studio.database, stateFolder, scratch }, resolved);
  const context = { signal: new AbortController().signal, progress: () => {} };
  const handlers = studio.handlersFor(localRoots());
  const made = await handlers["project/report"]({ folder }, context);
  expect(made.file).toBe(`${made.id}.en.html`);
  const page = await readFile(made.path, "utf8");
  // Two prompts, each with two files by four strengths and their common control.
  expect(page.match(/<td rowspan="2">/g)).toHaveLength(2);
  expect(page).not.toContain("/home/me");
  expect(made.bytes).toBeLessThan(8_000_000);
});
