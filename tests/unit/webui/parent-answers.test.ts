import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import sharp from "sharp";
import { answerOf, memoryNews } from "../../../sidecar/webui/parent-answers.js";
import { shimQuestion } from "../../../sidecar/webui/parent-questions.js";
import { readParameters } from "../../../sidecar/webui/png-parameters.js";

const protocol = fileURLToPath(new URL("../../../../protocol/", import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(`${protocol}${path}`, "utf8"));
const asked = Object(Object(read("methods.json")).asked);
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true }).addSchema(Object(read("schema/webui.json")));

/** Whether a result is what the protocol says the sidecar is told. */
const fits = (method: string, result: unknown): unknown =>
  ajv.validate({ $ref: `webui.json#/$defs/${asked[method].result}` }, result) || ajv.errors;

const kept: Buffer[] = [];
const keep = async (png: Buffer): Promise<string> => "ab".repeat(31) + String(kept.push(png)).padStart(2, "0");
const answer = (method: string, told: unknown): Promise<unknown> => answerOf(method, told, keep);

const state = { job: "task", job_timestamp: "7", job_no: 1, job_count: 4, sampling_step: 5, sampling_steps: 10 };

test("progress is counted over all jobs of a task that is drawn; of another one only that it draws", async () => {
  const drawing = await answer("webui/progress", { place: "drawing", state });
  const elsewhere = await answer("webui/progress", { place: "elsewhere", state });
  const idle = await answer("webui/progress", { place: "elsewhere", state: { ...state, job: "", job_count: -1 } });
  const odd = await answer("webui/progress", {
    place: "drawing",
    state: { job: "", job_count: 0, sampling_steps: null },
  });

  expect(drawing).toMatchObject({ place: "drawing", isDrawing: true, part: (1 + 0.5) / 4 });
  expect(elsewhere).toMatchObject({ place: "elsewhere", isDrawing: true, part: 0 });
  expect(Object(idle).isDrawing).toBe(false);
  expect(Object(drawing).sign).not.toBe(Object(odd).sign);
  for (const one of [drawing, elsewhere, idle, odd]) expect(fits("webui/progress", one)).toBe(true);
});

test("a WebUI whose VAEs are modules has no list of VAEs; one that lacks a list is told so only where it may lack it", async () => {
  const lists = Object.keys(Object(Object(shimQuestion("webui/drawing", {}).params).lists));
  const lacking = Object.fromEntries(lists.map((name) => [name, null]));
  const old = await answer("webui/drawing", { ...lacking, vaes: [{ model_name: "soft.vae" }], option: null });
  const forge = await answer("webui/drawing", {
    ...lacking,
    ...{ vaes: [{ model_name: "soft.vae" }], modules: [{ model_name: "clip_l" }], option: "tiny.safetensors" },
    ...{ optionNames: [{ name: "sd_lora" }], samplers: [{ name: "Euler a", aliases: ["k_euler_a"] }] },
  });

  expect(old).toMatchObject({ schedulers: null, modules: null, vaes: [{ model_name: "soft.vae" }], samplers: [] });
  expect(forge).toMatchObject({ vaes: null, modules: [{ model_name: "clip_l" }], optionNames: ["sd_lora"] });
  for (const one of [old, forge]) expect(fits("webui/drawing", one)).toBe(true);
});

test("pictures get the text that the WebUI would write into the file, and their seeds", async () => {
  const blue = sharp({ create: { width: 8, height: 8, channels: 3, background: "#345" } });
  const image = (await blue.png().toBuffer()).toString("base64");
  const told = { isCancelled: false, state: {}, images: [image, image], seeds: [7, 8], infotexts: ["猫", ""] };
  const drawn = await answer("webui/txt2img", { ...told, sd_model_hash: "a750f77171", sd_model_name: null });

  expect(fits("webui/txt2img", drawn)).toBe(true);
  expect(
    Object(drawn)
      .pictures.map(Object)
      .map(({ seed }: { seed: number }) => seed),
  ).toEqual([7, 8]);
  expect(drawn).toMatchObject({ pressed: null, modelHash: "a750f77171", modelName: null });
  expect(kept.splice(0).map(readParameters)).toEqual(["猫", null]);
});

test.each([
  ["called off before it began", { isCancelled: true }, "interrupt", 0],
  [
    "called off by us",
    { isCancelled: true, state: { interrupted: true }, images: ["QQ=="], seeds: [1] },
    "interrupt",
    0,
  ],
  ["interrupted by the user", { state: { interrupted: true }, images: ["QQ=="], seeds: [1] }, "interrupt", 0],
  ["skipped", { state: { skipped: true }, images: ["QQ=="], seeds: [1] }, "skip", 0],
  ["stopped afterwards", { state: { stopping_generation: true }, images: ["QQ=="], seeds: [1] }, "stopAfter", 1],
])("%s: half-made pictures are nobody's", async (_what, told, pressed, pictures) => {
  const drawn = await answer("webui/txt2img", { infotexts: [""], ...told });

  expect(fits("webui/txt2img", drawn)).toBe(true);
  expect(drawn).toMatchObject({ pressed });
  expect(Object(drawn).pictures).toHaveLength(pictures);
});

test("the WebUI's console is told of the checkpoint only when one has moved", () => {
  expect(memoryNews("webui/memory/release", { released: false })).toEqual([]);
  expect(memoryNews("webui/memory/release", { released: true })).toHaveLength(2);
  expect(memoryNews("webui/memory/restore", {})).toHaveLength(1);
  expect(memoryNews("webui/refreshLoras", {})).toEqual([]);
});
