import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { atelier } from "../support/command.js";
import { pictureSet } from "../support/planning.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { writeSafetensors } from "../support/tiny-safetensors.js";

const newFolder = temporaryFolders();
const articleFile = "tests/fixtures/kohya-gui/article-okara.config.json";
const elsewhere = "G:/Tools/Python/venv/StabilityMatrix";

interface Problem {
  rule: string;
  severity: string;
  message: string;
  remedy: string;
  source: string;
}

const baseModel = async (folder: string): Promise<string> => {
  const path = join(folder, "LastpieceCore_A0692.fp16.safetensors");
  const name = "model.diffusion_model.input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight";
  await mkdir(folder, { recursive: true });
  await writeSafetensors(path, { [name]: { shape: [320, 768] } });
  return path;
};

const errors = (problems: readonly Problem[]): string[] =>
  problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule);

describe("plan DIR", () => {
  test("the article's set and steps: 35 epochs, counted exactly, every problem with remedy and source", async () => {
    const [home, work] = [await newFolder(), await newFolder()];
    const folder = await pictureSet(work, "10_okara");
    const model = await baseModel(await newFolder());
    const { code, stdout } = await atelier(home, [
      "plan",
      folder,
      "--steps",
      "7000",
      "--preset",
      "article",
      "--base-model",
      model,
      "--json",
    ]);
    const { plan, steps, problems, files } = JSON.parse(stdout);

    expect(code).toBe(0);
    expect(steps).toMatchObject({ article: 7000, exact: 7000, perEpoch: 200, epochs: 35 });
    expect(plan).toMatchObject({
      family: "sd15",
      length: { by: "epochs", value: 35 },
      arguments: {
        train_data_dir: work,
        resolution: "600,900",
        optimizer_type: "Adafactor",
        lr_scheduler: "adafactor",
        learning_rate: 1e-4,
        network_dim: 16,
        network_alpha: 1,
        output_name: "okara",
        pretrained_model_name_or_path: model,
      },
    });
    expect(files.at(-1).name).toBe("okara.safetensors");
    expect(files).toHaveLength(8);
    expect(errors(problems)).toEqual([]);
    for (const { message, remedy, source, severity } of problems as Problem[]) {
      expect(["error", "warning", "note"]).toContain(severity);
      for (const text of [message, remedy, source]) expect(text.length).toBeGreaterThan(3);
    }
  });

  test("pictures without repeats in their folder's name are named to the trainer where they lie", async () => {
    const [home, work] = [await newFolder(), await newFolder()];
    const folder = join(work, "おから の絵");
    await mkdir(folder);
    for (const [index, size] of [
      [600, 900],
      [640, 640],
      [640, 640],
    ].entries()) {
      const [width = 1, height = 1] = size;
      await sharp({ create: { width, height, channels: 3, background: "#884466" } })
        .png()
        .toFile(join(folder, `${index}.png`));
    }
    const run = await atelier(home, [
      "plan",
      folder,
      "--steps",
      "100",
      "--epochs",
      "5",
      "--trigger",
      "okara",
      "--json",
    ]);
    const { plan, steps } = JSON.parse(run.stdout);

    // 100 steps in 5 epochs of 3 pictures: 6 or 7 repeats, and 7 is nearer.
    expect(plan.datasets[0].subsets).toEqual([
      { folder, repeats: 7, trigger: "okara", regularisation: false, options: {} },
    ]);
    expect(plan.arguments.train_data_dir).toBeUndefined();
    expect(steps).toMatchObject({ images: 3, showings: 21, exact: 105, epochs: 5 });
  });

  test("bad words are told with what is known", async () => {
    const [home, work] = [await newFolder(), await newFolder()];
    const folder = await pictureSet(work, "10_okara", { count: 1, caption: null });
    const refusal = async (...rest: string[]) => {
      const { code, stdout } = await atelier(home, ["plan", folder, ...rest, "--json"]);
      return [code, JSON.parse(stdout).error.message, JSON.parse(stdout).error.hint];
    };
    const [name, value, family, type] = await Promise.all([
      refusal("--set", "netwrk_dim=8"),
      refusal("--set", "network_dim=many"),
      refusal("--family", "sd9"),
      refusal("--type", "none"),
    ]);
    expect(name).toEqual([2, expect.stringContaining("netwrk_dim"), expect.anything()]);
    expect(value).toEqual([2, expect.stringContaining("many"), expect.anything()]);
    expect(family).toEqual([2, expect.stringContaining("sdxl"), expect.anything()]);
    expect(type).toEqual([2, expect.stringContaining("none"), expect.stringContaining("loha")]);
  });
});

