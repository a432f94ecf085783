import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import sharp from "sharp";
import { parseInfotext } from "../../sidecar/captions/exchange/infotext.js";
import { exposedRoots, localRoots } from "../../sidecar/host/roots.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { fitSheets } from "../../sidecar/sweep/export/sheet/fit-sheets.js";
import { shownAxes } from "../../sidecar/sweep/export/sheet/shown-axes.js";
import type { ResolvedSweep } from "../../sidecar/sweep/plan/resolved-sweep.js";
import { atelier } from "../support/command.js";
import { groundOf, okara } from "../support/exported-sweep.js";
import { sidecars } from "../support/sidecar.js";
import { storeSweep } from "../support/stored-sweep.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const open: Studio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

const small = (given: Parameters<typeof okara>[0] = {}): ResolvedSweep =>
  okara({
    loras: ["/home/me/a.safetensors", "/home/me/b.safetensors"],
    seeds: "1001",
    width: 64,
    height: 96,
    ...given,
  });

async function studioWith(resolved: ResolvedSweep, change?: Parameters<typeof storeSweep>[2]) {
  const [stateFolder, scratch, out] = [await newFolder(), await newFolder(), await newFolder()];
  const studio = await openStudio(stateFolder, () => {});
  open.push(studio);
  const id = await storeSweep({ database: studio.database, stateFolder, scratch }, resolved, change);
  const context = { signal: new AbortController().signal, progress: () => {} };
  const handlers = studio.handlersFor(localRoots());
  const write = (params: Omit<Parameters<(typeof handlers)["sweep/export"]>[0], "id">) =>
    handlers["sweep/export"]({ id, ...params }, context);
  return { studio, stateFolder, out, id, handlers, context, write };
}

test("a sheet is written once, tells how to draw it again, and never takes another file's place", async () => {
  const { out, write, stateFolder } = await studioWith(small());
  const path = join(out, "okara.png");

  const { files, warnings } = await write({ kind: "sheet", to: path });
  const { width, height, comments } = await sharp(path).metadata();
  expect(files).toEqual([{ path, bytes: (await stat(path)).size, width, height, format: "png" }]);
  expect(warnings).toEqual([]);
  const { fields, prompt } = parseInfotext(comments?.find(({ keyword }) => keyword === "parameters")?.text ?? "");
  expect([prompt, fields.get("X Values")]).toEqual(["1girl, solo, okara, upper body", "0, 0.25, 0.5, 0.75, 1"]);

  const before = await readFile(path);
  await expect(write({ kind: "sheet", to: path })).rejects.toMatchObject({
    code: "fileExists",
    hint: expect.stringContaining("okara-2.png"),
  });
  expect(await readFile(path)).toEqual(before);
  // A folder gets a free name by itself.
  const inFolder = [await write({ kind: "sheet", to: out }), await write({ kind: "cells-csv", to: out })];
  expect(inFolder.map((one) => one.files[0]?.path)).toEqual([
    join(out, "okara-sheet.png"),
    join(out, "okara-cells.csv"),
  ]);
  expect(await readdir(join(stateFolder, "sweeps", "exporting"))).toEqual([]);
});

test("a dry run names what would be written, and writes nothing", async () => {
  const { out, write } = await studioWith(small());

  for (const kind of ["sheet", "sheets", "deep-zoom", "page", "cells-csv", "cells-json", "animation"] as const) {
    const { files } = await write({ kind, to: join(out, kind), dryRun: true });
    expect(files.length).toBeGreaterThan(0);
    for (const { path, bytes } of files) expect([path.startsWith(out), bytes > 0]).toEqual([true, true]);
  }
  expect(await readdir(out)).toEqual([]);
});

/** How many pixels of a picture are about this colour. */
async function pixelsLike(path: string, [red, green, blue]: readonly [number, number, number]): Promise<number> {
  const pixels = await sharp(path).removeAlpha().raw().toBuffer();
  let count = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    const [r = 0, g = 0, b = 0] = pixels.subarray(at, at + 3);
    if (Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 6) count += 1;
  }
  return count;
}
const wrongRed = [198, 43, 43] as const;

