import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { drawSubject } from "../support/subjects.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();
const u2netShaped = fileURLToPath(new URL("../../../tests/fixtures/segmenters/u2net-random.onnx", import.meta.url));

async function opened(headers: Record<string, string> = {}) {
  const [home, folder] = [await newFolder(), await newFolder()];
  const picture = await drawSubject(folder, { name: "a.png" });
  const { port, token } = await start(home, { U2NET_HOME: home, HOME: home });
  const client = await connect(port, token, headers);
  await client.call("initialize", { protocol: 1, client: "test" });
  const get = (path: string) =>
    fetch(`http://127.0.0.1:${port}/files/${path}`, { headers: { "x-atelier-token": token } });
  return { ...client, folder, picture, home, get };
}

test("a preview shows the settings' outcome and writes nothing beside the pictures", async () => {
  const { call, get, folder, picture } = await opened();
  await call("dataset/scan", { folder });

  const white = await call("dataset/cutoutPreview", { picture, settings: { background: "white" } });
  const clear = await call("dataset/cutoutPreview", { picture });
  const answer = await get(`cutout-preview?key=${white.preview}`);
  const image = sharp(Buffer.from(await answer.arrayBuffer()));

  expect([white.width, white.height, white.doubt]).toEqual([120, 160, 0]);
  expect(clear.preview).not.toBe(white.preview);
  expect((await image.metadata()).channels).toBe(3);
  expect([...(await image.raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  expect((await get("cutout-preview?key=../state.sqlite")).status).toBe(400);
  expect((await call("dataset/scan", { folder })).images).toHaveLength(1);
});

test("a picture outside the opened folders, one that is none, and a model that is none are refused", async () => {
  const { call, folder, picture } = await opened();
  await expect(call("dataset/cutoutPreview", { picture })).rejects.toMatchObject({ data: { code: "outsideRoots" } });
  await call("dataset/scan", { folder });
  const model = join(folder, "model.onnx");
  await writeFile(model, "neither model nor picture");
  await expect(call("dataset/cutoutPreview", { picture, model })).rejects.toMatchObject({
    data: { code: "modelInvalid" },
  });
  await expect(call("dataset/cutoutPreview", { picture: model })).rejects.toMatchObject({
    data: { code: "unreadableImage" },
  });
  await expect(call("dataset/cutout", { folder, pictures: [join(folder, "no.png")] })).rejects.toMatchObject({
    data: { code: "notFound" },
  });
});

test("the list tells licences and what is here; a model that rembg has downloaded is found", async () => {
  const { call, home } = await opened();
  await copyFile(u2netShaped, join(home, "u2net.onnx"));
  const { models } = await call("dataset/cutoutModels", {});
  expect(models).toHaveLength(16);
  expect(models).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: "atelier-tiny-segmenter", builtIn: true, state: "here" }),
      expect.objectContaining({ name: "u2net", state: "here", where: join(home, "u2net.onnx") }),
      expect.objectContaining({ name: "bria-rmbg", state: "absent", commercial: false }),
    ]),
  );
});

test("a visitor neither downloads a model nor uses files outside the roots", async () => {
  const { call, folder } = await opened({ "x-atelier-exposed": "1" });
  const refused = (code: string) => ({ data: { code } });
  await expect(call("dataset/cutoutDownload", { model: "u2net" })).rejects.toMatchObject(refused("notAllowed"));
  await expect(call("dataset/cutout", { folder })).rejects.toMatchObject(refused("outsideRoots"));
  const { models } = await call("dataset/cutoutModels", {});
  expect(JSON.stringify(models)).not.toContain('"where"');
});
