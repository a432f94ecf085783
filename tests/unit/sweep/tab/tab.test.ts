import { expect, test } from "@jest/globals";
import { tabMethods } from "../../../../sidecar/sweep/tab/methods.js";
import { rewriteTag } from "../../../../sidecar/sweep/tab/rewrite-tag.js";

test.each([
  ["1girl", ["a"], "a", "0.5", "1girl <lora:a:0.5>"],
  ["1girl BREAK (hat:1.2) AND sea", ["a"], "a", null, "1girl BREAK (hat:1.2) AND sea <lora:a:1>"],
  ["x <lora:a:0.7>, y", ["a", "b"], "b", null, "x <lora:b:0.7>, y"],
  ["x <lora:a:0.7>, y", ["a", "b"], "b", "-1", "x <lora:b:-1>, y"],
  ["x <lora:style:0.4> <lora:a:1>", ["a"], "a", "0", "x <lora:style:0.4> "],
  ["x <lora:style:0.4> <lora:a:1>", [], null, "0.5", "x <lora:style:0.4> <lora:a:0.5>"],
  ["x, {lora}, y", ["a"], "a", "0.5", "x, <lora:a:0.5>, y"],
  ["x", [], null, "0.5", "x"],
  ["x", ["a"], "None", null, "x"],
  ["x <lora:a:>", ["a"], null, null, "x <lora:a:1>"],
  ["[x:y:0.5] <lyco:a:1:0.5>", ["a"], "a", "0.5", "[x:y:0.5] <lora:a:0.5>"],
  ["$& {lora}", ["$&"], "$&", "1", "$& <lora:$&:1>"],
])("in %j, of %j, %j at %j: %j", (prompt, names, name, strength, expected) => {
  expect(rewriteTag(prompt, { names, name, strength })).toBe(expected);
});

function tab() {
  const asked: unknown[] = [];
  const proposed = {
    name: "okara",
    trigger: "okara",
    strengths: "1",
    sampler: "DPM++ 2M",
    scheduler: "Karras",
    clipSkip: 1,
  };
  const methods = tabMethods({
    "sweep/propose": async (params) => {
      asked.push(params);
      return Object({ settings: proposed });
    },
    "sweep/start": async (params) => {
      asked.push(params);
      return { id: 3, jobId: 12 };
    },
  });
  return { asked, proposed, methods };
}

test("a sweep begins with what the tab would draw, and what it does not name is proposed", async () => {
  const { asked, proposed, methods } = tab();
  const drawn = { prompt: "1girl", negativePrompt: "", seed: 5, pictures: 2, steps: 2, cfg: 7, width: 64, height: 96 };
  const more = { sampler: "Euler a", scheduler: "Automatic", clipSkip: 2.0, checkpoint: null };
  const files = ["/loras/okara.safetensors"];
  const begun = await methods["sweep/startFromTab"]({
    webui: "w",
    files,
    strengths: "0.5, 1",
    tab: { ...drawn, ...more },
  });

  expect(begun).toEqual({ id: 3, jobId: 12 });
  expect(asked).toEqual([
    { files },
    {
      settings: {
        ...{ ...proposed, prompts: ["1girl"], negativePrompts: [""], seeds: "5, 6", steps: 2, cfg: 7, width: 64 },
        ...{ height: 96, sampler: "Euler a", clipSkip: 2, loras: files, strengths: "0.5, 1", webuis: ["w"] },
        rehearsal: false,
      },
    },
  ]);
});

test("strengths are read in every writing, and what is none says so", async () => {
  const { methods } = tab();

  expect((await methods["sweep/strengths"]({ text: "0.6-1.0(+0.1), 1, ０．２" })).values).toEqual([
    "0.6",
    "0.7",
    "0.8",
    "0.9",
    "1",
    "0.2",
  ]);
  for (const text of ["", "a", "0-1(+0)", "0-1 [0]", "0, .."]) {
    await expect(methods["sweep/strengths"]({ text })).rejects.toMatchObject({
      code: "badArguments",
      message: expect.stringContaining("LoRA strength"),
      hint: expect.stringMatching(/\w/),
    });
  }
});

test("each cell gets its own texts", async () => {
  const cells = [
    { name: "a", strength: "0" },
    { name: "b", strength: "0.5" },
  ];
  const told = await tab().methods["sweep/tags"]({ texts: ["x", "y <lora:a:1>"], names: ["a", "b"], cells });

  expect(told.cells).toEqual([
    ["x", "y "],
    ["x <lora:b:0.5>", "y <lora:b:0.5>"],
  ]);
});

test("without a file it says where files are chosen", async () => {
  const drawn = { prompt: "1girl", negativePrompt: "", seed: 5, pictures: 2, steps: 2, cfg: 7, width: 64, height: 96 };
  const tabNow = { ...drawn, sampler: null, scheduler: null, clipSkip: null, checkpoint: null };
  const begun = tab().methods["sweep/startFromTab"]({ webui: "w", files: [], strengths: "1", tab: tabNow });

  await expect(begun).rejects.toMatchObject({ code: "badArguments", message: "No LoRA is chosen." });
});
