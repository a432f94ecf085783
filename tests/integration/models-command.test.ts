import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { atelier, program } from "../support/command.js";
import { hubStandIns } from "../support/hub-stand-in.js";
import { drawPictures } from "../support/pictures.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startHub = hubStandIns();
const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../tests/fixtures/models/${name}`, import.meta.url));
const tiny = fileURLToPath(new URL("../../../models/atelier-tiny-tagger", import.meta.url));
const name = "wd-v1-4-moat-tagger-v2";
const repository = `SmilingWolf/${name}`;

/** The small built-in tagger, as if it were published under the name of the big one. */
const published = {
  [`${repository}/model.onnx`]: readFileSync(join(tiny, "model.onnx")),
  [`${repository}/selected_tags.csv`]: readFileSync(join(tiny, "selected_tags.csv")),
};

test("tag with the name of a model that is not here downloads it first; the next time nothing is asked", async () => {
  const hub = await startHub({ files: published });
  const [folder, home, cache] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 3);
  const environment = { HF_ENDPOINT: hub.endpoint, HF_HOME: cache };
  const argumentList = ["tag", folder, "--model", name, "--json", "--existing", "overwrite"];

  const offline = await atelier(home, argumentList, { ...environment, HF_HUB_OFFLINE: "1" });
  const untouched = hub.seen.length;
  const first = await atelier(home, argumentList, environment);
  const asked = hub.seen.length;
  const second = await atelier(home, argumentList, environment);
  const builtIn = await atelier(home, ["tag", folder, "--json", "--existing", "overwrite"]);

  expect([offline.code, first.code, second.code, builtIn.code]).toEqual([1, 0, 0, 0]);
  expect(JSON.parse(offline.stdout).error.code).toBe("offline");
  expect(untouched).toBe(0);
  expect(JSON.parse(first.stdout)).toMatchObject({ model: name, counts: { written: 3, failed: 0 } });
  expect(JSON.parse(first.stdout).images).toEqual(JSON.parse(builtIn.stdout).images);
  expect(hub.seen.length).toBe(asked);
});

test("models list tells here from absent; models download fetches, 3 when some failed, 1 when all did", async () => {
  const hub = await startHub({ files: published });
  const [home, cache] = [await newFolder(), await newFolder()];
  const environment = { HF_ENDPOINT: hub.endpoint, HF_HOME: cache };

  const some = await atelier(home, ["models", "download", name, "no-such-tagger", "--json"], environment);
  const none = await atelier(home, ["models", "download", "cl_tagger"], environment);
  const list = await atelier(home, ["models", "list", "--json"], environment);
  const bad = await atelier(home, ["models", "download"], environment);

  const { models } = JSON.parse(list.stdout);
  const state = (wanted: string): unknown => models.find((one: { name: string }) => one.name === wanted);
  expect([some.code, none.code, list.code, bad.code]).toEqual([3, 1, 0, 2]);
  expect(JSON.parse(some.stdout).models).toMatchObject([
    { model: name, status: "here", where: expect.stringContaining(cache) },
    { model: "no-such-tagger", status: "failed", error: { code: "modelMissing" } },
  ]);
  expect(none.stdout).toMatch(/cl_tagger: .*cella110n\/cl_tagger/);
  expect(state(name)).toMatchObject({ state: "here", repo: repository, layout: "wd" });
  expect(state("wd-vit-tagger-v3")).toMatchObject({ state: "absent" });
  expect(state("atelier-tiny-tagger")).toMatchObject({ builtIn: true, state: "here" });
});

test("killed in the middle of a download, the next start goes on where it was", async () => {
  const weights = randomBytes(2_000_000);
  const files = { ...published, [`${repository}/model.onnx`]: weights };
  const hub = await startHub({ files, pauseMs: 200 });
  const [home, cache] = [await newFolder(), await newFolder()];
  const environment = { HF_ENDPOINT: hub.endpoint, HF_HOME: cache };
  const blobs = join(cache, "hub", `models--${repository.replace("/", "--")}`, "blobs");
  const blob = join(blobs, createHash("sha256").update(weights).digest("hex"));
  const child = spawn(process.execPath, [program, "models", "download", name], {
    env: { ...process.env, ATELIER_HOME: home, ...environment },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  const size = (): number => statSync(`${blob}.atelier.incomplete`, { throwIfNoEntry: false })?.size ?? 0;
  while (size() < weights.length / 4 && child.exitCode === null) await wait(5);
  child.kill("SIGKILL");
  await exited;
  const kept = size();
  hub.options.pauseMs = 0;

  const { code, stdout } = await atelier(home, ["models", "download", name, "--json"], environment);

  const [{ where }] = JSON.parse(stdout).models;
  expect(code).toBe(0);
  expect(kept).toBeLessThan(weights.length);
  expect(hub.seen.filter(({ server }) => server === "cdn").at(-1)).toMatchObject({
    range: `bytes=${kept}-`,
    bytes: weights.length - kept,
  });
  expect(weights.equals(await readFile(join(where, "model.onnx")))).toBe(true);
  expect(readdirSync(blobs).filter((file) => file.endsWith(".incomplete"))).toEqual([]);
});

test("two processes that download the same model at once share the work", async () => {
  const weights = randomBytes(1_000_000);
  const hub = await startHub({ files: { ...published, [`${repository}/model.onnx`]: weights }, pauseMs: 30 });
  const cache = await newFolder();
  const environment = { HF_ENDPOINT: hub.endpoint, HF_HOME: cache };
  const argumentList = ["models", "download", name, "--json"];

  const runs = await Promise.all([
    atelier(await newFolder(), argumentList, environment),
    atelier(await newFolder(), argumentList, environment),
  ]);

  const wheres = runs.map(({ stdout }) => JSON.parse(stdout).models[0].where);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(wheres[0]).toBe(wheres[1]);
  expect(weights.equals(await readFile(join(wheres[0], "model.onnx")))).toBe(true);
  expect(hub.seen.filter(({ server }) => server === "cdn").map(({ bytes }) => bytes)).toEqual([weights.length]);
});

test("a model in one of the user's folders is used by its name, without a network", async () => {
  const [folder, home, models] = [await newFolder(), await newFolder(), await newFolder()];
  await drawPictures(folder, 1);
  await mkdir(join(models, `SmilingWolf_${name}`), { recursive: true });
  await cp(tiny, join(models, `SmilingWolf_${name}`), { recursive: true });

  const { code, stdout } = await atelier(home, ["tag", folder, "--model", name, "--json"], {
    ATELIER_MODEL_FOLDERS: models,
    HF_HUB_OFFLINE: "1",
    HF_HOME: home,
  });

  expect(code).toBe(0);
  expect(JSON.parse(stdout).counts.written).toBe(1);
});

test.each([
  ["too-new-opset", /needs ONNX opset 99, .* supports up to \d+/],
  ["too-new-ir", /needs ONNX IR version 99, .* supports up to \d+/],
])("%s: a model for a later runtime is told with both versions and the remedy", async (model, expected) => {
  const [folder, home] = [await newFolder(), await newFolder()];
  await drawPictures(folder, 1);

  const { code, stderr } = await atelier(home, ["tag", folder, "--model", fixture(model)]);

  expect(code).toBe(1);
  expect(stderr).toMatch(expected);
  expect(stderr).toContain("Update LoRA Atelier");
  expect(stderr).not.toContain("onnxruntime_src");
});
