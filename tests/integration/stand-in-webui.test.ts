import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import sharp from "sharp";
import { plantedLora } from "../../sidecar/rehearsal/lora/planted-lora.js";
import { plantLora, type StandInWebui, startStandInWebui } from "../support/stand-in-webui.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

type Asked = Pick<StandInWebui, "url">;

/** The program itself, with words of its command line. */
async function started(...words: string[]): Promise<Asked & { loraFolder: string; log: string }> {
  const home = await newFolder();
  const webui = await startStandInWebui({ home }, words);
  closing.push(webui.stop);
  return { url: webui.url, loraFolder: webui.loraFolder, log: join(home, "drawn.jsonl") };
}

const linesOf = async (log: string): Promise<unknown[]> =>
  (await readFile(log, "utf8"))
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

async function ask(webui: Asked, route: string, body?: unknown): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(`${webui.url}${route}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "Content-Type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json().catch(() => null) };
}

interface Drawn {
  status: number;
  pixels: Buffer;
  width: number;
  text: string;
  infotext: string;
  seeds: number[];
}

const wish = { seed: 5, width: 128, height: 192, steps: 20, cfg_scale: 7, sampler_name: "Euler a" };

/** What a picture request gave; pixels and texts are empty where it failed. */
async function draw(webui: Asked, prompt: string, further: object = {}): Promise<Drawn> {
  const { status, json } = await ask(webui, "/sdapi/v1/txt2img", { ...wish, prompt, ...further });
  const none = { status, pixels: Buffer.alloc(0), width: 0, text: "", infotext: "", seeds: [] };
  if (status !== 200) return none;
  const { images, info } = Object(json);
  const { all_seeds: seeds, infotexts } = Object(JSON.parse(String(info)));
  const png = sharp(Buffer.from(String(images[0]), "base64"));
  const { comments = [] } = await png.metadata();
  const { data, info: size } = await png.raw().toBuffer({ resolveWithObject: true });
  const text = comments.find(({ keyword }) => keyword === "parameters")?.text ?? "";
  return { ...none, pixels: data, width: size.width, text, infotext: String(infotexts[0]), seeds };
}

/** Mean difference of two pictures, 0–255. */
const difference = (left: Buffer, right: Buffer): number =>
  left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0) / left.length;

describe("the stand-in WebUI", () => {
  test("draws by seed, prompt, file and strength, the same for the same wish", async () => {
    const webui = await started();
    await plantLora(webui.loraFolder, "good.safetensors", { kind: "good", seed: 1 });
    await plantLora(webui.loraFolder, "none.safetensors", { kind: "none", seed: 1 });
    const control = await draw(webui, "okara, 1girl");
    expect(difference(control.pixels, (await draw(webui, "okara, 1girl")).pixels)).toBe(0);
    expect(difference(control.pixels, (await draw(webui, "okara, 1girl", { seed: 6 })).pixels)).toBeGreaterThan(5);
    expect(difference(control.pixels, (await draw(webui, "okara, 1girl, forest")).pixels)).toBeGreaterThan(20);
    const at = (name: string, strength: string) => draw(webui, `okara, 1girl <lora:${name}:${strength}>`);
    const [low, high, none] = [await at("good", "0.25"), await at("good", "0.9"), await at("none", "1")];
    expect(difference(control.pixels, low.pixels)).toBeGreaterThan(0.5);
    expect(difference(control.pixels, high.pixels)).toBeGreaterThan(difference(control.pixels, low.pixels) * 2);
    expect(difference(control.pixels, none.pixels)).toBeGreaterThan(0);
    expect(difference(control.pixels, none.pixels)).toBeLessThan(difference(control.pixels, high.pixels) / 3);
  });

  test("says in infotext and text chunk what was drawn, with the hash by A1111's rule, and that it is a rehearsal", async () => {
    const webui = await started("--kind", "forge");
    const bytes = plantedLora({ kind: "good", seed: 2 });
    await writeFile(join(webui.loraFolder, "good.safetensors"), bytes);
    const [, hash = ""] = /"sshs_model_hash":"([0-9a-f]{12})/.exec(bytes.toString("latin1")) ?? [];
    const drawn = await draw(webui, "okara, 1girl <lora:good:0.75>", {
      negative_prompt: "lowres",
      override_settings: { CLIP_stop_at_last_layers: 2, randn_source: "CPU" },
    });
    expect(drawn.text).toBe(drawn.infotext);
    expect(drawn.text.split("\n")).toEqual([
      "okara, 1girl <lora:good:0.75>",
      "Negative prompt: lowres",
      expect.stringMatching(
        new RegExp(
          `^Steps: 20, Sampler: Euler a, Schedule type: Automatic, CFG scale: 7.0, Seed: 5, Size: 128x192, Model hash: [0-9a-f]{10}, Model: atelier-rehearsal, Clip skip: 2, RNG: CPU, Lora hashes: "good: ${hash}", Rehearsal: LoRA Atelier stand-in, Version: f2`,
        ),
      ),
    ]);
    const [line] = await linesOf(webui.log);
    expect(line).toMatchObject({ seed: 5, loras: [{ name: "good", textEncoder: 0.75, unet: 0.75 }] });
  });

  test("a missing LoRA draws as none does: status 200, no hash", async () => {
    const webui = await started();
    const missing = await draw(webui, "1girl <lora:nosuch:1>");
    expect(missing.status).toBe(200);
    expect(missing.text).not.toContain("hashes");
    expect(difference(missing.pixels, (await draw(webui, "1girl")).pixels)).toBe(0);
  });

  test("counts merges: one for each file and strength in a row", async () => {
    const webui = await started();
    await plantLora(webui.loraFolder, "good.safetensors", { kind: "good", seed: 1 });
    for (const strength of ["0.5", "0.5", "0.75", "0.5"]) await draw(webui, `okara <lora:good:${strength}>`);
    await draw(webui, "okara");
    const { json } = await ask(webui, "/lora-atelier-stand-in");
    expect(json).toMatchObject({ standIn: true, drawn: 5, merges: 3 });
  });

  test("seeds of a batch count up, and each picture is the one drawn alone", async () => {
    const webui = await started();
    const { json } = await ask(webui, "/sdapi/v1/txt2img", { ...wish, prompt: "1girl", batch_size: 3 });
    const { images, info } = Object(json);
    expect(JSON.parse(String(info))).toMatchObject({ all_seeds: [5, 6, 7], index_of_first_image: 0 });
    const third = await sharp(Buffer.from(String(images[2]), "base64"))
      .raw()
      .toBuffer();
    expect(difference(third, (await draw(webui, "1girl", { seed: 7 })).pixels)).toBe(0);
  });
});

describe("misbehaviours", () => {
  test("stale LoRA: an overwritten file is drawn with its old weights; Forge does so by itself", async () => {
    for (const [words, stale] of [
      [["--kind", "a1111"], false],
      [["--misbehave", "stale-lora"], true],
      [["--kind", "forge"], true],
    ] as const) {
      const webui = await started(...words);
      const file = join(webui.loraFolder, "one.safetensors");
      await writeFile(file, plantedLora({ kind: "good", seed: 1 }));
      const before = await draw(webui, "okara <lora:one:0.9>");
      await writeFile(file, plantedLora({ kind: "none", seed: 1 }));
      await ask(webui, "/sdapi/v1/refresh-loras", {});
      await draw(webui, "okara");
      const after = await draw(webui, "okara <lora:one:0.9>");
      expect(difference(before.pixels, after.pixels) === 0).toBe(stale);
      expect(after.text).toContain("Lora hashes");
    }
  });

  test("each comes at the picture that it is asked for", async () => {
    const misbehave =
      "error-500:1,wrong-size:2,wrong-seed:3,no-hashes:4,black:5,interrupted:6,silent-missing-lora:7,no-infotext:8,wrong-model:9";
    const webui = await started("--misbehave", misbehave);
    await plantLora(webui.loraFolder, "good.safetensors", { kind: "good", seed: 1 });
    const next = (): Promise<Drawn> => draw(webui, "okara <lora:good:0.9>");
    expect((await next()).status).toBe(500);
    expect((await next()).width).toBe(64);
    expect((await next()).seeds).toEqual([1005]);
    expect((await next()).text).not.toContain("hashes");
    expect(Math.max(...(await next()).pixels)).toBe(0);
    const half = await next();
    expect(Object(Object((await ask(webui, "/sdapi/v1/progress")).json).state)).toMatchObject({
      job: "",
      interrupted: true,
    });
    const silent = await next();
    const mute = await next();
    const otherModel = await next();
    const sound = await next();
    expect(difference(half.pixels, sound.pixels)).toBeGreaterThan(10);
    expect(difference(silent.pixels, (await draw(webui, "okara")).pixels)).toBe(0);
    expect(mute).toMatchObject({ status: 200, text: "", infotext: "" });
    expect(otherModel.text).toContain("Model: atelier-rehearsal-warm");
    expect(sound.text).toContain("Model: atelier-rehearsal, Lora hashes");
  });

  test("it ends in the middle of a picture, and comes back at the same port with its log", async () => {
    const home = await newFolder();
    const first = await startStandInWebui({ home, misbehave: "restart:2" });
    await draw(first, "1girl");
    await expect(draw(first, "1girl")).rejects.toThrow();
    expect(await first.ended).toBe(7);
    const second = await startStandInWebui({ home, port: first.port });
    closing.push(second.stop);
    expect((await draw(second, "1girl")).status).toBe(200);
    expect(await second.drawn()).toHaveLength(2);
  });

  test("one that hangs holds the queue until the caller goes", async () => {
    const webui = await started("--misbehave", "timeout:1");
    const signal = AbortSignal.timeout(300);
    const body = JSON.stringify({ ...wish, prompt: "1girl" });
    const headers = { "Content-Type": "application/json" };
    const hanging = fetch(`${webui.url}/sdapi/v1/txt2img`, { method: "POST", headers, body, signal });
    await expect(hanging).rejects.toThrow();
    expect((await draw(webui, "1girl")).status).toBe(200);
  });

  test("an interruption gives a half-made picture with status 200", async () => {
    const webui = await started("--seconds-per-picture", "20");
    const drawing = draw(webui, "1girl");
    const job = async (): Promise<unknown> => Object(Object((await ask(webui, "/sdapi/v1/progress")).json).state).job;
    while ((await job()) !== "scripts_txt2img") await new Promise((resolve) => setTimeout(resolve, 20));
    await ask(webui, "/sdapi/v1/interrupt", {});
    expect((await drawing).status).toBe(200);
    expect(await linesOf(webui.log)).toMatchObject([{ interrupted: true }]);
  });
});

describe("the differences between WebUIs", () => {
  const statusOf = async (webui: Asked, route: string): Promise<number> =>
    (await ask(webui, `/sdapi/v1/${route}`)).status;

  test.each([
    ["a1111", { schedulers: 404, "sd-vae": 200, "sd-modules": 404, "cmd-flags": 200 }, 404],
    ["a1111-1.10", { schedulers: 200, "sd-vae": 200, "sd-modules": 404, "cmd-flags": 200 }, 400],
    ["forge", { schedulers: 200, "sd-vae": 404, "sd-modules": 200, "cmd-flags": 500 }, 200],
  ] as const)("%s", async (kind, routes, unknownSampler) => {
    const webui = await started("--kind", kind);
    for (const [route, status] of Object.entries(routes))
      expect([route, await statusOf(webui, route)]).toEqual([route, status]);
    expect((await draw(webui, "1girl", { sampler_name: "No Such" })).status).toBe(unknownSampler);
    const wrong = await ask(webui, "/sdapi/v1/txt2img", { prompt: "1girl", width: "x" });
    const type = kind === "forge" ? "int_parsing" : "type_error.integer";
    expect(wrong).toMatchObject({ status: 422, json: { detail: [{ loc: ["body", "width"], type }] } });
  });

  test("--api-auth refuses whoever does not know it", async () => {
    const webui = await started("--api-auth", "me:secret");
    expect(await statusOf(webui, "options")).toBe(401);
    const headers = { Authorization: `Basic ${Buffer.from("me:secret").toString("base64")}` };
    expect((await fetch(`${webui.url}/sdapi/v1/options`, { headers })).status).toBe(200);
  });
});
