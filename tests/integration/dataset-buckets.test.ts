import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("dataset buckets tells the trainer's buckets, batches and what it cuts away", async () => {
  const [home, work] = [await newFolder(), await newFolder()];
  const folder = join(work, "5_okara");
  await mkdir(folder);
  await drawPictures(folder, 3);
  await writeFile(join(folder, "moving.gif"), "the trainer does not look at it");
  const run = async (...rest: string[]) => {
    const { code, stdout } = await atelier(home, ["dataset", "buckets", work, ...rest, "--json"]);
    return { code, document: JSON.parse(stdout) };
  };

  const plan = await run("--resolution", "64,64", "--min-bucket", "64", "--bucket-step", "8", "--batch-size", "2");
  const refused = await run("--resolution", "64,64");
  const misread = await run("--resolution", "large");

  expect(plan.code).toBe(3);
  expect(plan.document.problems).toMatchObject([{ path: join(folder, "moving.gif"), code: "passedOver" }]);
  const [bucket] = plan.document.buckets;
  expect(plan.document.buckets).toHaveLength(1);
  expect(bucket).toMatchObject({ count: 15, batches: 8 });
  expect(plan.document.batchesPerEpoch).toBe(8);
  for (const { bucket: size, resized, crop, lost } of plan.document.images) {
    expect(size).toEqual([bucket.width, bucket.height]);
    expect([crop[2] - crop[0], crop[3] - crop[1]]).toEqual(size);
    expect(lost).toBeCloseTo(1 - (size[0] * size[1]) / (resized[0] * resized[1]), 10);
  }
  expect([refused.code, refused.document.error.message]).toEqual([2, expect.stringContaining("256")]);
  expect([misread.code, misread.document.error.code]).toEqual([2, "badArguments"]);
});
