import { posix, win32 } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { releaseInReadme } from "../../../sidecar/training/trainer/git-revision.js";
import { installGuide, torchBuildFor } from "../../../sidecar/training/trainer/install-guide.js";
import {
  familiesOf,
  hasCodeFor,
  isOlder,
  judgeTrainer,
  type TrainerFacts,
} from "../../../sidecar/training/trainer/judge-trainer.js";
import { readParserAnswer, refusedArgument } from "../../../sidecar/training/trainer/parser-answer.js";
import { type ProbeDocument, readProbe, type TorchDocument } from "../../../sidecar/training/trainer/probe-document.js";
import { trainerEn, trainerProblemsEn } from "../../../sidecar/words/trainer-en.js";
import { trainerJa, trainerProblemsJa } from "../../../sidecar/words/trainer-ja.js";

const card = { index: 0, name: "NVIDIA GeForce RTX 3060", free: 12_000, total: 12_288 };
const torch: TorchDocument = {
  version: "2.6.0+cu124",
  cuda: "12.4",
  hip: null,
  available: true,
  devices: [{ name: card.name, memory: 12_288, capability: [8, 6] }],
  architectures: ["sm_50", "sm_80", "sm_86", "sm_90"],
  cardError: null,
};
const whole: ProbeDocument = {
  python: "3.10.11",
  sitePackages: null,
  packages: {
    accelerate: "1.6.0",
    diffusers: "0.32.1",
    transformers: "4.54.1",
    safetensors: "0.4.5",
    bitsandbytes: null,
    xformers: null,
    lycoris: null,
    prodigyopt: null,
    tensorboard: null,
  },
  torch,
};
const facts: TrainerFacts = {
  folder: "/t",
  python: "/t/venv/bin/python",
  scripts: ["train_network.py", "sdxl_train_network.py"],
  cards: [card],
  seconds: 120,
  late: false,
  ending: { exit: "0", said: "" },
};

const codes = (document: Partial<ProbeDocument>, given: Partial<TrainerFacts> = {}): string[] =>
  judgeTrainer({ ...whole, ...document }, { ...facts, ...given }).map(({ code }) => code);

describe("what is wrong with a trainer", () => {
  test("nothing, where all is there: optional packages are no problem", () => expect(codes({})).toEqual([]));

  test.each<[string, Partial<ProbeDocument>, Partial<TrainerFacts>, string[]]>([
    ["no torch", { torch: "missing" }, {}, ["torchMissing"]],
    ["a torch that fails", { torch: { error: "OSError: [WinError 126] c10.dll" } }, {}, ["torchFails"]],
    ["a torch that hangs", { torch: "unanswered" }, { late: true }, ["torchSilent"]],
    ["a torch that ends Python", { torch: "unanswered" }, { ending: { exit: "SIGILL", said: "" } }, ["torchEnds"]],
    [
      "torch for the CPU beside an NVIDIA card",
      { torch: { ...torch, cuda: null, devices: [], available: false } },
      {},
      ["torchCpuOnly"],
    ],
    ["no card at all", { torch: { ...torch, devices: [], available: false } }, { cards: [] }, ["noCard"]],
    ["a driver too old", { torch: { ...torch, devices: [], available: false } }, {}, ["cardUnseen"]],
    ["a driver that fails", { torch: { ...torch, devices: [], cardError: "RuntimeError: CUDA" } }, {}, ["cardFails"]],
    [
      "a card newer than torch",
      { torch: { ...torch, devices: [{ name: "RTX 5090", memory: 32_000, capability: [12, 0] }] } },
      {},
      ["cardUnsupported"],
    ],
    [
      "old torch, new scripts",
      { torch: { ...torch, version: "2.5.1+cu121" } },
      { scripts: ["anima_train_network.py"] },
      ["torchOld"],
    ],
    ["old torch, old scripts", { torch: { ...torch, version: "2.1.2+cu118" } }, {}, []],
    ["an old Python", { python: "3.8.10" }, {}, ["pythonOld"]],
    ["no scripts", {}, { scripts: [] }, ["scriptsMissing"]],
    [
      "errors before warnings",
      { python: "3.9.1", packages: { ...whole.packages, safetensors: null } },
      {},
      ["packageMissing", "pythonOld"],
    ],
  ])("%s", (_, document, given, expected) => expect(codes(document, given)).toEqual(expected));

  test("every sentence is made of what it is given, in both languages", () => {
    const documents: Partial<ProbeDocument>[] = [
      { torch: "missing" },
      { torch: "unanswered" },
      { torch: { ...torch, devices: [{ name: "RTX 5090", memory: 1, capability: [12, 0] }] } },
      { torch: { ...torch, version: "2.5", devices: [] } },
      { torch: { ...torch, cuda: null, devices: [] }, python: "3.8.1" },
    ];
    for (const document of documents) {
      const problems = judgeTrainer(
        { ...whole, ...document },
        { ...facts, scripts: ["anima_train_network.py"], ending: { exit: "3", said: "x" }, late: true },
      );
      for (const { code, values, message, remedy } of problems) {
        const japanese = trainerProblemsJa[code];
        for (const text of [message, remedy, japanese.message(values), japanese.remedy(values)]) {
          expect(text).not.toMatch(/undefined|NaN|null/);
          expect(text).not.toBe("");
        }
      }
    }
    expect(Object.keys(trainerProblemsJa).sort()).toEqual(Object.keys(trainerProblemsEn).sort());
    expect(trainerJa.device("RTX 3060", 12_288)).toBe("RTX 3060（12 GiB）");
    expect(trainerEn.device("RTX 3060", 12_288)).toBe("RTX 3060, 12 GiB");
  });
});

