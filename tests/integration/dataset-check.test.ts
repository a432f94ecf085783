import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawScene, plantedRelations } from "../support/planted-defects.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

test("dataset check tells what hurts training, keeps what it measured, and does not stop at a broken picture", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  const scene = await drawScene(1);
  await writeFile(join(folder, "1.png"), scene);
  await writeFile(join(folder, "2.png"), await drawScene(2));
  await writeFile(join(folder, "髪 3.png"), (await plantedRelations.mirrored?.(scene)) ?? "");
  await writeFile(join(folder, "4.png"), scene.subarray(0, 3000));
  await writeFile(join(folder, "5.png"), "");
  const check = async (...rest: string[]) => {
    const { code, stdout } = await atelier(home, ["dataset", "check", folder, "--json", ...rest]);
    const { images, set, ...document } = JSON.parse(stdout);
    const kinds = Object.fromEntries(
      images.map(({ path, problems }: { path: string; problems: { kind: string }[] }) => [
        path.slice(folder.length + 1),
        problems.map(({ kind }) => kind),
      ]),
    );
    return { code, document, kinds, set: set.map(({ kind }: { kind: string }) => kind), images };
  };

  const first = await check();
  expect(first.code).toBe(3);
  expect(first.document).toMatchObject({ verdict: "not-trainable", pictures: 5, spread: null });
  expect(first.kinds).toEqual({
    "1.png": [],
    "2.png": [],
    "髪 3.png": ["mirroredDuplicate"],
    "4.png": ["unreadable"],
    "5.png": ["unreadable"],
  });
  expect(first.set).toEqual(expect.arrayContaining(["tooFew", "noCaptions"]));
  const mirrored = first.images.find(({ path }: { path: string }) => path.endsWith("髪 3.png"));
  expect(mirrored.problems[0]).toMatchObject({
    severity: "warning",
    message: "It is 1.png mirrored.",
    remedy: expect.stringContaining("Keep one"),
  });

  await rename(join(folder, "4.png"), join(folder, "4.broken"));
  await rename(join(folder, "5.png"), join(folder, "5.broken"));
  await rename(join(folder, "2.png"), join(folder, "20.png"));
  const second = await check("--min-images", "2", "--max-size", "512");
  expect(second.code).toBe(0);
  expect(second.document).toMatchObject({ verdict: "warnings", pictures: 3, measured: 3 });
  expect(second.kinds["20.png"]).toEqual(["large"]);
  expect(second.set).not.toContain("tooFew");
});

test("dataset duplicates names pairs, and a folder without pictures cannot be trained", async () => {
  const [home, folder, empty] = [await newFolder(), await newFolder(), await newFolder()];
  const scene = await drawScene(3);
  await writeFile(join(folder, "a.png"), scene);
  await writeFile(join(folder, "b.png"), (await plantedRelations.crop?.(scene)) ?? "");
  const pairs = await atelier(home, ["dataset", "duplicates", folder, "--json"]);
  const nothing = await atelier(home, ["dataset", "check", empty, "--json"]);

  expect(JSON.parse(pairs.stdout)).toMatchObject({
    pictures: 2,
    unmeasured: 0,
    pairs: [{ one: join(folder, "b.png"), other: join(folder, "a.png"), kind: "crop", mirrored: false }],
  });
  expect(nothing.code).toBe(3);
  expect(JSON.parse(nothing.stdout)).toMatchObject({ verdict: "not-trainable", set: [{ kind: "noPictures" }] });
});
