import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import type { FoundTrainer } from "../../sidecar/training/trainer/find-trainers.js";

/** The Python that the tests are given. */
export async function testPython(): Promise<string> {
  const name = process.platform === "win32" ? "python" : "python3";
  return (await execa(name, ["-c", "import sys; print(sys.executable)"])).stdout.trim();
}

/** A folder with training scripts whose parser has two arguments; it imports what a test wants. */
export async function fakeScripts(folder: string, imports = ""): Promise<string> {
  const script = `${imports}
import argparse
from library import helper


def setup_parser():
    parser = argparse.ArgumentParser()
    parser.add_argument("--resolution", type=str, default=None)
    parser.add_argument("--loss_type", type=str, default="l2", choices=["l1", "l2"])
    parser.add_argument("--max_train_steps", type=int, default=helper.STEPS)
    parser.add_argument("--cache_latents", action="store_true")
    return parser
`;
  await mkdir(join(folder, "library"), { recursive: true });
  await writeFile(join(folder, "library", "__init__.py"), "");
  await writeFile(join(folder, "library", "helper.py"), "STEPS = 1600\n");
  await writeFile(join(folder, "train_network.py"), script);
  return folder;
}

/** Packages that only have metadata, in a folder for PYTHONPATH. */
export async function fakePackages(folder: string, versions: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, version] of Object.entries(versions)) {
    const information = join(folder, `${name.replaceAll("-", "_")}-${version}.dist-info`);
    await mkdir(information, { recursive: true });
    await writeFile(join(information, "METADATA"), `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`);
  }
}

/** `torch` as a module of a few lines; what it says of cards is the test's. */
export async function fakeTorch(folder: string, cards: string): Promise<void> {
  await mkdir(join(folder, "torch"), { recursive: true });
  await writeFile(
    join(folder, "torch", "__init__.py"),
    `print("torch greets on stdout")\n__version__ = "2.6.0+cu124"\n${cards}\n`,
  );
}

/** A shell script in a venv's place (POSIX). */
export async function fakePython(trainer: string, script: string): Promise<string> {
  const bin = join(trainer, "venv", "bin");
  await mkdir(bin, { recursive: true });
  const python = join(bin, "python");
  await writeFile(python, `#!/bin/sh\n${script}\n`);
  await chmod(python, 0o755);
  return python;
}

export const foundTrainer = (folder: string, python: string): FoundTrainer => ({
  kind: "sd-scripts",
  folder,
  python,
  accelerate: null,
  origin: "given",
  pythonFrom: "folder",
});
