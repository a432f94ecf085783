import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { probeTrainer } from "../../sidecar/training/trainer/probe-trainer.js";
import { trainerEnvironment } from "../../sidecar/training/trainer/trainer-environment.js";
import { fakePackages, fakePython, fakeScripts, fakeTorch, foundTrainer, testPython } from "../support/fake-trainer.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const posix = process.platform === "win32" ? test.skip : test;
const card = { index: 0, name: "NVIDIA GeForce RTX 3060", free: 12_000, total: 12_288 };
const noCards = { cards: async () => [] };

const needed = { accelerate: "1.6.0", diffusers: "0.32.1", transformers: "4.54.1", safetensors: "0.4.5" };
const oneCard = `
class version:
    cuda = "12.4"
    hip = None


class cuda:
    is_available = staticmethod(lambda: True)
    device_count = staticmethod(lambda: 1)
    get_arch_list = staticmethod(lambda: ["sm_80", "sm_86"])

    @staticmethod
    def get_device_properties(number):
        from types import SimpleNamespace
        return SimpleNamespace(name="Fake RTX", total_memory=12 * 1024**3, major=8, minor=6)
`;

/** A trainer whose Python is the tests' own with further packages, as a venv has them. */
async function trainerWith(packages: Readonly<Record<string, string>>, torch: string | null) {
  const folder = await fakeScripts(await newFolder());
  const site = join(folder, "site packages");
  await fakePackages(site, packages);
  if (torch !== null) await fakeTorch(site, torch);
  const calls = join(folder, "calls");
  const real = await testPython();
  const python = await fakePython(folder, `echo called >> "${calls}"\nPYTHONPATH="${site}" exec "${real}" "$@"`);
  const count = async (): Promise<number> => (await readFile(calls, "utf8")).trim().split("\n").length;
  return { found: foundTrainer(folder, python), count };
}

