import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Params } from "../../../protocol/validate.js";
import { reportError } from "../../../sidecar/host/studio-error.js";
import { pictureSet, planningRooms } from "../../support/planning.js";
import { temporaryFolders } from "../../support/temporary-folder.js";
import { writeSafetensors } from "../../support/tiny-safetensors.js";

const newFolder = temporaryFolders();
const openRoom = planningRooms();

type Plan = Params<"planning/examine">["plan"];

const refusal = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => reportError(error),
  );

describe("a proposal", () => {
  it("begins with a configuration in place of a preset", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara");
    const { plan: first } = await room["planning/propose"]({ folder, preset: "article" });
    const from: Plan = { ...first, arguments: { ...first.arguments, network_dim: 24, train_data_dir: "/elsewhere" } };
    const { plan } = await room["planning/propose"]({ folder, from });
    expect(plan.arguments).toMatchObject({ network_dim: 24, train_data_dir: work, optimizer_type: "Adafactor" });
    expect(plan.length).toEqual({ by: "epochs", value: 35 });
    expect(await refusal(room["planning/propose"]({ folder, from, preset: "article" }))).toMatchObject({
      code: "badArguments",
    });
  });

  it("takes the family from the base model's file, and v-prediction with it", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 3 });
    const model = join(work, "noob-v.safetensors");
    const name = "model.diffusion_model.input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight";
    await writeSafetensors(model, { [name]: { shape: [4, 2048] }, v_pred: { shape: [] } });
    const { plan, reasons } = await room["planning/propose"]({ folder, model });
    expect(plan.family).toBe("sdxl");
    expect(plan.arguments.v_parameterization).toBe(true);
    expect(reasons.find(({ argument }) => argument === "family")?.reason).toBe("familyOfModel");
  });

  it("never puts its files where the trainer would take them for pictures", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_3_okara", { count: 1 });
    const { plan } = await room["planning/propose"]({ folder });
    expect(String(plan.arguments.output_dir)).toBe(join(work, "okara-lora"));
  });
});

describe("what a plan's folders hold", () => {
  const planFor = (train_data_dir: string): Plan => ({
    name: "okara",
    family: "sd15",
    length: { by: "epochs", value: 2 },
    arguments: { train_data_dir, resolution: "512,512", caption_extension: ".txt", network_module: "networks.lora" },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: null,
  });

  it("counts captions, triggers, and those that stop the trainer", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "4_okara girl", { count: 4, caption: "Okara_Girl, smile" });
    await writeFile(join(folder, "0002.txt"), "");
    await writeFile(join(folder, "0003.txt"), Buffer.from([0x82, 0xa8, 0x82, 0xa9, 0x82, 0xe7]));
    const { data, problems, steps } = await room["planning/examine"]({ plan: planFor(work) });
    expect(data?.folders).toMatchObject([
      { folder, repeats: 4, trigger: "okara girl", pictures: 4, captions: 4, withTrigger: 2 },
    ]);
    expect(problems.find(({ rule }) => rule === "captionsBroken")?.values).toMatchObject({ captions: 2 });
    expect(steps).toMatchObject({ images: 4, showings: 16, exact: 32 });
  });

  it("the folder of pictures itself is refused with its parent named", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 2 });
    const { problems, steps } = await room["planning/examine"]({ plan: planFor(folder) });
    const found = problems.find(({ rule }) => rule === "parentNeeded");
    expect(found).toMatchObject({ severity: "error", values: { parent: work } });
    expect(steps).toBeNull();
  });

  it("a folder that is not there, one without repeats, and one without pictures are told", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const gone = await room["planning/examine"]({ plan: planFor(join(work, "gone")) });
    expect(gone.problems.map(({ rule }) => rule)).toContain("folderMissing");
    await pictureSet(work, "okara", { count: 2 });
    await mkdir(join(work, "10_empty"));
    const { problems } = await room["planning/examine"]({ plan: planFor(work) });
    expect(problems.find(({ rule }) => rule === "noFolderWithRepeats")).toMatchObject({
      severity: "error",
      values: { folders: join(work, "okara") },
    });
  });

  it("regularisation pictures are counted as the trainer does", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    await pictureSet(join(work, "img"), "5_okara", { count: 4, size: [512, 512] });
    await pictureSet(join(work, "reg"), "1_girl", { count: 3, size: [512, 512], caption: null });
    const plan = planFor(join(work, "img"));
    const { steps } = await room["planning/examine"]({
      plan: { ...plan, arguments: { ...plan.arguments, reg_data_dir: join(work, "reg") } },
    });
    expect(steps).toMatchObject({ images: 4, showings: 20, batchesPerEpoch: 40, exact: 80, article: 40, kohya: 80 });
    expect(steps?.differences.map(({ kind }) => kind)).toEqual(["regularisation"]);
  });
});