test("versions are compared by their numbers", () => {
  expect(isOlder("3.9.18", "3.10")).toBe(true);
  expect(isOlder("3.10.0", "3.10")).toBe(false);
  expect(isOlder("2.6.0a0+git", "2.6.0")).toBe(false);
  expect(isOlder("2.10.0", "2.6.0")).toBe(false);
  expect(isOlder("nightly", "2.6.0")).toBe(false);
});

test("torch has code for cards of a generation it knows, and for later ones only through compute_", () => {
  const device = (major: number, minor: number) => ({ name: "", memory: null, capability: [major, minor] as const });
  const architectures = ["sm_75", "sm_80", "sm_90"];
  expect(hasCodeFor(device(8, 9), architectures)).toBe(true);
  expect(hasCodeFor(device(7, 0), architectures)).toBe(false);
  expect(hasCodeFor(device(12, 0), architectures)).toBe(false);
  expect(hasCodeFor(device(12, 0), [...architectures, "compute_90"])).toBe(true);
  expect(hasCodeFor(device(12, 0), ["sm_120"])).toBe(true);
  expect(hasCodeFor({ name: "", memory: null, capability: null }, architectures)).toBe(true);
  expect(hasCodeFor(device(9, 0), ["gfx1100"])).toBe(true);
});

test("scripts tell the families", () => {
  expect(familiesOf(["train_network.py", "flux_train_network.py", "train_network_old.py"])).toEqual([
    "sd15",
    "flux",
    "sd2",
    "chroma",
  ]);
});

test("the last whole document counts; anything else is no answer", () => {
  const first = { python: "3.10.1", sitePackages: "/s", packages: { accelerate: "1.0" } };
  expect(readProbe(`noise\n${JSON.stringify(first)}\n{"pyth`)).toMatchObject({ python: "3.10.1", torch: "unanswered" });
  expect(readProbe(`${JSON.stringify(first)}\n${JSON.stringify({ ...first, torch: null })}`)?.torch).toBe("missing");
  for (const text of ["", "hello", "{}", "[1]", '{"python": 3}', "null"]) expect(readProbe(text)).toBeNull();
  const odd = {
    ...first,
    packages: 3,
    torch: { version: 5, cards: { devices: [4, { name: "x" }], architectures: [1] } },
  };
  expect(readProbe(JSON.stringify(odd))?.torch).toMatchObject({
    version: "",
    devices: [{ name: "x", memory: null, capability: null }],
    architectures: [],
  });
});

test("what argparse complains about", () => {
  expect(refusedArgument("argument --loss_type: invalid choice: 'x' (choose from 'l1', 'l2')")).toBe("loss_type");
  expect(refusedArgument("argument -x/--max_x: expected one argument")).toBe("max_x");
  expect(refusedArgument("unrecognized arguments: --foo 3 --bar")).toBe("foo");
  expect(refusedArgument("ambiguous option: --lr_s could match --lr_scheduler, --lr_s2")).toBe("lr_s");
  expect(refusedArgument("the following arguments are required: --network_module")).toBeNull();
  expect(readParserAnswer('\n{"names": ["a", 3], "unknown": [], "error": "parsers.py: error: no"}\n')).toEqual({
    names: ["a"],
    unknown: [],
    error: "no",
  });
  for (const text of ["", "{", '{"names": []}']) expect(readParserAnswer(text)).toBeNull();
});

test("a README tells its release", () => {
  expect(releaseInReadme("# sd-scripts\n\n- **Version 0.10.1 (2026-02-13):**\n- **Version 0.10.0")).toBe("0.10.1");
  expect(releaseInReadme("needs PyTorch version 2.6.0")).toBeNull();
});

describe("the steps to install it", () => {
  test("on Windows", () => {
    const steps = installGuide({ folder: "D:\\絵 の学習\\sd-scripts", build: "cu124", platform: "win32", path: win32 });
    expect(steps.map(({ step, program, folder }) => [step, program, folder])).toEqual([
      ["clone", "git", "D:\\絵 の学習"],
      ["venv", "python", "D:\\絵 の学習\\sd-scripts"],
      ...["pip", "torch", "requirements", "check"].map((step) => [
        step,
        "D:\\絵 の学習\\sd-scripts\\venv\\Scripts\\python.exe",
        "D:\\絵 の学習\\sd-scripts",
      ]),
    ]);
    expect(steps[3]?.words).toContain("https://download.pytorch.org/whl/cu124");
  });

  test("on Linux and macOS", () => {
    const linux = installGuide({ folder: "/t/sd-scripts", build: "cpu", platform: "linux", path: posix });
    expect(linux[4]).toEqual({
      step: "requirements",
      program: "/t/sd-scripts/venv/bin/python",
      words: ["-m", "pip", "install", "--upgrade", "-r", "requirements.txt"],
      folder: "/t/sd-scripts",
    });
    const mac = installGuide({ folder: "/t", build: torchBuildFor([], "darwin"), platform: "darwin", path: posix });
    expect(mac[3]?.words).not.toContain("--index-url");
  });

  test("for the cards of the machine", () => {
    expect(torchBuildFor([], "linux")).toBe("cpu");
    expect(torchBuildFor([card], "win32")).toBe("cu124");
    expect(torchBuildFor([{ ...card, name: "NVIDIA GeForce RTX 5070 Ti" }], "win32")).toBe("cu128");
    expect(torchBuildFor([{ ...card, name: "NVIDIA RTX PRO 6000 Blackwell" }], "linux")).toBe("cu128");
    expect(torchBuildFor([{ ...card, name: "Quadro RTX 5000" }], "linux")).toBe("cu124");
    expect(torchBuildFor([{ ...card, name: "NVIDIA RTX 5000 Ada Generation" }], "linux")).toBe("cu124");
  });
});
