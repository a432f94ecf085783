import { posix, win32 } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { findTrainers } from "../../../sidecar/training/trainer/find-trainers.js";
import type { TrainerSurroundings } from "../../../sidecar/training/trainer/trainer-places.js";

interface Machine {
  environment?: NodeJS.ProcessEnv;
  /** Files that are there; with their text where it matters. */
  files: readonly string[] | Readonly<Record<string, string>>;
}

function machine(platform: NodeJS.Platform, { environment = {}, files }: Machine): TrainerSurroundings {
  const windows = platform === "win32";
  const texts = new Map(Array.isArray(files) ? files.map((file: string) => [file, ""]) : Object.entries(files));
  return {
    platform,
    environment,
    path: windows ? win32 : posix,
    home: windows ? "C:\\Users\\山田 太郎" : platform === "darwin" ? "/Users/yamada" : "/home/yamada",
    state: windows ? "C:\\Users\\山田 太郎\\AppData\\Local\\lora-atelier" : "/state",
    exists: async (path) => texts.has(path),
    readText: async (path) => texts.get(path) ?? null,
  };
}

const windows = (given: Machine): TrainerSurroundings => machine("win32", given);
const linux = (given: Machine): TrainerSurroundings => machine("linux", given);

describe("a folder that the user names", () => {
  test("is sd-scripts, with its venv", async () => {
    const around = linux({ files: ["/ai/sd scripts/train_network.py", "/ai/sd scripts/venv/bin/python"] });
    const { trainers, missed } = await findTrainers("/ai/sd scripts", around);
    expect(missed).toEqual([]);
    expect(trainers).toEqual([
      {
        kind: "sd-scripts",
        folder: "/ai/sd scripts",
        origin: "given",
        python: "/ai/sd scripts/venv/bin/python",
        accelerate: null,
        pythonFrom: "folder",
      },
    ]);
  });

  test("is kohya_ss on Windows, whose venv lies around sd-scripts; the path as Explorer copies it", async () => {
    const files = [
      "D:\\絵 の学習\\kohya_ss\\sd-scripts\\train_network.py",
      "D:\\絵 の学習\\kohya_ss\\.venv\\Scripts\\python.exe",
      "D:\\絵 の学習\\kohya_ss\\.venv\\Scripts\\accelerate.exe",
    ];
    const { trainers } = await findTrainers('"D:\\絵 の学習\\kohya_ss"', windows({ files }));
    expect(trainers).toMatchObject([
      {
        folder: "D:\\絵 の学習\\kohya_ss\\sd-scripts",
        python: "D:\\絵 の学習\\kohya_ss\\.venv\\Scripts\\python.exe",
        accelerate: "D:\\絵 の学習\\kohya_ss\\.venv\\Scripts\\accelerate.exe",
        pythonFrom: "folder",
      },
    ]);
  });

  test.each([
    ["the data folder", "E:\\SM\\Data"],
    ["the program's folder around it", "E:\\SM"],
  ])("is Stability Matrix: %s", async (_, given) => {
    const files = [
      "E:\\SM\\Data\\Packages\\kohya_ss\\sd-scripts\\train_network.py",
      "E:\\SM\\Data\\Packages\\kohya_ss\\venv\\Scripts\\python.exe",
    ];
    const { trainers } = await findTrainers(given, windows({ files }));
    expect(trainers).toMatchObject([
      { folder: "E:\\SM\\Data\\Packages\\kohya_ss\\sd-scripts", python: files[1], origin: "given" },
    ]);
  });

  test("is Stability Matrix with sd-scripts as a package of its own", async () => {
    const files = ["/sm/Packages/sd-scripts/train_network.py", "/sm/Packages/sd-scripts/venv/bin/python3"];
    const { trainers } = await findTrainers("/sm", linux({ files }));
    expect(trainers).toMatchObject([{ folder: "/sm/Packages/sd-scripts", python: files[1] }]);
  });

  test("may be written from home, or be a script", async () => {
    const files = ["/home/yamada/train/train_network.py"];
    for (const given of ["~/train", "/home/yamada/train/train_network.py", "  /home/yamada/train/ "]) {
      const { trainers } = await findTrainers(given, linux({ files }));
      expect(trainers.map(({ folder }) => folder)).toEqual(["/home/yamada/train"]);
    }
  });

  test("without a trainer is told, and the others are still found", async () => {
    const environment = { SD_SCRIPTS_DIR: "/gone" };
    const { trainers, missed } = await findTrainers(
      "/empty",
      linux({ environment, files: ["/home/yamada/kohya_ss/sd-scripts/train_network.py"] }),
    );
    expect(missed).toEqual([
      { folder: "/empty", namedBy: "given" },
      { folder: "/gone", namedBy: "SD_SCRIPTS_DIR" },
    ]);
    expect(trainers).toMatchObject([{ origin: "kohya_ss" }]);
  });
});

