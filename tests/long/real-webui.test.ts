import { existsSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { addressLink } from "../../sidecar/webui/address-link.js";
import { webuiAddress } from "../../sidecar/webui/http-request.js";
import { atelier } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";
import { txt2imgRequest } from "../support/txt2img-request.js";

// A WebUI with a checkpoint is large and not ours to ship: who has one says where it answers. It must run on this machine, with
// --api, and have a LoRA that fits its checkpoint; WEBUI_LORA names another LoRA file.
const { WEBUI_URL: url, WEBUI_LORA: givenLora } = process.env;
const withWebui = url ? describe : describe.skip;

// On a processor a small picture takes seconds, the first one minutes.
const LONG_MS = 900_000;
const newFolder = temporaryFolders();
const patience = (): AbortSignal => AbortSignal.timeout(LONG_MS);
const linkTo = (address: string) => addressLink(webuiAddress(address));

async function someLora(address: string): Promise<string> {
  const found = (await linkTo(address).loras(patience())).find(({ path }) => path !== null && existsSync(path));
  const path = givenLora ?? found?.path;
  if (path) return path;
  throw new Error("This WebUI has no LoRA file on this machine: put one into its folder, or name one in WEBUI_LORA.");
}

const hashesIn = (infotext: string): string | undefined => /Lora hashes: "([^"]*)"/.exec(infotext)?.[1];

withWebui(`a real WebUI${url ? ` at ${url}` : " (skipped: WEBUI_URL is not set)"}`, () => {
  test(
    "draws 3 strengths × 2 seeds and their controls; each cell is proven",
    async () => {
      const lora = await someLora(url ?? "");
      const words = ["--strengths", "0.5, 1, -1", "--prompt", "1girl, okara", "--seeds", "1,2", "--size", "64x64"];
      const rest = ["--steps", "1", "--cfg", "1", "--sampler", "Euler a", "--webui", url ?? "", "--json"];
      const { code, stdout, stderr } = await atelier(await newFolder(), ["sweep", "--lora", lora, ...words, ...rest]);

      expect([code, stderr.split("\n").at(-1)]).toEqual([0, expect.any(String)]);
      const { cells } = JSON.parse(stdout);
      expect(cells).toHaveLength(8);
      expect(cells.filter((cell: { proven: boolean }) => !cell.proven)).toEqual([]);
      // Pictures of different strengths are different pictures.
      expect(new Set(cells.map((cell: { image: string }) => cell.image)).size).toBe(8);
    },
    LONG_MS,
  );

  test(
    "a LoRA that is missing draws the control, with no hash in the infotext",
    async () => {
      const link = linkTo(url ?? "");
      const base = { steps: 1, cfgScale: 1, overrideSettings: { lora_add_hashes_to_infotext: true } };
      const draw = async (prompt: string) =>
        (await link.draw(txt2imgRequest({ ...base, prompt }), patience())).pictures[0];
      const control = await draw("1girl, okara");
      const missing = await draw("1girl, okara <lora:no-such-lora-of-ours:1>");

      expect(hashesIn(missing?.infotext ?? "")).toBeUndefined();
      expect(missing?.infotext).toContain("no-such-lora-of-ours");
      const { default: sharp } = await import("sharp");
      const pixels = (png: Buffer | undefined) => sharp(png).removeAlpha().raw().toBuffer();
      expect(await pixels(missing?.png)).toEqual(await pixels(control?.png));
    },
    LONG_MS,
  );

  test(
    "giving up ends the picture",
    async () => {
      const controller = new AbortController();
      const begun = performance.now();
      const request = txt2imgRequest({ steps: 150, cfgScale: 7 });
      const drawing = linkTo(url ?? "").draw(request, controller.signal, () => controller.abort());
      await expect(drawing).rejects.toThrow();
      const next = await linkTo(url ?? "").draw(txt2imgRequest({ steps: 1, cfgScale: 1 }), patience());

      expect(next.pressed).toBe(null);
      // Stated for who watches: a hundred and fifty steps would have taken longer than one and what was left of another.
      process.stderr.write(`given up and drawn anew in ${Math.round(performance.now() - begun)} ms\n`);
    },
    LONG_MS,
  );
});
