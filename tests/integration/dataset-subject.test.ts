import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

/** Noise all over, so that nothing finds the subject by itself. */
async function noise(path: string, [width, height]: [number, number], seed: number): Promise<void> {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = ((at + seed) * 7919) % 251;
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .png()
    .toFile(path);
}

test("a head marked by hand is told when the trainer cuts it off, and stays in a crop", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const folder = join(work, "5_okara");
  await mkdir(folder);
  await noise(join(folder, "tall.png"), [200, 400], 1);
  await noise(join(folder, "other.png"), [200, 400], 5);
  const run = async (...rest: string[]) => {
    const { code, stdout } = await atelier(home, ["dataset", ...rest, "--json"]);
    return { code, document: JSON.parse(stdout) };
  };
  const eye = ["--resolution", "256,256", "--no-buckets"];

  const before = await run("buckets", folder, ...eye);
  const marked = await run("subject", folder, "--pictures", "tall.png,gone.png", "--box", "0.3,0,0.7,0.2");
  const after = await run("buckets", folder, ...eye);
  const square = ["--size", "128,128", "--dry-run"];
  const middle = await run("resize", folder, ...square);
  const followed = await run("resize", folder, ...square, "--follow-subject");

  expect(before.document.images.map(({ cutsSubject }: { cutsSubject: unknown }) => cutsSubject)).toEqual([null, null]);
  expect([marked.code, marked.document.marked, marked.document.problems[0].path]).toEqual([
    3,
    1,
    join(folder, "gone.png"),
  ]);
  expect(after.document.images).toMatchObject([
    { path: join(folder, "other.png"), subject: null, cutsSubject: null },
    { path: join(folder, "tall.png"), subject: { box: [0.3, 0, 0.7, 0.2], by: "hand" }, cutsSubject: ["top"] },
  ]);
  expect(middle.document.images.map(({ keep }: { keep: number[] }) => keep[1])).toEqual([100, 100]);
  expect(followed.document.images.map(({ keep }: { keep: number[] }) => keep[1])).toEqual([100, 0]);

  // A mark belongs to the picture, not to its name.
  await run("rename", folder);
  const renamed = await run("subject", folder);
  expect(renamed.document.images).toMatchObject([
    { path: join(folder, "0001.png"), subject: null },
    { path: join(folder, "0002.png"), subject: { by: "hand" } },
  ]);
  const resized = await run("resize", folder, "--size", "128,128", "--follow-subject");
  const kept = await sharp(join(resized.document.output, "0002.png")).raw().toBuffer();
  const wanted = await sharp(join(folder, "0002.png"))
    .extract({ left: 0, top: 0, width: 200, height: 200 })
    .resize(128, 128, { fit: "fill", kernel: "lanczos3" })
    .raw()
    .toBuffer();
  expect(kept.equals(wanted)).toBe(true);

  const cleared = await run("subject", folder, "--pictures", "0002.png", "--clear");
  const last = await run("subject", folder);
  expect([cleared.document.marked, last.document.images[1].subject]).toEqual([1, null]);
  const misread = await run("subject", folder, "--pictures", "0002.png", "--box", "20,0,80,50");
  expect([misread.code, misread.document.error.code]).toEqual([2, "badArguments"]);
});