describe("a configuration of Kohya's GUI", () => {
  test("the article's: kept key for key, mapped once, then checked, exported and dry as it is", async () => {
    const [home, tools] = [await newFolder(), await newFolder()];
    await pictureSet(join(tools, "training", "LoRA", "training img"), "10_okara");
    await baseModel(join(tools, "Data", "Models", "StableDiffusion", "LastpieceCore"));
    const original: unknown = JSON.parse(await readFile(articleFile, "utf8"));

    const before = await atelier(home, ["plan", "check", articleFile, "--json"]);
    expect(before.code).toBe(1);
    expect(JSON.parse(before.stdout).foreign).toEqual([elsewhere]);

    const mapped = await atelier(home, ["plan", "map", elsewhere, tools]);
    expect(mapped.code).toBe(0);
    const check = await atelier(home, ["plan", "check", articleFile, "--json"]);
    const checked = JSON.parse(check.stdout);
    expect(check.code).toBe(0);
    expect(errors(checked.problems)).toEqual([]);
    expect(checked.problems.find(({ rule }: Problem) => rule === "resolutionStep").severity).toBe("warning");
    expect(checked.steps).toMatchObject({ article: 7000, exact: 7000, kohya: 7000 });
    expect(checked.effective.max_train_steps).toBe(7000);
    expect(checked.foreign).toEqual([]);

    const exported = await atelier(home, ["plan", "export", articleFile]);
    expect(exported.code).toBe(0);
    const again: unknown = JSON.parse(exported.stdout);
    expect(again).toEqual(original);
    expect(Object.keys(Object(again))).toEqual(Object.keys(Object(original)));

    const toml = await atelier(home, ["plan", "export", articleFile, "--format", "toml"]);
    expect(toml.stdout).toContain(`train_data_dir = "${join(tools, "training/LoRA/training img")}"`);
    expect(toml.stdout).toContain("max_train_steps = 7000");
    const command = await atelier(home, ["plan", "export", articleFile, "--format", "command", "--shell", "cmd"]);
    expect(command.stdout).toContain("train_network.py");
  });

  test("check exits with 1 when a rule is broken, and says how to mend it", async () => {
    const [home, work] = [await newFolder(), await newFolder()];
    const config = Object(JSON.parse(await readFile(articleFile, "utf8")));
    const broken = join(work, "broken.json");
    await writeFile(broken, JSON.stringify({ ...config, optimizer: "AdamW", learning_rate: "much" }));
    const { code, stdout, stderr } = await atelier(home, ["plan", "check", broken]);
    expect(code).toBe(1);
    expect(stdout).toContain("error: ");
    expect(stdout.toLowerCase()).toContain("adafactor");
    expect(stderr).toContain("learning_rate");
  });
});

describe("other configurations", () => {
  test("a plan is written, never over another file, read again, compared and explained", async () => {
    const [home, work] = [await newFolder(), await newFolder()];
    const folder = await pictureSet(work, "10_okara");
    const [first, second] = [join(work, "first.json"), join(work, "second.json")];
    await atelier(home, ["plan", folder, "--preset", "article", "--output", first]);
    await atelier(home, ["plan", folder, "--preset", "article", "--dim", "32", "--output", second]);
    const refused = await atelier(home, ["plan", folder, "--epochs", "3", "--output", first]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("--overwrite");
    const kept = await readFile(first, "utf8");
    const forced = await atelier(home, ["plan", folder, "--epochs", "3", "--output", first, "--overwrite"]);
    expect(forced.code).toBe(0);
    expect(await readFile(`${first}.bak`, "utf8")).toBe(kept);
    await writeFile(first, kept);

    const compared = await atelier(home, ["plan", "compare", first, second, "--json"]);
    expect(JSON.parse(compared.stdout).rows).toEqual([
      { argument: "network_dim", values: [16, 32], isDefault: [false, false] },
    ]);
    const explained = await atelier(home, ["plan", "explain", first]);
    expect(explained.stdout).toContain("network_dim = 16   (default null)");

    // Through the trainer's TOML and back it is the same training.
    const toml = join(work, "first.toml");
    await atelier(home, ["plan", "export", first, "--format", "toml", "--output", toml]);
    const same = await atelier(home, ["plan", "compare", first, toml, "--json"]);
    expect(JSON.parse(same.stdout).rows).toEqual([]);
  });
});
