import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { createRehearsalWebui, type RehearsalWebui } from "../../sidecar/server/rehearsal-webui.js";
import type { Txt2imgRequest } from "../../sidecar/webui/drawing.js";
import { plantLora } from "../support/stand-in-webui.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
let open: RehearsalWebui | null = null;
afterEach(() => open?.close());

const wish: Txt2imgRequest = {
  prompt: "okara, 1girl <lora:okara-1:0.75>",
  negativePrompt: "",
  seed: 1,
  batchSize: 1,
  variationSeed: null,
  variationStrength: 0,
  steps: 20,
  cfgScale: 7,
  distilledCfgScale: null,
  width: 128,
  height: 192,
  sampler: "Euler a",
  scheduler: null,
  styles: [],
  hires: null,
  denoisingStrength: null,
  eta: null,
  overrideSettings: {},
  further: {},
};
const { signal } = new AbortController();

test("the rehearsal's WebUI is started when it is asked, says what it is, and is there again when it has ended", async () => {
  const folder = await newFolder();
  open = createRehearsalWebui(folder, { ATELIER_STAND_IN_WEBUI: "--misbehave restart:2" });
  const link = await open.link();
  const facts = await link.drawingFacts(signal);
  expect(facts).toMatchObject({ rehearsal: true, loraFolder: join(folder, "rehearsal-webui/models/Lora") });
  await plantLora(facts.loraFolder ?? "", "okara-1.safetensors", { kind: "good", seed: 1 });
  expect((await link.loras(signal)).map(({ name }) => name)).toEqual(["okara-1"]);
  const first = await link.draw(wish, signal);
  expect(first.pictures[0]?.infotext).toContain("Rehearsal: LoRA Atelier stand-in");
  await expect(link.draw(wish, signal)).rejects.toMatchObject({ code: "offline" });
  const again = await link.draw(wish, signal);
  expect(again.pictures[0]?.png.equals(first.pictures[0]?.png ?? Buffer.alloc(0))).toBe(true);
});

test("words that it does not understand are told", async () => {
  open = createRehearsalWebui(await newFolder(), { ATELIER_STAND_IN_WEBUI: "--nonsense" });
  await expect(open.link()).rejects.toMatchObject({ code: "offline", message: expect.stringContaining("--nonsense") });
});
