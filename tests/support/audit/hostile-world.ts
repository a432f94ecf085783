import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { drawPictures } from "../pictures.js";

// Whoever sees it has read what lies outside.
export const marker = "zebrafish";
// These names stand for each other when two answers are compared.
const [secret, absent, outLink, dangling] = ["qqsecretqq", "qqabsentqq", "qqoutsideqq", "qqnowhereqq"];

const suffixes = ["png", "txt", "json", "jsonl", "csv", "zip", "toml", "safetensors", "onnx", "mp4"];

export interface HostilePath {
  what: string;
  path: string;
  /** The same way to where nothing is; absent for what cannot be anywhere. */
  twin?: string;
}

/** What two answers have to have in common that are about a path and its twin. */
export const alike = (answer: unknown): string =>
  JSON.stringify(answer)
    .replaceAll(/qq[a-z]+qq/g, "?")
    .replaceAll(/"id":\d+/g, "");

/**
 * Beside each other: `root`, that visitors may use; `links`, that they may use too, with links out of it; and a folder of
 * secrets.
 */
export async function hostileWorld(base: string) {
  const [root, links, outside] = [join(base, "root"), join(base, "links"), join(base, secret)];
  await mkdir(outside);
  await mkdir(links);
  await drawPictures(outside, 1);
  await writeFile(join(outside, `${marker}.png`), marker);
  for (const suffix of suffixes.slice(1)) await writeFile(join(outside, `1.${suffix}`), `${marker}, 1girl`);
  await symlink(outside, join(links, outLink));
  await symlink(join(base, absent), join(links, dangling));
  for (const suffix of suffixes) {
    await symlink(join(outside, `1.${suffix}`), join(links, `${outLink}.${suffix}`));
    await symlink(join(base, absent, `1.${suffix}`), join(links, `${dangling}.${suffix}`));
  }
  return {
    root,
    links,
    /** Makes the root anew: pictures with captions in `10_okara`. */
    async renew(): Promise<void> {
      await rm(root, { recursive: true, force: true });
      await mkdir(join(root, "10_okara"), { recursive: true });
      await mkdir(join(root, "empty"));
      await writeFile(join(root, "10_okara", "1.png"), await readFile(join(outside, "1.png")));
      for (const suffix of suffixes.slice(1))
        await writeFile(join(root, "10_okara", `1.${suffix}`), suffix === "json" ? "{}" : "okara, smile");
    },
    /** Names, sizes and times of all that lies outside. */
    async outsideNow(): Promise<string[]> {
      const names = await readdir(base, { recursive: true });
      const watched = names.filter((name) => !/^root(?=$|[\\/])/.test(name)).sort();
      return Promise.all(
        watched.map(async (name) => {
          const found = await stat(join(base, name)).catch(() => null);
          return `${name} ${found?.size} ${found?.mtimeMs}`;
        }),
      );
    },
    /** @param suffix of the file that is wanted, with its dot; "" for a folder */
    paths: (suffix: string): HostilePath[] => {
      const file = suffix === "" ? "" : `1${suffix}`;
      return [
        { what: "outside", path: join(outside, file), twin: join(base, absent, file) },
        { what: "..", path: `${root}/../${secret}/${file}`, twin: `${root}/../${absent}/${file}` },
        { what: "a link", path: join(links, outLink + suffix), twin: join(links, dangling + suffix) },
        { what: "through a link", path: join(links, outLink, file), twin: join(links, dangling, file) },
        { what: "another's home", path: join(homedir(), file) },
        { what: "~", path: `~/${file}` },
        { what: "relative", path: file || "node_modules" },
        { what: "UNC", path: `\\\\server\\share\\${file}` },
        { what: "UNC with slashes", path: `//server/share/${file}` },
        { what: "a drive", path: `C:\\Windows\\${file}` },
        { what: "a drive's own folder", path: `C:${file}` },
        { what: "the device namespace", path: `\\\\?\\C:\\${file}` },
        { what: "a device", path: join(root, `NUL${suffix}`) },
        { what: "a device with a number", path: join(root, `com1${suffix}`) },
        { what: "NUL", path: `${root}\0/${secret}/${file}` },
      ];
    },
    parts: (): string[] => [
      `../../${secret}/1`,
      `..\\..\\${secret}\\1`,
      join(outside, "1"),
      `/../../../${secret}/1.txt`,
      "..",
      "a\0b",
    ],
  };
}

export type HostileWorld = Awaited<ReturnType<typeof hostileWorld>>;
