import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { startPreparation } from "../../../sidecar/tagging/inference/preparation.js";
import { onWhite } from "../../../sidecar/tagging/resize/frame-plain.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const mortal = new URL("../../support/mortal-worker.js", import.meta.url);
const messageOf = (error: unknown): string => String(Object(error).message);

test("a thread that dies costs the one picture it worked on, however many die", async () => {
  const preparation = startPreparation(onWhite, { program: mortal });
  const paths = Array.from({ length: 90 }, (_, index) => (index % 2 === 0 ? `deadly ${index}` : `${index}`));

  const results = await Promise.all(
    paths.map((path) =>
      preparation.prepare(path, 2).then(({ pixels, content }) => [pixels[0], pixels.length, content], messageOf),
    ),
  );
  await preparation.close();

  const expected = paths.map((path) =>
    path.startsWith("deadly") ? "the thread that read it ended: exit code 7" : [Number(path), 12, `content of ${path}`],
  );
  expect(results).toEqual(expected);
});

test("a picture comes as pixels with the SHA-256 of its file; what is none is named and hinders no other", async () => {
  const folder = await newFolder();
  const [good, empty, text] = ["good.png", "empty.png", "text.png"].map((name) => join(folder, name));
  await sharp({ create: { width: 3, height: 1, channels: 3, background: "#102030" } })
    .png()
    .toFile(String(good));
  await writeFile(String(empty), "");
  await writeFile(String(text), "no picture");
  const preparation = startPreparation();

  const results = await Promise.allSettled(
    [empty, good, text, folder, good].map((path) => preparation.prepare(String(path), 3)),
  );
  await preparation.close();

  const white = [255, 255, 255, 255, 255, 255, 255, 255, 255];
  const picture = [...white, 16, 32, 48, 16, 32, 48, 16, 32, 48, ...white];
  const told = results.map((result) =>
    result.status === "fulfilled" ? [...result.value.pixels] : messageOf(result.reason),
  );
  expect(told).toEqual([
    "the file is empty",
    picture,
    expect.stringContaining("unsupported image format"),
    expect.stringContaining("expected a picture file"),
    picture,
  ]);
});