describe("configurations in and out", () => {
  it("a set of two folders goes out as a dataset file, and comes back", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 2 });
    const outfit = await pictureSet(work, "3_outfit", { count: 1, size: [512, 512] });
    const { plan } = await room["planning/propose"]({ folder: work, epochs: 2 });
    const { text } = await room["planning/export"]({ plan, format: "dataset-toml" });
    const read = await room["planning/import"]({ text });
    expect(read).toMatchObject({ kind: "dataset-toml", problems: [] });
    const { data } = await room["planning/examine"]({ plan: read.plan });
    expect(data?.folders).toMatchObject([
      { folder: outfit, repeats: 3, trigger: "outfit", pictures: 1 },
      { folder, repeats: 10, trigger: "okara", pictures: 2 },
    ]);
  });

  it("a trainer's TOML names its family, since its arguments do not", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 1 });
    const { plan } = await room["planning/propose"]({ folder, family: "sd15", epochs: 3 });
    const { text } = await room["planning/export"]({ plan, format: "toml" });
    const read = await room["planning/import"]({ text });
    expect(read.plan.family).toBe("sd15");
    expect((await room["planning/compare"]({ plans: [plan, read.plan] })).rows).toEqual([]);
  });

  it("what a plan of our own cannot lose comes back as it was", async () => {
    const room = openRoom(await newFolder());
    const plan: Plan = {
      name: "すべて",
      family: "sdxl",
      length: { by: "kohyaEpochs", value: 7 },
      arguments: { text_encoder_lr: [1e-5, 2e-5], optimizer_args: ["a=b c"], seed: 0 },
      datasets: [
        {
          options: { resolution: [512, 768] },
          subsets: [
            { folder: "C:\\画像", repeats: 2, trigger: null, regularisation: true, options: { flip_aug: true } },
          ],
        },
      ],
      launch: { num_processes: 2 },
      samplePrompts: "okara --w 512\n# remark",
      additional: ["--lowram"],
      origin: { kind: "kohya", config: { LoRA_type: "Standard", unknown: [1, { deep: null }] } },
    };
    const { text } = await room["planning/export"]({ plan, format: "plan" });
    expect((await room["planning/import"]({ text })).plan).toEqual(plan);
  });

  it.each([
    ["no configuration", "hello"],
    ["nothing", ""],
    ["JSON that breaks off", '{"LoRA_type": "Standard"'],
    ["other JSON", '{"hello": 1}'],
    ["TOML that breaks off", "learning_rate = "],
    ["a newer plan", '{"lora_atelier_plan": 9}'],
    ["a plan that is none", '{"lora_atelier_plan": 1, "plan": {"name": 3}}'],
    ["a plan with a key that reaches a prototype", '{"lora_atelier_plan": 1, "plan": {"__proto__": {"name": "x"}}}'],
  ])("%s is refused in words", async (_name, text) => {
    const room = openRoom(await newFolder());
    const error = await refusal(room["planning/import"]({ text }));
    expect(error).toMatchObject({ code: "badArguments" });
    expect(error?.message.length).toBeGreaterThan(20);
    expect(error?.hint.length).toBeGreaterThan(5);
  });

  it("a path and a text at once are too much", async () => {
    const room = openRoom(await newFolder());
    expect(await refusal(room["planning/import"]({ text: "{}", path: "/x" }))).toMatchObject({ code: "badArguments" });
  });
});