test("wrong, missing and unreadable cells say so; one of them stops nothing", async () => {
  const { out, write } = await studioWith(small(), (index) => {
    if (index === 2) return { state: "wrong", problem: "missingLora" };
    if (index === 4) return null;
    return index === 6 ? { content: "f".repeat(64) } : {};
  });
  const path = join(out, "told.png");

  const { warnings } = await write({ kind: "sheet", to: path });
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^Cell 6: /);
  expect(await pixelsLike(path, wrongRed)).toBeGreaterThan(600);

  const bare = join(out, "bare.png");
  await write({ kind: "sheet", to: bare, look: { problems: false, legend: false, margin: 0 } });
  expect(await pixelsLike(bare, wrongRed)).toBe(0);
  expect((await sharp(bare).metadata()).width).toBe(5 * 64 + 2 * 8);
});

test("cells lie where their labels say, also hidden and swapped", async () => {
  const resolved = small({ loras: ["/home/me/a.safetensors"], prompts: ["okara"] });
  const { out, write } = await studioWith(resolved);
  const path = join(out, "swapped.png");

  await write({
    kind: "sheet",
    to: path,
    look: { columns: "lora", rows: "strength", hidden: { strength: [0, 2] }, legend: false, margin: 0 },
  });
  const shown = [1, 3, 4].map((strength) => resolved.indexOf([0, strength, 0, 0, 0]));
  for (const [row, index] of shown.entries()) {
    // The ground of the cell's own figure.
    const { data } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const width = 64 + 16;
    const at = ((8 + row * 96 + 3) * width + 8 + 3) * 3;
    const [r, g, b] = groundOf(index);
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    expect(Math.abs(red - r) + Math.abs(green - g) + Math.abs(blue - b)).toBeLessThan(4);
  }
});

test("several sheets, deep zoom, a page and an animation come whole and tell nothing of this machine", async () => {
  const { out, write, stateFolder } = await studioWith(small({ rehearsal: true }));

  const sheets = await write({ kind: "sheets", to: join(out, "sheets"), format: "webp" });
  expect(sheets.files.map(({ format }) => format)).toEqual(["webp", "webp"]);
  expect((await readdir(join(out, "sheets"))).sort()).toEqual(
    sheets.files.map(({ path }) => path.slice(path.lastIndexOf("/") + 1)).sort(),
  );

  await write({ kind: "page", to: join(out, "page") });
  const page = await readFile(join(out, "page", "index.html"), "utf8");
  expect(await readdir(join(out, "page", "pictures"))).toHaveLength(20 - 2);
  await write({ kind: "page", to: join(out, "one.html") });
  const one = await readFile(join(out, "one.html"), "utf8");
  await write({ kind: "cells-json", to: join(out, "cells.json") });
  for (const text of [page, one, await readFile(join(out, "cells.json"), "utf8")]) {
    for (const secret of [stateFolder, "/home/me", "http://127.0.0.1:7860"]) expect(text).not.toContain(secret);
    expect(text).toContain("ehearsal");
  }

  await write({ kind: "animation", to: join(out, "flip.webp"), along: "strength", secondsPerFrame: 0.5 });
  const { pages, delay, exif } = await sharp(join(out, "flip.webp"), { animated: true }).metadata();
  expect([pages, delay]).toEqual([5, [500, 500, 500, 500, 500]]);
  expect(exif?.includes("UNICODE\0")).toBe(true);
});

test("deep zoom holds every pixel, and its page needs nothing else", async () => {
  const { out, write } = await studioWith(small());

  const { files } = await write({ kind: "deep-zoom", to: join(out, "zoom") });
  const { width = 0, height = 0 } = files.find(({ format }) => format === "dzi") ?? {};
  const largest = Math.ceil(Math.log2(Math.max(width ?? 0, height ?? 0)));
  const tiles = await readdir(join(out, "zoom", "sheet_files", String(largest)));
  expect(tiles).toHaveLength(Math.ceil((width ?? 0) / 512) * Math.ceil((height ?? 0) / 512));
  const page = await readFile(join(out, "zoom", "index.html"), "utf8");
  expect(page).not.toMatch(/https?:\/\/(?!schemas\.microsoft\.com)/);
  expect(await readdir(join(out, "zoom"))).toContain("openseadragon.min.js");
});

