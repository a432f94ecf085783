import { readFile } from "node:fs/promises";
import { expect } from "@jest/globals";
import { atelier } from "./command.js";
import { hostileFolder } from "./hostile-files.js";

interface Image {
  path: string;
  status: string;
  error?: { message: string };
}

/** Tags a folder of good and bad pictures: every good one gets its caption, every bad one is named with a reason. */
export async function expectHostileFilesAreNamed(
  [folder, home]: readonly [string, string],
  counts: { good: number; bad: number },
): Promise<void> {
  const { good, bad } = await hostileFolder(folder, counts);

  const { code, stdout } = await atelier(home, ["tag", folder, "--json"]);

  const images: Image[] = JSON.parse(stdout).images;
  const paths = (status: string): string[] => images.filter((image) => image.status === status).map(({ path }) => path);
  expect(code).toBe(3);
  expect(paths("failed").sort()).toEqual([...bad].sort());
  expect(paths("written").sort()).toEqual([...good].sort());
  for (const { error } of images.filter(({ status }) => status === "failed"))
    expect(error?.message).toMatch(/bad-\d+.*: ./);
  for (const path of good) expect((await readFile(path.replace(/png$/, "txt"), "utf8")).length).toBeGreaterThan(0);
}
