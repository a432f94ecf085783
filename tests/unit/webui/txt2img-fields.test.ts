import { expect, test } from "@jest/globals";
import { readAbilities } from "../../../sidecar/webui/drawing-facts.js";
import { txt2imgFields } from "../../../sidecar/webui/txt2img-fields.js";
import { txt2imgRequest } from "../../support/txt2img-request.js";

// As A1111 1.8 and Forge were recorded to answer.
const old = readAbilities({
  samplers: [
    { name: "DPM++ 2M Karras", aliases: ["k_dpmpp_2m_ka"] },
    { name: "Euler a", aliases: ["k_euler_a", "k_euler_ancestral"] },
  ],
  schedulers: null,
  modules: null,
  optionNames: ["sd_vae", "sd_lora"],
});
const forge = readAbilities({
  samplers: [
    { name: "DPM++ 2M", aliases: ["k_dpmpp_2m"] },
    { name: "Euler a", aliases: ["k_euler_a"] },
  ],
  schedulers: [
    { name: "automatic", label: "Automatic" },
    { name: "karras", label: "Karras" },
    { name: "sgm_uniform", label: "SGM Uniform" },
  ],
  modules: [],
  optionNames: ["sd_vae", "randn_source"],
});

test("a scheduler is a field where the WebUI has a list of them, and part of the sampler's name where not", () => {
  const wish = txt2imgRequest({ sampler: "DPM++ 2M", scheduler: "Karras" });

  expect(txt2imgFields(wish, old)).toMatchObject({ sampler_name: "DPM++ 2M Karras" });
  expect(txt2imgFields(wish, old)).not.toHaveProperty("scheduler");
  expect(txt2imgFields(wish, forge)).toMatchObject({ sampler_name: "DPM++ 2M", scheduler: "Karras" });
  expect(txt2imgFields(txt2imgRequest({ scheduler: "Automatic" }), old)).toMatchObject({ sampler_name: "Euler a" });
  expect(txt2imgFields(txt2imgRequest({ sampler: "k_euler_a", scheduler: "sgm_uniform" }), forge)).toMatchObject({
    sampler_name: "Euler a",
    scheduler: "SGM Uniform",
  });
  expect(txt2imgFields(txt2imgRequest({ sampler: "DPM++ 2M Karras" }), forge)).toMatchObject({
    sampler_name: "DPM++ 2M",
    scheduler: "Karras",
  });
});

test("what the WebUI would silently take for something else is refused beforehand", () => {
  for (const [wish, abilities] of [
    [{ sampler: "No Such" }, forge],
    [{ sampler: "No Such" }, old],
    [{ scheduler: "No Such" }, forge],
    [{ sampler: "Euler a", scheduler: "Karras" }, old],
  ] as const) {
    expect(() => txt2imgFields(txt2imgRequest(wish), abilities)).toThrow(
      /This WebUI has no .*(No Such|Euler a Karras)/,
    );
  }
});

test("nothing is saved among the user's pictures, and fields that are not asked for are not sent", () => {
  const fields = txt2imgFields(txt2imgRequest({ sampler: null }), old);

  expect(fields).toMatchObject({ do_not_save_samples: true, do_not_save_grid: true, subseed: -1, enable_hr: false });
  for (const name of ["sampler_name", "scheduler", "distilled_cfg_scale", "denoising_strength", "eta"]) {
    expect(fields).not.toHaveProperty(name);
  }
});

test("hires fields; Forge is told which modules, without which its API fails", () => {
  const wish = txt2imgRequest({
    hires: { scale: 1.5, upscaler: "Latent", steps: 8, sampler: null },
    denoisingStrength: 0.4,
  });

  const fields = {
    enable_hr: true,
    hr_scale: 1.5,
    hr_upscaler: "Latent",
    hr_second_pass_steps: 8,
    denoising_strength: 0.4,
  };
  expect(txt2imgFields(wish, old)).toMatchObject(fields);
  expect(txt2imgFields(wish, old)).not.toHaveProperty("hr_additional_modules");
  expect(txt2imgFields(wish, forge)).toMatchObject({ ...fields, hr_additional_modules: ["Use same choices"] });
});

test("options that only help are left out where the WebUI lacks them; one that an axis needs is refused", () => {
  const pins = { sd_vae: "None", sd_lora: "None", randn_source: "CPU", lora_add_hashes_to_infotext: true };

  expect(txt2imgFields(txt2imgRequest({ overrideSettings: pins }), old).override_settings).toEqual({
    sd_vae: "None",
    sd_lora: "None",
  });
  expect(() => txt2imgFields(txt2imgRequest({ overrideSettings: { uni_pc_order: 3 } }), old)).toThrow(
    'has no option "uni_pc_order"',
  );
});
