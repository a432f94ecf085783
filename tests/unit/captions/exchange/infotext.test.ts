import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseInfotext } from "../../../../sidecar/captions/exchange/infotext.js";
import { infotextToTags } from "../../../../sidecar/captions/exchange/prompt-tags.js";

const settings =
  'Steps: 20, Sampler: Euler a, Schedule type: Automatic, CFG scale: 7.0, Seed: 1, Size: 64x96, Model hash: a750f77171, Lora hashes: "tiny: 0123456789ab, 少女 v2: ba9876543210", Script: "a \\"b\\", c", Version: 1.8.0-RC';

describe("infotext", () => {
  test("prompt, negative prompt and fields", () => {
    const info = parseInfotext(`1girl, solo\nlong hair\nNegative prompt: lowres,\nbad hands\n${settings}`);
    expect(info.prompt).toBe("1girl, solo\nlong hair");
    expect(info.negativePrompt).toBe("lowres,\nbad hands");
    expect(info.fields.get("Sampler")).toBe("Euler a");
    expect(info.fields.get("Size")).toBe("64x96");
    expect(info.fields.get("Script")).toBe('a "b", c');
    expect(info.fields.get("Version")).toBe("1.8.0-RC");
    expect([...info.loraHashes]).toEqual([
      ["tiny", "0123456789ab"],
      ["少女 v2", "ba9876543210"],
    ]);
  });

  test("parts that are not there", () => {
    expect(parseInfotext("a: b, c")).toMatchObject({ prompt: "a: b, c", negativePrompt: "" });
    expect(parseInfotext(settings).prompt).toBe("");
    expect(parseInfotext(`Negative prompt: x\n${settings}`)).toMatchObject({ prompt: "", negativePrompt: "x" });
    expect(parseInfotext("").fields.size).toBe(0);
  });

  test("JSON without quotes is one value", () => {
    const { fields } = parseInfotext(`x\r\n${settings}, Civitai resources: [{"type":"lora","n":"a], b"}], Hires: 2`);
    expect(fields.get("Civitai resources")).toBe('[{"type":"lora","n":"a], b"}]');
    expect(fields.get("Hires")).toBe("2");
    expect(parseInfotext("x\nSteps: 1, Model: a [b, Seed: 3").fields.get("Seed")).toBe("3");
  });

  test("any quoted value comes back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        const quoted = JSON.stringify(value).replace(/[\r\n\u2028\u2029]/g, "");
        const { fields } = parseInfotext(`x\nSteps: 1, Note: ${quoted}, Seed: 2`);
        expect(fields.get("Note")).toBe(JSON.parse(quoted));
        expect(fields.get("Seed")).toBe("2");
      }),
    );
  });
});

describe("a prompt as tags", () => {
  test.each([
    ["1girl, (solo:1.2), ((long hair)), [blurry]", ["1girl", "solo", "long hair", "blurry"]],
    ["(a, b:1.1), c", ["a", "b", "c"]],
    ["1girl <lora:tiny:0.8>, <lora:x:1:lbw=OUT>solo", ["1girl", "solo"]],
    ["a BREAK b AND c, BREAKFAST", ["a", "b", "c", "BREAKFAST"]],
    ["saber \\(fate\\), (miku \\(cosplay\\):1.3)", ["saber \\(fate\\)", "miku \\(cosplay\\)"]],
    ["[cat:dog:0.5], [red|blue] hair, [late:10], [early::0.3]", ["cat", "dog", "red", "blue hair", "late", "early"]],
    [":d, re:zero, (:d:1.1), ratio 1:2", [":d", "re:zero", "ratio 1:2"]],
    ["smile :), (open", ["smile :", "open"]],
    [`a,\nb\nNegative prompt: c\n${settings}`, ["a", "b"]],
  ])("%s", (prompt, tags) => {
    expect(infotextToTags(prompt)).toEqual(tags);
  });

  test("plain tags come through as they are", () => {
    const tag = fc.stringMatching(/^[a-z髪][a-z0-9_]{0,6}( [a-z]{1,5})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(tag), (tags) => {
        expect(infotextToTags(tags.map((one, index) => (index % 2 ? `(${one}:1.${index})` : one)).join(", "))).toEqual(
          tags,
        );
      }),
    );
  });
});
