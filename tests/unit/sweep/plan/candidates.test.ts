import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readSafetensorsHeader } from "../../../../sidecar/host/safetensors.js";
import { byProgress } from "../../../../sidecar/sweep/plan/candidates/candidate-labels.js";
import { candidatesOf, candidatesOfFolder } from "../../../../sidecar/sweep/plan/candidates/find-candidates.js";
import { progressOfName } from "../../../../sidecar/sweep/plan/candidates/name-facts.js";
import { writeLora } from "../../../support/lora-file.js";
import { temporaryFolders } from "../../../support/temporary-folder.js";

const newFolder = temporaryFolders();

test.each([
  ["/x/okara-step00001000.safetensors", { step: 1000, epoch: null }],
  ["/x/okara-000010.safetensors", { step: null, epoch: 10 }],
  ["/x/okara_000001500.safetensors", { step: 1500, epoch: null }],
  ["/x/2024-01-02_03-04-05-save-500-5-20.safetensors", { step: 500, epoch: 5 }],
  ["/x/checkpoint-750/pytorch_lora_weights.safetensors", { step: 750, epoch: null }],
  ["/x/okara.safetensors", { step: null, epoch: null }],
])("progress by the name %s", (path, expected) => {
  expect(progressOfName(path)).toEqual(expected);
});

test("a folder's files are told with step, epoch, family and the hash that an infotext will carry, in the order of training", async () => {
  const folder = await newFolder();
  const at = (step: number, epoch: number) => ({
    ss_steps: String(step),
    ss_epoch: String(epoch),
    ss_output_name: "okara",
    ss_network_dim: "4",
  });
  await writeLora(join(folder, "okara.safetensors"), {
    metadata: { ...at(30, 3), sshs_model_hash: "abcdef012345ffff" },
  });
  await writeLora(join(folder, "okara-000002.safetensors"), { metadata: at(20, 2) });
  await writeLora(join(folder, "okara-000010.safetensors"), { metadata: at(100, 10), inputs: 2048 });
  const found = await candidatesOfFolder(folder);
  expect(found.map(({ label }) => label)).toEqual(["step 20 · ep 2", "step 30 · ep 3", "step 100 · ep 10"]);
  expect(found.map(({ family }) => family)).toEqual(["sd15", "sd15", "sdxl"]);
  expect(found[1]).toMatchObject({
    hash: "abcdef012345",
    outputName: "okara",
    networkDim: 4,
    problem: null,
    rehearsal: false,
  });
  // Without a hash in its metadata: SHA-256 of what follows the header.
  const path = found[0]?.path ?? "";
  const { dataFrom } = await readSafetensorsHeader(path);
  const rest = (await readFile(path)).subarray(dataFrom);
  expect(found[0]?.hash).toBe(createHash("sha256").update(rest).digest("hex").slice(0, 12));
});

test("a step's file that was saved as its epoch ended is of that epoch, though it counts one fewer", async () => {
  const folder = await newFolder();
  const at = (step: number, epoch: number) => ({
    metadata: { ss_steps: String(step), ss_epoch: String(epoch), ss_num_batches_per_epoch: "200" },
  });
  await writeLora(join(folder, "ended.safetensors"), at(400, 1));
  await writeLora(join(folder, "within.safetensors"), at(500, 2));
  const { metadata } = at(300, 2);
  await writeLora(join(folder, "gathered.safetensors"), {
    metadata: { ...metadata, ss_gradient_accumulation_steps: "2" },
  });
  const found = await candidatesOfFolder(folder);
  expect(found.map(({ label }) => label)).toEqual(["step 300 · ep 3", "step 400 · ep 2", "step 500 · ep 2"]);
});

test("labels that would be the same are file names", async () => {
  const folder = await newFolder();
  for (const name of ["a", "b"])
    await writeLora(join(folder, `${name}.safetensors`), { metadata: { ss_steps: "10", ss_epoch: "0" } });
  await writeLora(join(folder, "c.safetensors"), { metadata: {} });
  expect((await candidatesOfFolder(folder)).map(({ label }) => label)).toEqual(["a", "b", "c"]);
});

test("files that are no use are told with what is wrong, and do not stop the others", async () => {
  const folder = await newFolder();
  const good = await writeLora(join(folder, "good.safetensors"));
  const cut = join(folder, "cut.safetensors");
  await writeFile(cut, (await readFile(good)).subarray(0, -100));
  const text = join(folder, "text.safetensors");
  await writeFile(text, "this is no LoRA at all, only a text file");
  const marked = await writeLora(join(folder, "marked.safetensors"), {
    metadata: { ss_training_comment: "LoRA Atelier stand-in trainer: nothing was learnt" },
  });
  const paths = [good, cut, text, join(folder, "gone.safetensors"), marked];
  const found = await candidatesOf(
    paths.map((path) => ({ path })),
    { sorted: false },
  );
  expect(found.map(({ problem }) => problem?.code ?? null)).toEqual([
    null,
    "loraCut",
    "loraNotSafetensors",
    "loraMissing",
    null,
  ]);
  expect(found.map(({ rehearsal }) => rehearsal)).toEqual([false, false, false, false, true]);
});

test("the last file of a training, which names no step, stands last", () => {
  const one = (name: string, step: number | null, epoch: number | null) => ({ name, step, epoch });
  const sorted = [one("okara", null, null), one("okara-000010", null, 10), one("okara-000002", null, 2)].sort(
    byProgress,
  );
  expect(sorted.map(({ name }) => name)).toEqual(["okara-000002", "okara-000010", "okara"]);
  const same = [one("okara", 100, 10), one("okara-000010", 100, 10)].sort(byProgress);
  expect(same.map(({ name }) => name)).toEqual(["okara-000010", "okara"]);
});