describe("a trainer's Python", () => {
  test("without torch is told so, and which packages are missing", async () => {
    const folder = await fakeScripts(await newFolder());
    const python = await testPython();
    const probed = await probeTrainer(foundTrainer(folder, python), noCards);
    expect(probed.python3.version).toMatch(/^3\.\d+\.\d+/);
    expect(probed.scripts).toEqual(["train_network.py"]);
    expect(probed.families).toEqual(["sd15", "sd2"]);
    // Only a Python that has torch by chance answers otherwise.
    if (probed.torch.version === null) {
      expect(probed.usable).toBe(false);
      expect(probed.torch.problem).toContain("PyTorch");
      expect(probed.problems.map(({ code }) => code)).toContain("torchMissing");
    }
  });

  posix("with all that is needed is usable, with its versions and cards", async () => {
    const { found } = await trainerWith({ ...needed, "lycoris-lora": "3.2.0" }, oneCard);
    const probed = await probeTrainer(found, { cards: async () => [card] });
    expect(probed).toMatchObject({
      usable: true,
      problems: [],
      torch: { version: "2.6.0+cu124", problem: null },
      cuda: { version: "CUDA 12.4", problem: null },
      devices: [{ name: "Fake RTX", memory: 12_288 }],
      packages: {
        accelerate: { version: "1.6.0", problem: null },
        lycoris: { version: "3.2.0", problem: null },
        xformers: { version: null, problem: null },
      },
    });
  });

  posix("with torch for the CPU beside a card is usable, with a warning", async () => {
    const { found } = await trainerWith(
      needed,
      "class cuda:\n    is_available = staticmethod(lambda: False)\nbackends = None",
    );
    const probed = await probeTrainer(found, { cards: async () => [card] });
    expect(probed).toMatchObject({ usable: true, problems: [{ code: "torchCpuOnly", severity: "warning" }] });
    expect(probed.cuda.problem).toContain(card.name);
  });

  posix.each([
    ["does not load", 'raise OSError("[WinError 126] c10.dll")', "torchFails", "OSError: [WinError 126] c10.dll"],
    ["misses a part of its own", "import numpy_of_nobody", "torchFails", "numpy_of_nobody"],
    ["takes Python down", "import os\nos._exit(3)", "torchEnds", "ended with 3"],
    ["ends Python by a signal", "import os\nos.kill(os.getpid(), 4)", "torchEnds", "SIGILL"],
  ])("whose torch %s", async (_, torch, code, said) => {
    const { found } = await trainerWith(needed, torch);
    const probed = await probeTrainer(found, noCards);
    expect(probed.problems).toMatchObject([{ code, severity: "error" }]);
    expect(probed.torch.problem).toContain(said);
    expect(probed.packages.accelerate.version).toBe("1.6.0");
    expect(probed.usable).toBe(false);
  });

  posix("whose torch hangs is ended, and the rest is known", async () => {
    const { found } = await trainerWith(needed, "import time\ntime.sleep(600)");
    const probed = await probeTrainer(found, { ...noCards, limitMs: 4000 });
    expect(probed.problems).toMatchObject([{ code: "torchSilent", values: { seconds: 4 } }]);
    expect(probed.packages.safetensors.version).toBe("0.4.5");
  });

  posix("that hangs is ended with what it started", async () => {
    const folder = await fakeScripts(await newFolder());
    const pid = join(folder, "pid");
    const python = await fakePython(folder, `sleep 600 &\necho $! > "${pid}"\nwait`);
    const probed = await probeTrainer(foundTrainer(folder, python), { ...noCards, limitMs: 500 });
    expect(probed.problems).toMatchObject([{ code: "pythonSilent" }]);
    const helper = Number(await readFile(pid, "utf8"));
    // A killed process stays for a moment until somebody reaps it.
    const state = await readFile(`/proc/${helper}/stat`, "utf8").catch(() => "gone");
    expect(state).toMatch(/^gone|\) Z /);
  });

  posix.each([
    ["prints garbage", "echo '{\"pyth'; echo hello", "pythonFailed", "hello"],
    ["says why it fails", "echo 'No Python at C:\\Python310' >&2; exit 103", "pythonFailed", "No Python at"],
    ["ends without a word", "exit 9", "pythonFailed", "ended with 9."],
    ["prints without end", "yes 'a long line that fills the memory'", "pythonFlooded", "without end"],
  ])("that %s", async (_, script, code, said) => {
    const folder = await fakeScripts(await newFolder());
    const python = await fakePython(folder, script);
    const probed = await probeTrainer(foundTrainer(folder, python), noCards);
    expect(probed.problems).toMatchObject([{ code }]);
    expect(probed.python3.problem).toContain(said);
    expect(probed.usable).toBe(false);
  });

  test("that is not there", async () => {
    const folder = await fakeScripts(await newFolder());
    const probed = await probeTrainer(foundTrainer(folder, join(folder, "venv", "bin", "python")), noCards);
    expect(probed.problems).toMatchObject([{ code: "pythonMissing" }]);
  });

  posix("that may not be run", async () => {
    const folder = await fakeScripts(await newFolder());
    const python = join(folder, "python");
    await writeFile(python, "no program");
    const probed = await probeTrainer(foundTrainer(folder, python), noCards);
    expect(probed.problems).toMatchObject([{ code: "pythonUnrunnable" }]);
  });

  test("in a folder without scripts", async () => {
    const probed = await probeTrainer(foundTrainer(await newFolder(), await testPython()), noCards);
    expect(probed.problems[0]?.code).toBe("scriptsMissing");
  });

  posix("is asked once while its environment stays as it is", async () => {
    const { found, count } = await trainerWith(needed, oneCard);
    await Promise.all([probeTrainer(found, noCards), probeTrainer(found, noCards)]);
    await probeTrainer(found, noCards);
    expect(await count()).toBe(1);
    await probeTrainer(found, { ...noCards, fresh: true });
    expect(await count()).toBe(2);
    await utimes(found.python, new Date(), new Date(1_700_000_000_000));
    await probeTrainer(found, noCards);
    expect(await count()).toBe(3);
  });

  posix("sees nothing of another Python's settings", async () => {
    const { found } = await trainerWith(needed, oneCard);
    const elsewhere = await newFolder();
    await fakePackages(elsewhere, { xformers: "0.0.1" });
    const environment = { ...process.env, PYTHONPATH: elsewhere, PYTHONHOME: elsewhere };
    const probed = await probeTrainer(found, { ...noCards, environment, fresh: true });
    expect(probed.packages.xformers.version).toBeNull();
    expect(probed.usable).toBe(true);
  });
});

test("the environment of a trainer's Python has nothing of ours, and no packages of the user in a venv", async () => {
  const folder = await newFolder();
  const given = {
    PATH: "/bin",
    HF_HOME: "/hf",
    ATELIER_TOKEN: "secret",
    npm_config_x: "1",
    PYTHONPATH: "/x",
    PythonHome: "/y",
  };
  const clean = { PATH: "/bin", HF_HOME: "/hf", PYTHONUTF8: "1", PYTHONIOENCODING: "utf-8", PYTHONUNBUFFERED: "1" };
  const python = join(folder, "bin", "python");
  expect(trainerEnvironment(python, given)).toEqual(clean);
  await writeFile(join(folder, "pyvenv.cfg"), "");
  expect(trainerEnvironment(python, given)).toEqual({ ...clean, PYTHONNOUSERSITE: "1" });
});
