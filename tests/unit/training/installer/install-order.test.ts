import { posix, win32 } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { cudaInHeader } from "../../../../sidecar/host/driver-cuda.js";
import { pathProblems } from "../../../../sidecar/training/installer/check-place.js";
import { archiveAddress } from "../../../../sidecar/training/installer/fetch-archive.js";
import { pythonPlaces, readAnswer } from "../../../../sidecar/training/installer/find-python.js";
import { beginStep, endStep, newJournal, wholeSteps } from "../../../../sidecar/training/installer/install-journal.js";
import { type InstallOrder, parseOrder } from "../../../../sidecar/training/installer/install-order.js";
import { installSteps } from "../../../../sidecar/training/installer/install-steps.js";
import { torchProblems } from "../../../../sidecar/training/installer/plan-install.js";
import { torchBuildOn, torchSource } from "../../../../sidecar/training/installer/torch-source.js";

const card = (name: string) => [{ index: 0, name, free: 1, total: 1 }];

describe("the build of torch", () => {
  test("follows the card and its driver", () => {
    const on = (name: string, driver: number | null) => torchBuildOn({ cards: card(name), driver, platform: "linux" });
    expect(on("NVIDIA GeForce RTX 3060", 12.4)).toBe("cu124");
    // CUDA 12 programs run on each driver of CUDA 12.
    expect(on("NVIDIA GeForce RTX 3060", 12.0)).toBe("cu124");
    expect(on("NVIDIA GeForce RTX 3060", 11.7)).toBe("cu118");
    expect(on("NVIDIA GeForce RTX 5090", 12.8)).toBe("cu128");
    expect(torchBuildOn({ cards: [], driver: null, platform: "win32" })).toBe("cpu");
  });

  test("the driver's CUDA stands in the header of nvidia-smi", () => {
    const header = "| NVIDIA-SMI 550.54.14    Driver Version: 550.54.14    CUDA Version: 12.4     |";
    expect(cudaInHeader(header)).toBe(12.4);
    expect(cudaInHeader("NVIDIA-SMI has failed")).toBeNull();
  });

  test("comes from PyTorch's index, the one that is named, or a mirror of PyPI that has it", () => {
    const packages = ["torch==2.6.0", "torchvision==0.21.0"];
    const cu124 = { packages, index: "https://download.pytorch.org/whl/cu124" };
    expect(torchSource("cu124", {}, "linux")).toEqual(cu124);
    const named = { ATELIER_TORCH_INDEX: "https://mirror/torch/{build}/" };
    expect(torchSource("rocm", named, "linux").index).toBe("https://mirror/torch/rocm6.2.4/");
    const mirror = { PIP_INDEX_URL: "https://mirror/simple" };
    expect(torchSource("cu124", mirror, "linux").index).toBeNull();
    // PyPI's torch for Windows is the one for the CPU.
    expect(torchSource("cu124", mirror, "win32")).toEqual(cu124);
    expect(torchSource("cu118", mirror, "linux").index).toBe("https://download.pytorch.org/whl/cu118");
  });

  test("that does not run here is told", () => {
    const codes = (torch: Parameters<typeof torchProblems>[0], driver: number | null, platform: NodeJS.Platform) =>
      torchProblems(torch, { cards: card("NVIDIA GeForce RTX 3060"), driver, platform }).map(({ code }) => code);
    expect(codes("cu124", 12.4, "linux")).toEqual([]);
    expect(codes("cu124", 11.6, "linux")).toEqual(["driverBehind"]);
    expect(codes("cu118", 10.2, "linux")).toEqual(["driverOld"]);
    expect(codes("rocm", null, "win32")).toEqual(["torchElsewhere"]);
    expect(codes("cu124", null, "darwin")).toEqual(["torchElsewhere"]);
  });
});

const order: InstallOrder = {
  folder: "/ai/sd scripts",
  url: "https://github.com/kohya-ss/sd-scripts.git",
  revision: "v0.10.1",
  git: "git",
  python: "/usr/bin/python3.10",
  pythonVersion: "3.10.12",
  torch: "cu124",
  packages: ["torch==2.6.0", "torchvision==0.21.0"],
  index: "https://download.pytorch.org/whl/cu124",
  extras: ["xformers"],
  started: "2026-05-01T10:00:00.000Z",
};

