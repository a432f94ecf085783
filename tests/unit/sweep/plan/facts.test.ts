import { expect, test } from "@jest/globals";
import { nameValues } from "../../../../sidecar/sweep/plan/facts/name-values.js";
import { checkpointNamed, choiceNamed, nameAndHash } from "../../../../sidecar/sweep/plan/facts/named-choice.js";
import { randomNeeded } from "../../../../sidecar/sweep/plan/facts/random-needed.js";
import { drawingFacts, webuiCheckpoint } from "../../../support/drawing-facts.js";
import { sweepSettings } from "../../../support/sweep-settings.js";

test("a checkpoint is found by title, name, hash or part of its name; two that fit are none", () => {
  const drawing = drawingFacts({
    checkpoints: [
      webuiCheckpoint("anime", "0123456789"),
      webuiCheckpoint("sub/anime2", "bbbbbbbbbb"),
      webuiCheckpoint("photo", "aaaaaaaaaa"),
    ],
  });
  const named = (written: string) => checkpointNamed(written, drawing)?.name ?? null;
  expect(named("anime.safetensors [0123456789]")).toBe("anime");
  expect(named("anime [0123456789]")).toBe("anime");
  expect(named("ANIME.safetensors")).toBe("anime");
  expect(named("aaaaaaaaaa")).toBe("photo");
  expect(named("anime2")).toBe("sub/anime2");
  expect(named("pho")).toBe("photo");
  expect(named("an")).toBeNull();
  expect(named("gone")).toBeNull();
  expect(nameAndHash(webuiCheckpoint("sub/anime2", "bbbbbbbbbb"))).toBe("anime2 [bbbbbbbbbb]");
});

test("names in any case, or a part that only one has", () => {
  const samplers = ["Euler", "Euler a", "DPM++ 2M"];
  expect(choiceNamed("euler a", samplers)).toBe("Euler a");
  expect(choiceNamed("2m", samplers)).toBe("DPM++ 2M");
  expect(choiceNamed("eul", samplers)).toBeNull();
});

test("names that the WebUI does not have are told with their axis, the others become its own", () => {
  const settings = sweepSettings({
    sampler: "euler A",
    checkpoint: "photo",
    scheduler: "Nonsense",
    axes: [
      { axis: "Sampler", values: "dpm++ 2m karras" },
      { axis: "Styles", values: 'bright, "bright, dark", odd' },
      { axis: "cfg", values: "5, 6" },
      { axis: "Checkpoint name", values: "anime, SKIP: gone" },
    ],
  });
  const { named, unknown } = nameValues(settings, drawingFacts());
  expect(named).toMatchObject({
    sampler: { "euler A": "Euler a", "dpm++ 2m karras": "DPM++ 2M Karras" },
    checkpoint: { photo: "photo [aaaaaaaaaa]", anime: "anime [0123456789]" },
    styles: { bright: "bright", "bright, dark": "bright,dark" },
  });
  expect(unknown.map(({ axis, value }) => [axis, value])).toEqual([
    ["scheduler", "Nonsense"],
    ["styles", "odd"],
    ["checkpoint", "gone"],
  ]);
  expect(nameValues(settings, null)).toEqual({ named: {}, unknown: [] });
});

test("random numbers are drawn for each -1 and one to spare", () => {
  expect(randomNeeded({ seeds: "-1, 5, -1", axes: [{ axis: "Var. seed", values: "-1, 3" }] })).toBe(4);
  expect(randomNeeded({ seeds: "nonsense", axes: [] })).toBe(1);
});
