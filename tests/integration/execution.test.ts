import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();
const tiny = fileURLToPath(new URL("../../../tests/fixtures/models/tiny-wd", import.meta.url));

test("a folder tagged in batches gets the captions it gets one by one; a broken picture fails alone", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 6);
  await writeFile(join(folder, "3.png"), "no picture");
  const tag = (...more: string[]) =>
    atelier(home, ["tag", folder, "--model", tiny, "--threshold", "0.3", "--existing", "overwrite", "--json", ...more]);

  const single = await tag("--provider", "cpu");
  const batched = await tag("--provider", "cpu", "--batch-size", "4", "--threads", "1", "--rescore");

  expect([single.code, batched.code]).toEqual([3, 3]);
  const captions = ({ stdout }: { stdout: string }): unknown[] =>
    JSON.parse(stdout).images.map(({ caption, status }: Record<string, unknown>) => [status, caption]);
  expect(captions(batched)).toEqual(captions(single));
  expect(captions(batched).filter((one) => String(one).startsWith("written"))).toHaveLength(5);
  expect(single.stderr).toContain("Tagging runs on the CPU: as asked.");
  expect(batched.stderr).toContain("Tagging runs on the CPU in batches of 4: as asked.");
  expect(await readFile(join(folder, "1.txt"), "utf8")).not.toBe("");
});

test("what cannot be used is left for the CPU, and said; a misspelt one is refused", async () => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  const file = join(folder, "1.png");

  // Apple's way is on no machine that has NVIDIA's.
  const other = process.platform === "darwin" ? "cuda" : "coreml";
  const fallen = await atelier(home, ["tag", file, "--model", tiny, "--provider", other, "--json"]);
  const misspelt = await atelier(home, ["tag", file, "--provider", "gpu"]);

  expect(fallen.code).toBe(0);
  expect(JSON.parse(fallen.stdout).execution).toMatch(
    new RegExp(`^Tagging runs on the CPU: ${other} cannot be used \\(.+\\)\\.$`),
  );
  expect(misspelt.code).toBe(2);
  expect(misspelt.stderr).toContain('found "gpu"');
});

test("who may be anybody does not choose how this machine computes", async () => {
  const { port, token } = await startSidecar(await newFolder());
  const client = await connect(port, token, { "x-atelier-exposed": "1" });
  await client.call("initialize", { protocol: 1, client: "test" });
  const image = { data: (await readFile(fileURLToPath(import.meta.url))).toString("base64") };
  const codeOf = (method: string, params: object): Promise<unknown> =>
    client.call(method, params).catch((error: unknown) => Object(error).data.code);

  expect([
    await codeOf("tagging/interrogate", { image, provider: "cpu" }),
    await codeOf("tagging/start", { folder: "/", threads: 1 }),
    await codeOf("tagging/interrogate", { image }),
  ]).toEqual(["notAllowed", "notAllowed", "unreadableImage"]);
});
