import { describe, expect, it, test } from "@jest/globals";
import type { ToolRequest } from "../../../../sidecar/training/tools/tool.js";
import { checkRequest, toolWords } from "../../../../sidecar/training/tools/tool-arguments.js";

const request = (given: Partial<ToolRequest> & Pick<ToolRequest, "tool">): ToolRequest => ({
  family: "sd15",
  loras: ["/l/a.safetensors"],
  ratios: [],
  files: {},
  values: {},
  ...given,
});

describe("the words of a tool", () => {
  test.each<[string, ToolRequest, string | null, string[]]>([
    [
      "resize",
      request({ tool: "resize", values: { verbose: true, new_rank: 8, dynamic_method: "sv_fro", dynamic_param: 0.9 } }),
      "/l/b.safetensors",
      [
        ..."--model /l/a.safetensors --new_rank=8 --dynamic_method=sv_fro --dynamic_param=0.9 --verbose".split(" "),
        ..."--save_to /l/b.safetensors".split(" "),
      ],
    ],
    [
      "merge, one of them negative",
      request({ tool: "merge", loras: ["/a", "/b"], ratios: [0.5, -0.25], values: { concat: false } }),
      "/c.safetensors",
      "--models /a /b --ratios 0.5 -0.25 --save_to /c.safetensors".split(" "),
    ],
    [
      "merge into a model of SD 2",
      request({ tool: "mergeInto", family: "sd2", ratios: [1], files: { checkpoint: "/m" } }),
      "/n.safetensors",
      "--v2 --sd_model /m --models /l/a.safetensors --ratios 1 --save_to /n.safetensors".split(" "),
    ],
    [
      "merge into FLUX",
      request({
        tool: "mergeInto",
        family: "flux",
        ratios: [1],
        files: { checkpoint: "/m" },
        values: { mem_eff_load_save: true },
      }),
      "/n.safetensors",
      "--flux_model /m --models /l/a.safetensors --ratios 1 --mem_eff_load_save --save_to /n.safetensors".split(" "),
    ],
    [
      "extract from SDXL",
      request({
        tool: "extract",
        family: "sdxl",
        loras: [],
        files: { original: "/o", tuned: "/t" },
        values: { dim: 32 },
      }),
      "/n.safetensors",
      "--sdxl --model_org /o --model_tuned /t --dim=32 --save_to /n.safetensors".split(" "),
    ],
    ["check", request({ tool: "check" }), null, ["/l/a.safetensors"]],
  ])("%s", (_name, asked, saveTo, words) => {
    checkRequest(asked);
    expect(toolWords(asked, saveTo)).toEqual(words);
  });

  it("a path with blanks, quotes or a dash stays one word", () => {
    const path = "/l/-a b'\"$(x).safetensors";
    expect(toolWords(request({ tool: "resize", loras: [path] }), path)).toEqual(["--model", path, "--save_to", path]);
  });
});

test.each<[string, ToolRequest, RegExp]>([
  ["a dimension of 0", request({ tool: "resize", values: { new_rank: 0 } }), /new_rank expects .*1 to 1024; found 0/],
  ["half a dimension", request({ tool: "resize", values: { new_rank: 1.5 } }), /whole number/],
  ["an unknown argument", request({ tool: "resize", values: { lbws: "x" } }), /no argument lbws/],
  ["an option in a text", request({ tool: "resize", values: { device: "--help" } }), /device expects a text/],
  [
    "a method without its number",
    request({ tool: "resize", values: { dynamic_method: "sv_fro" } }),
    /needs dynamic_param/,
  ],
  [
    "a part above 1",
    request({ tool: "resize", values: { dynamic_method: "sv_cumulative", dynamic_param: 10 } }),
    /above 0 and up to 1; found 10/,
  ],
  [
    "a number without its method",
    request({ tool: "resize", values: { dynamic_param: 0.9 } }),
    /without dynamic_method/,
  ],
  ["two files to resize", request({ tool: "resize", loras: ["/a", "/b"] }), /takes 1 LoRA files; found 2/],
  ["a ratio too few", request({ tool: "merge", loras: ["/a", "/b"], ratios: [1] }), /2 LoRAs, 1 ratios/],
  ["no model to merge into", request({ tool: "mergeInto", ratios: [1] }), /needs the file checkpoint/],
  ["a family without a script", request({ tool: "merge", family: "lumina", ratios: [1] }), /does not know lumina/],
  [
    "an argument of another family",
    request({
      tool: "extract",
      family: "flux",
      loras: [],
      files: { original: "/o", tuned: "/t" },
      values: { conv_dim: 4 },
    }),
    /no argument conv_dim for flux/,
  ],
])("%s is refused before anything is started", (_name, asked, told) => {
  expect(() => checkRequest(asked)).toThrow(told);
});
