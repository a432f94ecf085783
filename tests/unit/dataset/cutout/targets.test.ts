import { expect, test } from "@jest/globals";
import { proposeTags } from "../../../../sidecar/dataset/cutout/background-tags.js";
import { namedCutout } from "../../../../sidecar/dataset/cutout/cutout-models.js";
import { normalised } from "../../../../sidecar/dataset/cutout/process/session.js";
import { inputOf } from "../../../../sidecar/dataset/cutout/process/shapes.js";
import { newSetTargets, withoutCutouts } from "../../../../sidecar/dataset/new-set/targets.js";

const folder = "/p/10_okara";

test("no two cut-outs get the same name, whatever their suffix or letter case", () => {
  const pictures = ["/p/10_okara/a.jpg", "/p/10_okara/A.png", "/p/10_okara/a-png.png", "/p/10_okara/x/a.png"];
  const targets = newSetTargets(pictures, { folder, output: "/q", masks: "/m" });
  expect(targets.map(({ target }) => target)).toEqual(["/q/a.png", "/q/A-png.png", "/q/a-png-png.png", "/q/x/a.png"]);
  expect(targets[1]).toMatchObject({ mask: "/m/A-png.png", caption: "/q/A-png.txt" });
  const [beside] = newSetTargets(pictures, { folder, output: null, masks: null });
  expect(beside).toEqual({
    picture: "/p/10_okara/a.jpg",
    target: "/p/10_okara/a-cutout.png",
    mask: null,
    caption: null,
  });
});

test("a cut-out beside its original is not cut out again, one without original is a picture", () => {
  expect(withoutCutouts(["/p/a.jpg", "/p/a-cutout.png", "/p/b-cutout.png"])).toEqual(["/p/a.jpg", "/p/b-cutout.png"]);
});

test("tags follow the new background, and places go with the old one", () => {
  const captions = ["1girl, Blue_Background, outdoors", "1girl, white background", "", "1girl, background music"];
  expect(proposeTags(captions, "white")).toEqual({
    add: ["white background"],
    remove: ["Blue_Background", "outdoors"],
    captions: 2,
  });
  expect(proposeTags(captions, "#123456").add).toEqual(["simple background"]);
});

test("a picture becomes numbers as rembg makes them: divided by its largest value, less mean, by deviation", () => {
  const u2net = namedCutout("u2net");
  if (!u2net) throw new Error("there is no u2net");
  const planes = normalised(Uint8Array.of(200, 100, 0, 50, 0, 100), u2net);
  const wanted = [(1 - 0.485) / 0.229, (0.25 - 0.485) / 0.229, (0.5 - 0.456) / 0.224, -0.456 / 0.224];
  for (const [index, number] of wanted.entries()) expect(planes[index]).toBeCloseTo(number, 5);
  expect(planes[4]).toBeCloseTo(-0.406 / 0.225, 5);
});

test.each([
  [[1, 3, 320, 320], 320],
  [["N", 3, "h", "w"], 1024],
  [[1, 3, 512, "w"], 512],
] as const)("an input %j has the side %i", (shape, size) => {
  expect(inputOf([{ name: "x", isTensor: true, type: "float32", shape }], 1024)).toEqual({ name: "x", size });
});

test.each([
  [[1, 448, 448, 3], "float32", "expected [1, 3, side, side]"],
  [[1, 3, 320, 640], "float32", "expected [1, 3, side, side]"],
  [[1, 3, 320, 320], "float16", "expected float32"],
] as const)("an input %j of %s is refused", (shape, type, words) => {
  expect(() => inputOf([{ name: "x", isTensor: true, type, shape }], 1024)).toThrow(words);
});
