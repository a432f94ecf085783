import { expect, test } from "@jest/globals";
import { articleSweep } from "../../../../sidecar/sweep/plan/propose/article-sweep.js";
import { captionPrompts, promptOfCaption } from "../../../../sidecar/sweep/plan/propose/caption-prompts.js";
import { conceptPrompts } from "../../../../sidecar/sweep/plan/propose/concept-prompts.js";
import { thinned, withoutTwins } from "../../../../sidecar/sweep/plan/propose/thin-candidates.js";
import { resolveSweep } from "../../../../sidecar/sweep/plan/resolve-sweep.js";
import { sweepFacts, sweepSettings } from "../../../support/sweep-settings.js";

test("many files are thinned out evenly, the first and the last among them", () => {
  const all = Array.from({ length: 30 }, (_, index) => index);
  expect(thinned(all)).toEqual([0, 4, 8, 12, 17, 21, 25, 29]);
  expect(thinned([1, 2])).toEqual([1, 2]);
});

test("of files with the same weights the last stays", () => {
  const file = (name: string, hash: string | null) => ({ name, hash });
  const kept = withoutTwins([file("a", "1"), file("b", null), file("a2", "1"), file("c", null)]);
  expect(kept.map(({ name }) => name)).toEqual(["b", "a2", "c"]);
});

test("a caption becomes a prompt without the person's traits, the trigger word first", () => {
  expect(promptOfCaption("1girl, okara, blonde hair, green_eyes, smile, hat (red)", "okara")).toBe(
    "okara, 1girl, smile, hat \\(red\\)",
  );
  expect(promptOfCaption("A girl stands in a garden. She looks happy.", "okara")).toBe(
    "A girl stands in a garden. She looks happy.",
  );
});

test("captions of pictures that were held back come first", () => {
  const picture = (path: string, caption: string, trained: boolean) => ({ path, caption, trained });
  const prompts = captionPrompts(
    [picture("a", "okara, sky", true), picture("b", "okara, sea", false), picture("c", "okara, sea", true)],
    "okara",
  );
  expect(prompts).toEqual([
    { path: "b", prompt: "okara, sea", trained: false },
    { path: "a", prompt: "okara, sky", trained: true },
  ]);
});

test("the concept's prompt names the trigger and no trait; the same without it shows what comes unasked", () => {
  const captions = ["1boy, okara, red hair", "1boy, okara", "1girl, okara"];
  expect(conceptPrompts("character", "okara", { captions, family: "sd15" })).toEqual([
    "1boy, okara, solo, upper body, looking at viewer",
    "1boy, solo, upper body, looking at viewer",
  ]);
  expect(conceptPrompts(null, null, { captions: [], family: "sd15" })).toEqual([
    "1girl, solo, upper body, looking at viewer",
  ]);
});

test("the article's trial: its prompt with BREAK as it is, nine pictures of 0.5 and 0.75", () => {
  const settings = articleSweep(sweepSettings({ trigger: "miku" }));
  const sweep = resolveSweep(settings, sweepFacts(settings));
  expect(sweep.cellCount).toBe(3 * 9);
  const request = sweep.requestOf(9);
  expect(request?.promptBefore).toMatch(/^miku,kawaii,cute,\(1 girl,solo\)/);
  expect(request?.promptBefore).toContain("\nBREAK\n((white background,day):1.2),\n\n");
  expect(request?.lora?.strength).toBe("0.5");
});
