import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import sharp from "sharp";
import { localRoots } from "../../sidecar/host/roots.js";
import { openStudio, type Studio } from "../../sidecar/server/studio.js";
import { okara } from "../support/exported-sweep.js";
import { writeLora } from "../support/lora-file.js";
import { storeSweep } from "../support/stored-sweep.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const open: Studio[] = [];
afterEach(async () => {
  for (const studio of open.splice(0)) await studio.close();
});

async function sweptLoras(given: Parameters<typeof okara>[0] = {}) {
  const [stateFolder, scratch, loras, folder] = [
    await newFolder(),
    await newFolder(),
    await newFolder(),
    await newFolder(),
  ];
  const paths = [join(loras, "okara-000001.safetensors"), join(loras, "okara-000002.safetensors")];
  for (const [index, path] of paths.entries()) await writeLora(path, { up: 0.5 + index });
  const resolved = okara({ loras: paths, prompts: ["1girl, okara"], width: 64, height: 96, ...given });
  const studio = await openStudio(stateFolder, () => {});
  open.push(studio);
  const id = await storeSweep({ database: studio.database, stateFolder, scratch }, resolved);
  const handlers = studio.handlersFor(localRoots());
  const context = { signal: new AbortController().signal, progress: () => {} };
  return { studio, resolved, id, handlers, context, paths, folder };
}

test("the chosen LoRA lies among the WebUI's with its strength, trigger, notes and a drawn picture", async () => {
  const { id, handlers, context, paths, folder, resolved } = await sweptLoras();

  const planned = await handlers["sweep/install"]({ id, lora: 1, strength: 0.75, folder, dryRun: true }, context);
  expect([planned.status, await readdir(folder)]).toEqual(["planned", []]);

  const installed = await handlers["sweep/install"]({ id, lora: 1, strength: 0.75, folder }, context);
  expect(installed).toMatchObject({ name: "okara-000002", status: "new", preferredWeight: 0.75, metadataKept: false });
  expect(await readFile(installed.path)).toEqual(await readFile(paths[1] ?? ""));
  const told = JSON.parse(await readFile(join(folder, "okara-000002.json"), "utf8"));
  expect(told).toMatchObject({ "activation text": "okara", "preferred weight": 0.75 });
  expect(told.notes).toContain("strength 0.75");
  const preview = join(folder, "okara-000002.preview.png");
  expect(installed.preview).toBe(preview);
  // The first picture of that LoRA at that strength, and no other.
  const index = resolved.indexOf([1, 3, 0, 0, 0]);
  const { path } = await handlers["sweep/cell"]({ id, index }, context);
  expect(await sharp(preview).raw().toBuffer()).toEqual(
    await sharp(path ?? "")
      .raw()
      .toBuffer(),
  );
});

test("what the user filled in stays; what is empty is added; another file of that name is left alone", async () => {
  const { id, handlers, context, folder } = await sweptLoras();
  const own = join(folder, "okara-000001.json");
  await writeFile(own, JSON.stringify({ "activation text": "okara, halo", "preferred weight": 0, mine: [1] }));
  await writeLora(join(folder, "okara-000002.safetensors"), { up: 9 });
  const others = await readFile(join(folder, "okara-000002.safetensors"));

  const first = await handlers["sweep/install"]({ id, lora: 0, strength: -0.5, folder }, context);
  expect([first.metadata, first.metadataKept]).toEqual([own, false]);
  const extended = await readFile(own, "utf8");
  expect(JSON.parse(extended)).toMatchObject({ "activation text": "okara, halo", "preferred weight": -0.5, mine: [1] });

  const again = await handlers["sweep/install"]({ id, lora: 0, strength: 1, folder }, context);
  expect([again.status, again.metadataKept]).toEqual(["there", true]);
  expect(await readFile(own, "utf8")).toBe(extended);

  const second = await handlers["sweep/install"]({ id, lora: 1, strength: 1, folder }, context);
  expect(second.name).toMatch(/^okara-000002-[0-9a-f]{8}$/);
  expect(await readFile(join(folder, "okara-000002.safetensors"))).toEqual(others);
  expect(second.warnings.join()).toContain("okara-000002");
});

test("a LoRA that the sweep does not have, or a cell without a picture, is refused before anything is written", async () => {
  const { id, handlers, context, folder } = await sweptLoras();

  await expect(handlers["sweep/install"]({ id, lora: 2, strength: 1, folder }, context)).rejects.toMatchObject({
    code: "badArguments",
  });
  const previewCell = 100_000;
  await expect(
    handlers["sweep/install"]({ id, lora: 0, strength: 1, folder, previewCell }, context),
  ).rejects.toMatchObject({ code: "badArguments" });
  expect(await readdir(folder)).toEqual([]);
});

test("a rehearsal is told on the card", async () => {
  const { id, handlers, context, folder } = await sweptLoras({ rehearsal: true });

  const { warnings, metadata } = await handlers["sweep/install"]({ id, lora: 0, strength: 1, folder }, context);
  expect(warnings.join()).toContain("rehearsal");
  expect(JSON.parse(await readFile(metadata ?? "", "utf8")).notes).toContain("rehearsal");
});

test("votes are blind, are taken back one by one, and outlive a change of the axes", async () => {
  const { studio, id, handlers, context, resolved } = await sweptLoras();
  const ballot = await handlers["sweep/ballot"]({ id, count: 100 }, context);
  expect(ballot.total).toBe(16);
  const text = JSON.stringify(ballot);
  for (const label of ["step 1000", "step 2000", "0.75", "lora:"]) expect(text).not.toContain(label);

  // Who votes sees the picture only: here the strong ones please.
  const strengthOf = async (content: string): Promise<string> => {
    const { cells } = await handlers["sweep/cells"]({ id }, context);
    const found = cells.find(({ picture }) => picture === content);
    return resolved.axes[1]?.values[resolved.coordinatesOf(found?.index ?? 0)[1] ?? 0]?.text ?? "";
  };
  for (const { paper, pictures } of ballot.papers) {
    const vote = Number(await strengthOf(pictures[0] ?? "")) > 0.6 ? "yes" : "no";
    await handlers["sweep/vote"]({ id, ballot: ballot.ballot, paper, vote }, context);
  }
  const { votes, ranking } = await handlers["sweep/votes"]({ id }, context);
  expect(votes).toBe(16);
  expect(ranking.slice(0, 4).map(({ label }) => label.split(" · ").at(-1))).toEqual(["0.75", "0.75", "1", "1"]);
  expect(ranking[0]).toMatchObject({ yes: 2, count: 2, few: true });

  expect(await handlers["sweep/unvote"]({ id }, context)).toEqual({ voted: 15 });
  await expect(
    handlers["sweep/vote"]({ id, ballot: ballot.ballot, paper: 0, vote: "left" }, context),
  ).rejects.toMatchObject({ code: "badArguments" });
  await expect(handlers["sweep/vote"]({ id, ballot: "another", paper: 0, vote: "yes" }, context)).rejects.toMatchObject(
    { code: "notFound" },
  );

  // The order of the files is turned and a strength is gone: the votes go with the pictures.
  const settings = { ...resolved.settings, loras: resolved.settings.loras.toReversed(), strengths: "0.75, 1" };
  studio.database.prepare("UPDATE sweep SET settings = ? WHERE id = ?").run(JSON.stringify(settings), id);
  const after = await handlers["sweep/votes"]({ id }, context);
  expect(after.votes).toBe(15);
  expect(new Set(after.ranking.map(({ lora, strength }) => `${lora} ${strength}`))).toEqual(
    new Set(["0 1", "0 2", "1 1", "1 2"]),
  );
});
