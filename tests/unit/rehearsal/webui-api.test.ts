import { describe, expect, test } from "@jest/globals";
import { promptTags } from "../../../sidecar/rehearsal/pictures/read-prompt.js";
import { readFields } from "../../../sidecar/rehearsal/webui/api/fields.js";
import { infotext, quote } from "../../../sidecar/rehearsal/webui/api/infotext.js";
import { promptLoras, withStyles } from "../../../sidecar/rehearsal/webui/api/prompt-loras.js";
import { webuiKinds } from "../../../sidecar/rehearsal/webui/kinds.js";
import { misbehaves, readMisbehaviours } from "../../../sidecar/rehearsal/webui/misbehaviours.js";
import { readStandInWebuiOptions } from "../../../sidecar/rehearsal/webui/stand-in-options.js";

// As recorded from A1111 1.8.0; what Forge dfdcbab6 has besides stands in brackets.
const recorded =
  `prompt negative_prompt styles seed subseed subseed_strength seed_resize_from_h seed_resize_from_w sampler_name
  [scheduler] batch_size n_iter steps cfg_scale [distilled_cfg_scale] width height restore_faces tiling do_not_save_samples
  do_not_save_grid eta denoising_strength s_min_uncond s_churn s_tmax s_tmin s_noise override_settings
  override_settings_restore_afterwards refiner_checkpoint refiner_switch_at disable_extra_networks firstpass_image comments enable_hr
  firstphase_width firstphase_height hr_scale hr_upscaler hr_second_pass_steps hr_resize_x hr_resize_y hr_checkpoint_name
  [hr_additional_modules] hr_sampler_name [hr_scheduler] hr_prompt hr_negative_prompt [hr_cfg] [hr_distilled_cfg] force_task_id
  sampler_index script_name script_args send_images save_images alwayson_scripts infotext`.split(/\s+/);

describe("a picture request's fields", () => {
  test("are those that were recorded, in their order", () => {
    const names = (kind: keyof typeof webuiKinds): string[] => [
      ...(readFields({}, webuiKinds[kind]).values?.keys() ?? []),
    ];
    expect(names("a1111")).toEqual(recorded.filter((name) => !name.startsWith("[")));
    expect(names("forge")).toEqual(recorded.map((name) => name.replace(/[[\]]/g, "")));
  });

  test("of the wrong type are refused in the words of each pydantic, as recorded", () => {
    const body = { width: "x", height: 64 };
    expect(readFields(body, webuiKinds.a1111).problems).toEqual([
      { loc: ["body", "width"], msg: "value is not a valid integer", type: "type_error.integer" },
    ]);
    expect(readFields(body, webuiKinds.forge).problems).toEqual([
      {
        type: "int_parsing",
        loc: ["body", "width"],
        msg: "Input should be a valid integer, unable to parse string as an integer",
        input: "x",
        url: "https://errors.pydantic.dev/2.8/v/int_parsing",
      },
    ]);
  });
});

describe("prompts", () => {
  test("LoRA tags: one number is the text encoder's and U-Net's, two are theirs, named ones win", () => {
    expect(
      promptLoras("a <lora:one:0.5> <lora:two:0.2:0.8>, <lora:three>, <lyco:four:te=0.1:unet=0.9> <hypernet:x:1>"),
    ).toEqual([
      { name: "one", textEncoder: 0.5, unet: 0.5 },
      { name: "two", textEncoder: 0.2, unet: 0.8 },
      { name: "three", textEncoder: 1, unet: 1 },
      { name: "four", textEncoder: 0.1, unet: 0.9 },
    ]);
  });

  test("tags are read without weights, brackets, schedules and LoRA tags", () => {
    expect(promptTags("(1girl:1.2), ((smile)), [blue sky:forest:0.5] BREAK long_hair, a \\(b\\)<lora:x:1>")).toEqual([
      "1girl",
      "smile",
      "blue sky",
      "forest",
      "long hair",
      "a (b)",
    ]);
  });

  test("styles go around or behind the text", () => {
    expect(withStyles("1girl", ["rehearsal soft"], "prompt")).toBe("1girl, soft light");
    expect(withStyles("1girl", ["rehearsal night", "unknown"], "prompt")).toBe("1girl, night");
  });
});

test("infotext: what holds commas or colons is quoted, what is usual is left out", () => {
  expect(quote("a: 1, b: 2")).toBe('"a: 1, b: 2"');
  const facts = {
    prompt: "1girl",
    negativePrompt: "",
    steps: 2,
    sampler: "Euler a",
    scheduleType: null,
    cfgScale: 7,
    distilledCfgScale: null,
    seed: 1,
    width: 64,
    height: 64,
    modelHash: "a750f77171",
    model: "tiny-sd15",
    vae: null,
    variationSeed: null,
    variationStrength: 0,
    denoisingStrength: null,
    clipSkip: 1,
    noiseSource: "GPU",
    hires: null,
    loraHashes: "",
    version: "1.8.0-RC",
  };
  // As recorded, with the rehearsal's own word.
  expect(infotext(facts)).toBe(
    "1girl\nSteps: 2, Sampler: Euler a, CFG scale: 7.0, Seed: 1, Size: 64x64, Model hash: a750f77171, Model: tiny-sd15, Rehearsal: LoRA Atelier stand-in, Version: 1.8.0-RC",
  );
});

describe("its command line", () => {
  test("misbehaviours at all, one or some picture requests", () => {
    const read = readMisbehaviours("black, error-500:3,timeout:5-7");
    expect([1, 9].map((request) => misbehaves(read, "black", request))).toEqual([true, true]);
    expect([2, 3, 4].map((request) => misbehaves(read, "error-500", request))).toEqual([false, true, false]);
    expect([4, 5, 7, 8].map((request) => misbehaves(read, "timeout", request))).toEqual([false, true, true, false]);
    expect(misbehaves(read, "restart", 1)).toBe(false);
  });

  test.each([
    [["--home", "x", "--misbehave", "nonsense"], /has no "nonsense"/],
    [["--home", "x", "--kind", "comfy"], /--kind should be one of/],
    [["--home", "x", "--port", "-1"], /--port/],
    [[], /--home is missing/],
  ])("what it cannot do is refused: %j", (words, message) => {
    expect(() => readStandInWebuiOptions(words)).toThrow(message);
  });
});
