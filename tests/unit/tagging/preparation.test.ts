import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { type PreparedPicture, startPreparation } from "../../../sidecar/tagging/inference/preparation.js";
import { onWhite } from "../../../sidecar/tagging/resize/frame-plain.js";
import { temporaryFolders } from "../../support/temporary-folder.js";
import { until } from "../../support/training.js";

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

test("no more is prepared than is to be held: what is held stays as it is, what is released makes room for the next", async () => {
  const preparation = startPreparation(onWhite, { program: mortal });
  preparation.holdAtMost(3);
  const arrived: PreparedPicture[] = [];
  const all = Array.from({ length: 12 }, (_, index) =>
    preparation.prepare(`${index}`, 2).then((prepared) => void arrived.push(prepared)),
  );
  const seen: { together: number; values: number[] }[] = [];
  while (seen.flatMap(({ values }) => values).length < 12) {
    // Room for three: they come, and a fourth does not, however long it is waited for.
    await until(() => arrived.length === 3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const values = arrived.map(({ pixels }) => Number(pixels[0]));
    seen.push({ together: arrived.length, values });
    for (const { release } of arrived.splice(0)) release();
  }
  await Promise.all(all);
  await preparation.close();

  expect(seen.map(({ together }) => together)).toEqual([3, 3, 3, 3]);
  expect(seen.flatMap(({ values }) => values).sort((left, right) => left - right)).toEqual(
    Array.from({ length: 12 }, (_, index) => index),
  );
});

test("a picture that cannot be prepared takes no room", async () => {
  const preparation = startPreparation(onWhite, { program: mortal });
  preparation.holdAtMost(1);

  const results = await Promise.all(
    ["deadly 1", "deadly 2", "5", "6"].map((path) =>
      preparation.prepare(path, 2).then(({ pixels, release }) => {
        const value = pixels[0];
        release();
        return value;
      }, messageOf),
    ),
  );
  await preparation.close();

  const died = "the thread that read it ended: exit code 7";
  expect(results).toEqual([died, died, 5, 6]);
});