describe("the steps", () => {
  test("use the environment's own pip and nothing else", () => {
    const steps = installSteps(order, "linux");
    const pips = steps.flatMap(({ commands }) => commands).filter(({ words }) => words.includes("pip"));
    expect(pips).toHaveLength(4);
    for (const { program, words } of pips) {
      expect(program).toBe("/ai/sd scripts/venv/bin/python");
      expect(words.slice(0, 6)).toEqual(["-I", "-X", "utf8", "-m", "pip", "install"]);
    }
  });

  test("an order is read as it was written; anything else is none", () => {
    expect(parseOrder(JSON.stringify(order))).toEqual(order);
    expect(parseOrder(JSON.stringify({ ...order, torch: "cu42" }))).toBeNull();
    expect(parseOrder("{}")).toBeNull();
  });

  test("are whole by their journal, until what they are made of or stand on changes", () => {
    const steps = installSteps(order, "linux");
    const journal = newJournal();
    expect(wholeSteps(steps, null).size).toBe(0);
    for (const step of steps) {
      beginStep(journal, step, steps);
      endStep(journal, step);
    }
    const whole = (given: Partial<InstallOrder> = {}) => [
      ...wholeSteps(installSteps({ ...order, ...given }, "linux"), journal),
    ];
    expect(whole()).toEqual(["source", "venv", "pip", "torch", "requirements", "extras"]);
    expect(whole({ revision: "main" })).toEqual(["venv", "pip", "torch"]);
    expect(whole({ index: "https://download.pytorch.org/whl/cu128" })).toEqual(["source", "venv", "pip"]);
    expect(whole({ python: "/usr/bin/python3.11" })).toEqual(["source"]);
  });

  test("a step begun again takes away what was built on it, also when it is killed in between", () => {
    const steps = installSteps(order, "linux");
    const journal = newJournal();
    for (const step of steps) {
      beginStep(journal, step, steps);
      endStep(journal, step);
    }
    const venv = steps.find(({ name }) => name === "venv");
    if (!venv) throw new Error("no venv");
    beginStep(journal, venv, steps);
    expect([...wholeSteps(steps, journal)]).toEqual(["source"]);
    endStep(journal, venv);
    expect([...wholeSteps(steps, journal)]).toEqual(["source", "venv"]);
    expect(journal.steps.torch?.wasWhole).toBe(true);
  });
});

describe("the place", () => {
  test("without what breaks environments", () => {
    const codes = (folder: string, platform: NodeJS.Platform) => pathProblems(folder, platform).map(({ code }) => code);
    expect(codes("/home/山田/sd scripts", "linux")).toEqual([]);
    expect(codes("/data/a:b/sd-scripts", "linux")).toEqual(["folderUnfit"]);
    expect(codes("C:\\ai\\sd-scripts", "win32")).toEqual([]);
    expect(codes("C:\\100%\\sd-scripts", "win32")).toEqual(["folderUnfit"]);
    expect(codes("C:\\絵\\sd-scripts", "win32")).toEqual(["folderForeign"]);
    expect(codes(`C:\\${"a".repeat(90)}`, "win32")).toEqual(["pathLong"]);
  });

  test("the archive of a revision, as GitHub has it", () => {
    expect(archiveAddress("https://github.com/kohya-ss/sd-scripts.git", "v0.10.1")).toBe(
      "https://github.com/kohya-ss/sd-scripts/archive/v0.10.1.zip",
    );
    expect(archiveAddress("https://mirror/a.zip", "v1")).toBe("https://mirror/a.zip");
  });
});

describe("Python", () => {
  const around = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv) => ({
    platform,
    environment,
    path: platform === "win32" ? win32 : posix,
    home: platform === "win32" ? "C:\\Users\\y" : "/home/y",
    state: "/state",
    exists: async () => true,
    readText: async () => null,
  });

  test("is looked for by Windows' launcher first, then in its usual folders", async () => {
    const places = await pythonPlaces(10, around("win32", {}), async () => []);
    expect(places[0]).toEqual({ program: "py", before: ["-3.10"] });
    expect(places.map(({ program }) => program)).toContain(
      "C:\\Users\\y\\AppData\\Local\\Programs\\Python\\Python310\\python.exe",
    );
  });

  test("is looked for on PATH and where pyenv and uv keep theirs, the newest first", async () => {
    const entries = async (folder: string) =>
      folder === "/home/y/.pyenv/versions" ? ["3.10.9", "3.10.13", "3.1.0", "3.11.2"] : [];
    const places = (await pythonPlaces(10, around("linux", { PATH: "/bin:relative" }), entries)).map(
      ({ program }) => program,
    );
    expect(places[0]).toBe("/bin/python3.10");
    expect(places.filter((program) => program.includes(".pyenv"))).toEqual([
      "/home/y/.pyenv/versions/3.10.13/bin/python3.10",
      "/home/y/.pyenv/versions/3.10.9/bin/python3.10",
    ]);
    expect(places.some((program) => program.startsWith("relative"))).toBe(false);
  });

  test("tells what it is; what is no Python tells nothing", () => {
    expect(readAnswer('hello\n["/usr/bin/python3.10", "3.10.12+", 64, true]\n')).toEqual({
      python: "/usr/bin/python3.10",
      version: "3.10.12",
      bits: 64,
      makesVenv: true,
    });
    expect(readAnswer("Python was not found; run without arguments to install from the Microsoft Store")).toBeNull();
  });
});
