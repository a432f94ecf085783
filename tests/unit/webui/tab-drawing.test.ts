import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { createDrawnUploads } from "../../../sidecar/webui/drawn-uploads.js";
import type { AskClient } from "../../../sidecar/webui/tab-ask.js";
import { tabLink } from "../../../sidecar/webui/tab-link.js";
import { txt2imgRequest } from "../../support/txt2img-request.js";

const facts = {
  checkpoint: "tiny.safetensors",
  optionNames: ["sd_model_checkpoint"],
  models: [
    { title: "tiny.safetensors [a750f77171]", model_name: "tiny", hash: "a750f77171", sha256: null, filename: null },
  ],
  samplers: [{ name: "Euler a", aliases: [] }],
  schedulers: [{ name: "karras", label: "Karras" }],
  vaes: null,
  modules: [],
  latentUpscalers: [],
  upscalers: [],
  styles: [],
  faceRestorers: [],
  loras: [{ name: "okara", alias: null, path: "/loras/okara.safetensors" }],
};
const png = Buffer.from("a picture");
const picture = createHash("sha256").update(png).digest("hex");
const drawn = {
  pictures: [{ picture, seed: 1, infotext: "okara" }],
  pressed: null,
  modelHash: "a",
  modelName: "b",
};

type Answers = Record<string, (params: Record<string, unknown>) => unknown>;

function tab(answers: Answers) {
  const asked: { method: string; params: Record<string, unknown> }[] = [];
  const uploads = createDrawnUploads();
  const ask: AskClient = async (method, params) => {
    const given: Record<string, unknown> = Object(params);
    asked.push({ method, params: given });
    const answer = answers[method];
    if (answer === undefined) throw Object.assign(new Error(`There is no method ${method}.`), { code: -32601 });
    return answer(given);
  };
  const patience = { lookMs: 10, stillMs: 200, silentMs: 200 };
  const link = tabLink({ id: "/webui", title: "/webui", loraFolder: "/loras" }, { ask, uploads, patience });
  return { link, asked, uploads, methods: () => asked.map(({ method }) => method) };
}
const usual: Answers = {
  "webui/drawing": () => facts,
  "webui/loras": () => ({ loras: facts.loras }),
  "webui/progress": () => ({ place: "drawing", isDrawing: true, part: 0.5, sign: "1" }),
  "webui/interrupt": () => ({}),
  "webui/txt2img": () => drawn,
};
const never = (): Promise<never> => new Promise(() => {});
const calm = new AbortController().signal;

test("its facts are read as those of an address are", async () => {
  const { link } = tab(usual);

  expect(await link.drawingFacts(calm)).toMatchObject({
    checkpoint: "tiny.safetensors [a750f77171]",
    schedulers: ["Karras"],
    vaes: null,
    modules: [],
    loraFolder: "/loras",
    rehearsal: false,
  });
  expect(await link.loras(calm)).toEqual(facts.loras);
});

test("whether it draws for anybody is asked", async () => {
  const { link } = tab(usual);

  expect(await link.isDrawing(calm)).toBe(true);
});

test("pictures are taken from what was sent before, once; one that did not come is an error", async () => {
  const { link, uploads, asked } = tab(usual);
  uploads.put(picture, png);
  const { pictures } = await link.draw(txt2imgRequest({ scheduler: "Karras" }), calm);

  expect(pictures).toEqual([{ png, seed: 1, infotext: "okara" }]);
  expect(asked.at(-1)?.params).toMatchObject({
    webui: "/webui",
    fields: { prompt: "1girl, okara <lora:okara:0.75>", scheduler: "Karras", do_not_save_samples: true },
  });
  await expect(link.draw(txt2imgRequest(), calm)).rejects.toMatchObject({ code: "webuiFailed" });
  expect(() => uploads.put(picture, Buffer.from("another"))).toThrow("not the one its name says");
});

test("how far it is, is told; an abort calls exactly this task off and waits for nobody", async () => {
  const { link, asked, methods } = tab({ ...usual, "webui/txt2img": never });
  const controller = new AbortController();
  const parts: number[] = [];
  const drawing = link.draw(txt2imgRequest(), controller.signal, (part) => parts.push(part));
  await wait(50);
  controller.abort(new Error("paused"));

  await expect(drawing).rejects.toThrow("paused");
  expect(parts).toContain(0.5);
  const task = asked.find(({ method }) => method === "webui/txt2img")?.params.task;
  expect(asked.filter(({ method }) => method === "webui/interrupt").map(({ params }) => params.task)).toEqual([task]);
  expect(methods()[0]).toBe("webui/drawing");
});

test("the user's own Interrupt is told, without pictures", async () => {
  const { link } = tab({ ...usual, "webui/txt2img": () => ({ ...drawn, pictures: [], pressed: "interrupt" }) });

  expect(await link.draw(txt2imgRequest(), calm)).toMatchObject({ pressed: "interrupt", pictures: [] });
});

test("errors keep their meaning: the WebUI's own, an older extension, a connection that ended, a WebUI that hangs", async () => {
  const failing = (error: object): Answers => ({
    ...usual,
    "webui/txt2img": () => Promise.reject(Object.assign(new Error("CUDA out of memory"), error)),
  });
  const code = async (answers: Answers): Promise<unknown> =>
    tab(answers)
      .link.draw(txt2imgRequest(), calm)
      .catch((error: unknown) => Object(error).code);

  expect(await code(failing({ code: 1000, data: { code: "webuiFailed", hint: "" } }))).toBe("webuiFailed");
  expect(await code({})).toBe("notAllowed");
  expect(await code(failing({ code: -32097 }))).toBe("offline");
  expect(await code({ ...usual, "webui/txt2img": never })).toBe("offline");
  expect(await code({ ...usual, "webui/txt2img": never, "webui/progress": never })).toBe("offline");
});
