import { createHash } from "node:crypto";
import { stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { createOfferedFiles } from "../../../sidecar/machines/door/offered-files.js";
import { createLuggage } from "../../../sidecar/machines/engine/luggage.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { tagTravel } from "../../../sidecar/tagging/tag-travel.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

test("a machine's scores are of the picture that was sent, also when that is changed meanwhile, and of no other", async () => {
  const folder = await newFolder();
  const database = openDatabase(folder);
  const image = join(folder, "1.png");
  await writeFile(image, "a picture");
  const before = await stat(image);
  const bag = createLuggage(createOfferedFiles(database), {});
  const item = { image, caption: join(folder, "1.txt"), model: 0 };
  await tagTravel.packItem(item, bag);
  await writeFile(image, "another one");
  await utimes(image, new Date(), new Date(before.mtimeMs + 5000));
  const result = (content: string) => ({
    content,
    scored: { scores: { labels: Uint32Array.of(1), probabilities: Float32Array.of(0.5) } },
  });

  const { content, scored } = tagTravel.parseResult(item, result(sha("a picture")), bag.sent);
  expect([content, scored?.stamp]).toEqual([sha("a picture"), { size: "a picture".length, modified: before.mtimeMs }]);
  // Scores are kept by content: these would be those of somebody's other picture.
  for (const wrong of [sha("another one"), sha("somebody's other picture"), ""])
    expect(() => tagTravel.parseResult(item, result(wrong), bag.sent)).toThrow("a result of another picture");
  database.close();
});
