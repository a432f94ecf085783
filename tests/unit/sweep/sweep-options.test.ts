import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseWords } from "../../../sidecar/command-line/arguments.js";
import type { StudioClient } from "../../../sidecar/command-line/studio-client.js";
import { axisGiven } from "../../../sidecar/command-line/sweep-changes.js";
import { sweepOptions } from "../../../sidecar/command-line/sweep-options.js";
import { settingsGiven } from "../../../sidecar/command-line/sweep-settings.js";
import { sweepSettings } from "../../support/sweep-settings.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const proposed = sweepSettings({ loras: ["/out/thinned.safetensors"], clipSkip: 2, textEncoderStrengths: "0.5" });
const answers: Readonly<Record<string, unknown>> = {
  "sweep/propose": { settings: proposed, article: { ...proposed, seeds: "1-9" }, candidates: [], heldOut: [] },
  "sweep/saved": { saved: [{ name: "mine", settings: { ...proposed, steps: 30 }, changed: "" }] },
  "sweep/candidates": { run: null, candidates: [{ path: "/folder/a.safetensors" }] },
  "webui/list": { webuis: [{ id: "http://a:1", title: "http://a:1" }] },
  "webui/connect": { webui: { id: "http://b:2" } },
  "sweep/save": {},
};

/** The settings of a command line, and what the studio was asked. */
async function given(...words: string[]) {
  const asked: [string, unknown][] = [];
  const call = (method: string, params: unknown): Promise<unknown> => {
    asked.push([method, params]);
    return Promise.resolve(answers[method]);
  };
  const client: StudioClient = Object.assign(Object.create(null), { call });
  return { settings: await settingsGiven(client, parseWords(words, sweepOptions, "")), asked };
}

test("without options the proposal for the latest run is meant", async () => {
  const { settings, asked } = await given();
  expect(settings).toEqual(proposed);
  expect(asked).toEqual([["sweep/propose", {}]]);
  expect((await given("--run", "7", "--article")).settings.seeds).toBe("1-9");
});

test("options take the place of what was proposed, and none takes it away", async () => {
  const { settings } = await given(
    ...[
      "--strengths=-1:1:0.5",
      "--prompt",
      "a, b",
      "--prompt",
      "c",
      "--negative",
      "",
      "--seeds",
      "1,2",
      "--size",
      "640x960",
    ],
    ...["--steps", "12", "--cfg", "4.5", "--clip-skip", "1", "--text-encoder", "none", "--axis", "CFG Scale: 5-8"],
    ...["--axis", "sampler: Euler, DDIM", "--vary-seeds", "prompt, cfg", "--batch-size", "4", "--trigger", "none"],
    ...["--search", "coarse-to-fine", "--rehearsal", "--name", "trial", "--sampler", "DDIM", "--keep-random"],
  );
  expect(settings).toMatchObject({
    ...{ strengths: "-1:1:0.5", prompts: ["a, b", "c"], negativePrompts: [""], seeds: "1,2", width: 640, height: 960 },
    ...{ steps: 12, cfg: 4.5, clipSkip: 1, textEncoderStrengths: null, varySeeds: ["prompt", "cfg"], batchSize: 4 },
    ...{ trigger: null, search: "coarse-to-fine", rehearsal: true, name: "trial", sampler: "DDIM", keepRandom: true },
    axes: [
      { axis: "cfg", values: "5-8" },
      { axis: "sampler", values: "Euler, DDIM" },
    ],
  });
});

test("every file that is named is meant, those of a folder too; words without an option are files", async () => {
  const folder = await newFolder();
  const file = join(folder, "x.safetensors");
  await writeFile(file, "");
  const { settings, asked } = await given("--lora", folder, file);
  expect(settings.loras).toEqual(["/folder/a.safetensors", file]);
  expect(asked).toContainEqual(["sweep/candidates", { folder }]);
  expect(asked).toContainEqual(["sweep/propose", { files: ["/folder/a.safetensors", file] }]);
});

test("a saved sweep is changed by the options and saved under another name; an unknown WebUI is connected", async () => {
  const { settings, asked } = await given(
    "--from",
    "mine",
    "--seeds",
    "5",
    "--save-as",
    "other",
    "--webui",
    "http://a:1",
    "--webui",
    "http://b:2",
  );
  expect(settings).toMatchObject({ steps: 30, seeds: "5", webuis: ["http://a:1", "http://b:2"] });
  expect(asked.filter(([method]) => method === "webui/connect")).toEqual([
    ["webui/connect", { address: "http://b:2" }],
  ]);
  expect(asked.at(-1)).toEqual(["sweep/save", { name: "other", settings }]);
  await expect(given("--from", "nothing")).rejects.toMatchObject({ code: "notFound" });
});

test.each([["Sampler"], ["Nonsense: 1"], [": 1"]])("--axis %s is refused with a hint", (written) => {
  expect(() => axisGiven(written)).toThrow(expect.objectContaining({ code: "badArguments" }));
});

test.each([[["--size", "big"]], [["--cfg", "-1"]], [["--steps", "0"]], [["--search", "odd"]]])(
  "%j is refused",
  async (words) => {
    await expect(given(...words)).rejects.toMatchObject({ code: "badArguments" });
  },
);