test("a sheet that no format holds is split, and each part is a sheet of its own", async () => {
  const resolved = okara({ strengths: "0.01-0.8(+0.01)", width: 1024, height: 128, prompts: ["okara"], seeds: "1" });
  const sweep = {
    id: 1,
    name: "wide",
    rehearsal: false,
    resolved,
    cell: (index: number) => ({ index, state: "waiting", picture: null, problem: null }) as const,
  };
  const sheets = await fitSheets(sweep, shownAxes(resolved.axes, {}), {}, undefined);

  expect(sheets.length).toBe(2);
  expect(sheets.map(({ sheet }) => sheet.cells)).toEqual([41 * 3, 40 * 3]);
  for (const { sheet } of sheets) expect(sheet.width).toBeLessThanOrEqual(65_535);
});

test("a preview tells the size of the sheet, and is drawn anew when a cell changes", async () => {
  const { handlers, id, context, stateFolder, studio } = await studioWith(small());
  const look = { superColumns: "prompt" };

  const first = await handlers["sweep/sheet"]({ id, look }, context);
  expect([first.cells, first.format]).toEqual([20, "png"]);
  expect(
    (await sharp(join(stateFolder, "sweeps", "sheets", `${first.picture}.webp`)).metadata()).width,
  ).toBeGreaterThan(400);
  expect((await handlers["sweep/sheet"]({ id, look }, context)).picture).toBe(first.picture);
  studio.database.exec("UPDATE sweep_picture SET state = 'wrong' WHERE key = (SELECT min(key) FROM sweep_picture)");
  expect((await handlers["sweep/sheet"]({ id, look }, context)).picture).not.toBe(first.picture);
});

test("a preview is served by its name alone, and a command exports without a page", async () => {
  const { handlers, id, context, stateFolder, studio, out } = await studioWith(small());
  const { picture } = await handlers["sweep/sheet"]({ id }, context);
  open.splice(0);
  await studio.close();

  const { port, token, kill } = await startSidecar(stateFolder);
  const ask = (query: string) =>
    fetch(`http://127.0.0.1:${port}/files/sweep-sheet?picture=${query}`, { headers: { "x-atelier-token": token } });
  const served = await ask(String(picture));
  expect([served.status, served.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect((await ask("../../state")).status).toBe(400);
  await kill();

  const words = ["sweep", "export", String(id), "--to", join(out, "okara.webp"), "--at", "prompt=–", "--json"];
  expect((await atelier(stateFolder, words)).code).toBe(2);
  const named = words.with(-2, "seed=1001");
  const { code, stdout } = await atelier(stateFolder, [...named, "--hide", "strength=0,1"]);
  expect([code, Object(JSON.parse(stdout)).files[0].format]).toEqual([0, "webp"]);
});

test("nobody but the owner exports, and a missing folder is named", async () => {
  const { studio, out, id, context, write } = await studioWith(small());

  const exposed = studio.handlersFor(exposedRoots([out]));
  await expect(exposed["sweep/export"]({ id, kind: "sheet", to: out }, context)).rejects.toMatchObject({
    code: "notAllowed",
  });
  await expect(write({ kind: "sheet", to: join(out, "gone", "a.png") })).rejects.toMatchObject({ code: "notFound" });
  await expect(write({ kind: "sheet", to: out, look: { columns: "moon" } })).rejects.toMatchObject({
    code: "badArguments",
  });
  expect(await readdir(out)).toEqual([]);
});

test("what a crash left of an export is gone at the next start", async () => {
  const stateFolder = await newFolder();
  const left = join(stateFolder, "sweeps", "exporting", "half");
  await mkdir(left, { recursive: true });
  await writeFile(join(left, "sheet.tif"), "half");

  open.push(await openStudio(stateFolder, () => {}));
  await expect(stat(left)).rejects.toMatchObject({ code: "ENOENT" });
});