describe("order", () => {
  test("named, SD_SCRIPTS_DIR, ATELIER_SD_SCRIPTS, beside us and the WebUI, usual; each folder once", async () => {
    const folders = [
      "/one",
      "/two",
      "/three",
      "/state/trainer/sd-scripts",
      "/ai/kohya_ss/sd-scripts",
      "/home/yamada/kohya_ss/sd-scripts",
    ];
    const { trainers } = await findTrainers(
      "/one",
      linux({
        environment: {
          SD_SCRIPTS_DIR: "/two",
          ATELIER_SD_SCRIPTS: "/three",
          ATELIER_WEBUI_ROOT: "/ai/webui",
        },
        files: [...folders, "/home/yamada/sd-scripts"].map((folder) => `${folder}/train_network.py`),
      }),
    );
    expect(trainers.map(({ folder, origin }) => [folder, origin])).toEqual([
      ["/one", "given"],
      ["/two", "given"],
      ["/three", "given"],
      ["/state/trainer/sd-scripts", "beside"],
      ["/ai/kohya_ss/sd-scripts", "beside"],
      ["/home/yamada/sd-scripts", "sd-scripts"],
      ["/home/yamada/kohya_ss/sd-scripts", "kohya_ss"],
    ]);
    const again = await findTrainers(
      "/two",
      linux({ environment: { SD_SCRIPTS_DIR: "/two/" }, files: ["/two/train_network.py"] }),
    );
    expect(again.trainers).toHaveLength(1);
  });
});

describe("Stability Matrix' own note of its data", () => {
  const below = (separator: string, folder: string): string =>
    [folder, "Packages", "kohya_ss", "sd-scripts", "train_network.py"].join(separator);

  test.each<[NodeJS.Platform, NodeJS.ProcessEnv, string, string]>([
    [
      "win32",
      { APPDATA: "C:\\Users\\山田 太郎\\AppData\\Roaming" },
      "C:\\Users\\山田 太郎\\AppData\\Roaming\\StabilityMatrix\\library.json",
      "F:\\生成 AI",
    ],
    ["win32", {}, "C:\\Users\\山田 太郎\\AppData\\Roaming\\StabilityMatrix\\library.json", "F:\\AI"],
    ["linux", {}, "/home/yamada/.config/StabilityMatrix/library.json", "/mnt/data/生成 AI"],
    ["linux", { XDG_CONFIG_HOME: "/cfg" }, "/cfg/StabilityMatrix/library.json", "/mnt/data"],
    ["darwin", {}, "/Users/yamada/Library/Application Support/StabilityMatrix/library.json", "/Volumes/AI"],
  ])("%s %j", async (platform, environment, note, library) => {
    const script = below(platform === "win32" ? "\\" : "/", library);
    // .NET writes a byte order mark.
    const files = { [note]: `\uFEFF${JSON.stringify({ LibraryPath: library })}`, [script]: "" };
    const { trainers } = await findTrainers(null, machine(platform, { environment, files }));
    expect(trainers).toMatchObject([{ origin: "stability-matrix" }]);
  });

  test("that is broken is passed over", async () => {
    for (const text of ["{", "null", '{"LibraryPath": 5}', "[]"]) {
      const around = linux({ files: { "/home/yamada/.config/StabilityMatrix/library.json": text } });
      expect(await findTrainers(null, around)).toEqual({ trainers: [], missed: [] });
    }
  });
});

describe("the Python", () => {
  const script = "/t/train_network.py";

  test("is the one in SD_SCRIPTS_PYTHON before a venv", async () => {
    const files = [script, "/t/venv/bin/python", "/conda/envs/k/bin/accelerate"];
    const environment = { SD_SCRIPTS_PYTHON: "/conda/envs/k/bin/python" };
    const { trainers } = await findTrainers("/t", linux({ environment, files }));
    expect(trainers).toMatchObject([
      {
        python: "/conda/envs/k/bin/python",
        accelerate: "/conda/envs/k/bin/accelerate",
        pythonFrom: "environment",
      },
    ]);
  });

  test("is the first on PATH without a venv", async () => {
    const environment = { PATH: "relative:/usr/local/bin:/usr/bin" };
    const files = [script, "relative/python3", "/usr/bin/python3", "/usr/bin/accelerate"];
    const { trainers } = await findTrainers("/t", linux({ environment, files }));
    expect(trainers).toMatchObject([
      { python: "/usr/bin/python3", accelerate: "/usr/bin/accelerate", pythonFrom: "path" },
    ]);
  });

  test("on Windows is not the one that opens the shop, and has accelerate in Scripts", async () => {
    const shop = "C:\\Users\\me\\AppData\\Local\\Microsoft\\WindowsApps";
    const files = [
      "C:\\t\\train_network.py",
      `${shop}\\python.exe`,
      "C:\\Python 310\\python.exe",
      "C:\\Python 310\\Scripts\\accelerate.exe",
    ];
    const environment = { Path: `${shop};"C:\\Python 310"` };
    const { trainers } = await findTrainers("C:\\t", windows({ environment, files }));
    expect(trainers).toMatchObject([{ python: files[2], accelerate: files[3], pythonFrom: "path" }]);
  });

  test("is a bare name when there is none", async () => {
    const none = await findTrainers("/t", linux({ files: [script] }));
    expect(none.trainers).toMatchObject([{ python: "python3", pythonFrom: "none" }]);
    const onWindows = await findTrainers("C:\\t", windows({ files: ["C:\\t\\train_network.py"] }));
    expect(onWindows.trainers).toMatchObject([{ python: "python", accelerate: null, pythonFrom: "none" }]);
  });

  test("is conda's at the top of its folder on Windows", async () => {
    const files = ["C:\\t\\train_network.py", "C:\\t\\env\\python.exe", "C:\\t\\env\\Scripts\\accelerate.exe"];
    const { trainers } = await findTrainers("C:\\t", windows({ files }));
    expect(trainers).toMatchObject([{ python: files[1], accelerate: files[2] }]);
  });
});
