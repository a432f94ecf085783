import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const static64 = fileURLToPath(new URL("../../../tests/fixtures/models/static-64", import.meta.url));

async function connected(home: string) {
  const { port, token } = await startSidecar(home);
  const client = await connect(port, token);
  await client.call("initialize", { protocol: 1, client: "test" });
  return client;
}

test("a picture by its path and by its bytes gets the same tags; the model stays open until it is unloaded", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  const path = join(folder, "1.png");
  // What a crash in the middle of a picture leaves.
  await mkdir(join(home, "given-pictures"));
  await writeFile(join(home, "given-pictures", "left"), "");
  const client = await connected(home);

  const byPath = await client.call("tagging/interrogate", { model: static64, image: { path } });
  const data = (await readFile(path)).toString("base64");
  const byBytes = await client.call("tagging/interrogate", { model: static64, image: { data } });
  const prefixed = { data: `data:image/png;base64,${data}` };
  const byAddress = await client.call("tagging/interrogate", { model: static64, image: prefixed });
  const unloaded = await client.call("tagging/unload", {});
  const again = await client.call("tagging/unload", {});

  // The picture is (37, 91, 53) on a white square of 60 by 90, a third of it white.
  expect(byPath).toMatchObject({ model: "static-64", rating: { general: 0.5 } });
  expect(byPath.tags).toEqual([
    { tag: "green", category: "general", probability: expect.closeTo((91 / 255) * (2 / 3) + 1 / 3, 1) },
    { tag: "blue_(colour)", category: "character", probability: expect.closeTo((53 / 255) * (2 / 3) + 1 / 3, 1) },
    { tag: "red", category: "general", probability: expect.closeTo((37 / 255) * (2 / 3) + 1 / 3, 1) },
  ]);
  expect([byBytes.tags, byAddress.tags]).toEqual([byPath.tags, byPath.tags]);
  expect(await readdir(join(home, "given-pictures"))).toEqual([]);
  expect([unloaded, again]).toEqual([{ unloaded: ["static-64"] }, { unloaded: [] }]);
});

test("what is no base64, no picture or no model is said so, and leaves nothing behind", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await writeFile(join(folder, "1.png"), "no picture");
  const client = await connected(home);
  const errorOf = (params: object): Promise<unknown> =>
    client.call("tagging/interrogate", params).then(
      () => "no error",
      (error: unknown) => ({ message: String(Object(error).message), code: Object(error).data.code }),
    );

  const errors = [
    await errorOf({ image: { data: "!!!!" } }),
    await errorOf({ image: { data: "A".repeat(27_000_004) } }),
    await errorOf({ image: { data: "bm8gcGljdHVyZQ==" } }),
    await errorOf({ image: { path: join(folder, "1.png") } }),
    await errorOf({ image: { path: join(folder, "2.png") } }),
    await errorOf({ model: "no-such-tagger", image: { data: "bm8gcGljdHVyZQ==" } }),
  ];

  expect(errors).toEqual([
    { code: "badArguments", message: expect.stringContaining("base64") },
    { code: "badArguments", message: expect.stringContaining("at most 20 MB") },
    { code: "unreadableImage", message: expect.stringMatching(/^The picture: .*unsupported/) },
    { code: "unreadableImage", message: expect.stringContaining(join(folder, "1.png")) },
    { code: "notFound", message: expect.stringContaining(join(folder, "2.png")) },
    { code: "modelMissing", message: expect.stringContaining("no-such-tagger") },
  ]);
  expect(await readdir(join(home, "given-pictures"))).toEqual([]);
});

test("tag FILE prints rating, characters and tags and writes nothing; --json prints the method's document", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  const file = join(folder, "1.png");

  const people = await atelier(home, ["tag", file, "--model", static64, "--threshold", "0.5"]);
  const json = await atelier(home, ["tag", file, "--model", static64, "--json"]);
  const two = await atelier(home, ["tag", file, "--model", static64, "--model", static64]);

  expect(people.code).toBe(0);
  expect(people.stdout).toMatch(/^Rating\n {3}50\.0 % {2}general\nCharacters\n {2}none above the threshold\nTags\n/);
  expect(people.stdout).toMatch(/Tags\n {3}5\d\.\d % {2}green\n\n/);
  expect(JSON.parse(json.stdout)).toMatchObject({ model: "static-64", tags: [{ tag: "green" }, {}, { tag: "red" }] });
  expect(two.code).toBe(2);
  expect(await readdir(folder)).toEqual(["1.png"]);
});