describe("a LoRA file", () => {
  const metadata = {
    ss_network_module: "networks.lora",
    ss_network_dim: "16",
    ss_max_train_steps: "6",
    ss_num_epochs: "1",
    ss_num_batches_per_epoch: "8",
    ss_gradient_accumulation_steps: "1",
    ss_base_model_version: "sd_v1",
    ss_resolution: "(512, 512)",
    ss_batch_size_per_device: "2",
    ss_training_started_at: "1000",
    ss_training_finished_at: "1060",
    ss_steps: "6",
    ss_session_id: "77",
  };

  it("tells how it was trained and how fast; the next estimate rests on that", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const [lora, bare] = [join(work, "okara.safetensors"), join(work, "bare.safetensors")];
    await writeSafetensors(lora, { "lora_unet_x.alpha": { shape: [] } }, { metadata });
    await writeSafetensors(bare, { "lora_unet_x.alpha": { shape: [] } });
    const read = await room["planning/import"]({ path: lora });
    expect(read).toMatchObject({
      kind: "metadata",
      plan: { family: "sd15", length: { by: "steps", value: 6 }, arguments: { network_dim: 16, train_batch_size: 2 } },
    });
    const folder = await pictureSet(work, "10_okara");
    const { plan } = await room["planning/propose"]({ folder, preset: "article" });
    const before = await room["planning/examine"]({ plan, gpuMemory: 12 });
    expect(before.estimate).toMatchObject({ basis: "published", runs: 0 });
    expect(await room["planning/learnSpeed"]({ files: [lora, bare] })).toMatchObject({
      learned: [{ path: lora, secondsPerStep: 10, steps: 6 }],
      problems: [{ path: bare }],
    });
    const { estimate } = await room["planning/examine"]({ plan });
    expect(estimate).toMatchObject({ basis: "runs", runs: 1 });
    // 10 s for 2 × 512² pixels; the article's pictures have 600 × 900.
    const expected = (10 / (2 * 512 * 512)) * 600 * 900;
    expect(estimate.secondsPerStep?.low).toBeLessThan(expected);
    expect(estimate.secondsPerStep?.high).toBeGreaterThan(expected);
    // Learnt twice, it is one run.
    await room["planning/learnSpeed"]({ files: [lora] });
    expect((await room["planning/examine"]({ plan })).estimate.runs).toBe(1);
  });
});

describe("what is kept", () => {
  it("plans by revision: a stale one is refused, a removed one comes back", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 1 });
    const { plan, reasons } = await room["planning/propose"]({ folder });
    const { id, revision } = await room["planning/save"]({ plan, concept: "outfit", folder, reasons });
    const renamed = { ...plan, name: "second" };
    await room["planning/save"]({ id, ifRevision: revision, plan: renamed, concept: "outfit" });
    const stale = await refusal(room["planning/save"]({ id, ifRevision: revision, plan, concept: "outfit" }));
    expect(stale).toMatchObject({ code: "changedElsewhere" });
    expect((await room["planning/plans"]({ folder })).plans).toMatchObject([
      { id, name: "second", folder, concept: "outfit", revision: 2 },
    ]);
    expect(await room["planning/get"]({ id })).toMatchObject({ plan: renamed, revision: 2 });
    await room["planning/remove"]({ id });
    expect((await room["planning/plans"]({})).plans).toEqual([]);
    await room["planning/remove"]({ id, restore: true });
    expect((await room["planning/plans"]({})).plans).toHaveLength(1);
    expect(await refusal(room["planning/get"]({ id: 99 }))).toMatchObject({ code: "notFound" });
  });

  it("presets by name: how a plan trains, not where", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 2 });
    const { plan } = await room["planning/propose"]({ folder, arguments: { network_dim: 24 } });
    const { presets } = await room["planning/savePreset"]({ name: "mine", plan });
    const saved = presets.find(({ name }) => name === "mine");
    expect(saved?.arguments).toMatchObject({ network_dim: 24 });
    expect(saved?.arguments).not.toHaveProperty("train_data_dir");
    expect(saved?.arguments).not.toHaveProperty("output_dir");
    const again = await room["planning/propose"]({ folder, preset: "mine" });
    expect(again.plan.arguments.network_dim).toBe(24);
    expect(await refusal(room["planning/savePreset"]({ name: "article", plan }))).toMatchObject({
      code: "badArguments",
    });
    expect(await refusal(room["planning/deletePreset"]({ name: "none" }))).toMatchObject({ code: "notFound" });
    expect((await room["planning/deletePreset"]({ name: "mine" })).presets.map(({ name }) => name)).not.toContain(
      "mine",
    );
  });

  it("names that no argument has are refused", async () => {
    const [room, work] = [openRoom(await newFolder()), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 1 });
    const { plan } = await room["planning/propose"]({ folder });
    const bad = { ...plan, arguments: { ...plan.arguments, "a b": 1 } };
    expect(await refusal(room["planning/examine"]({ plan: bad }))).toMatchObject({ code: "badArguments" });
  });
});
