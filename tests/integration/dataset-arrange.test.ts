import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { treeOf as tree } from "../support/tree.js";

const newFolder = temporaryFolders();

async function write(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of names) await writeFile(join(folder, name), `content of ${name}`);
}

test("sets become the folders that the trainer wants, by copying or moving, and it is undone", async () => {
  const [home, parent] = [await newFolder(), await newFolder()];
  const [okara, hat, girls, work] = ["おから set", "hat", "girls", "work"].map((name) => join(parent, name));
  await write(okara ?? "", ["1.png", "1.txt", "2.webp", "1.npz"]);
  await write(hat ?? "", ["1.jpg"]);
  await write(girls ?? "", ["g.png"]);
  const before = await tree(parent);
  const run = async (...rest: string[]) => {
    const { code, stdout, stderr } = await atelier(home, ["dataset", ...rest, "--json"]);
    return { code, stderr, document: stdout === "" ? null : JSON.parse(stdout) };
  };
  const wanted = [
    "arrange",
    okara ?? "",
    ...["--trigger", "okara", "--repeats", "10", "--into", work ?? "", "--balance"],
    ...["--concept", `${hat}:okahat:3`, "--reg", `${girls}:girl`],
  ];
  const dry = await run(...wanted, "--dry-run");
  expect(await tree(parent)).toEqual(before);
  const done = await run(...wanted);

  expect(done.code).toBe(0);
  expect(done.document.moved).toEqual(dry.document.moved);
  expect(
    done.document.folders.map(({ showings, path }: { showings: number; path: string }) => [path, showings]),
  ).toEqual([
    [join(work ?? "", "10_okara"), 20],
    [join(work ?? "", "20_okahat"), 20],
    [join(`${work}-reg`, "1_girl"), 1],
  ]);
  expect(await tree(parent)).toEqual({
    ...before,
    "work/10_okara/1.png": "content of 1.png",
    "work/10_okara/1.txt": "content of 1.txt",
    "work/10_okara/1.npz": "content of 1.npz",
    "work/10_okara/2.webp": "content of 2.webp",
    "work/20_okahat/1.jpg": "content of 1.jpg",
    "work-reg/1_girl/g.png": "content of g.png",
  });
  const again = await run(...wanted);
  expect([again.document.files, again.document.step]).toEqual([0, null]);
  const right = await run("training-folder", work ?? "");
  expect([right.code, right.document.verdict, right.document.pictures]).toEqual([0, "right", 3]);
  const conceptItself = await run("training-folder", join(work ?? "", "10_okara"));
  expect(conceptItself.code).toBe(3);
  expect(conceptItself.document.findings[0]).toMatchObject({ kind: "isConcept", give: work });

  expect((await run("undo", okara ?? "")).code).toBe(0);
  expect(await tree(parent)).toEqual(before);
  expect((await readdir(parent)).sort()).toEqual(["girls", "hat", "おから set"].sort());

  await run("arrange", hat ?? "", "--trigger", "okahat", "--move");
  expect(await tree(parent)).toMatchObject({ "hat-training/10_okahat/1.jpg": "content of 1.jpg" });
  expect(await readdir(hat ?? "")).toEqual([]);
  await run("undo", hat ?? "");
  expect(await tree(parent)).toEqual(before);
});

test("a trigger that names no folder, or a folder inside the set, is refused with what to do", async () => {
  const [home, folder] = [await newFolder(), await newFolder()];
  await write(folder, ["1.png"]);
  const bad = await atelier(home, ["dataset", "arrange", folder, "--trigger", "a:b"]);
  const inside = await atelier(home, ["dataset", "arrange", folder, "--trigger", "okara", "--into", join(folder, "w")]);
  const direct = await atelier(home, ["dataset", "training-folder", folder]);

  expect([bad.code, inside.code, direct.code]).toEqual([2, 2, 3]);
  expect(bad.stderr).toContain("Use letters, digits");
  expect(inside.stderr).toContain("Choose a folder beside it");
  expect(direct.stdout).toContain("the trainer finds none of them");
  expect(await readdir(folder)).toEqual(["1.png"]);
});
