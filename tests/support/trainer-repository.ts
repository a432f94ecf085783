import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { type PackageIndex, wheelOf, zipOf } from "./package-index.js";

// Builds what `-e .` in a requirements.txt asks for, with no package that would have to be downloaded (PEP 517, 660).
const backend = `
import os, zipfile

def get_requires_for_build_editable(config_settings=None):
    return []

def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "library-0.0.0-py3-none-any.whl"
    info = "library-0.0.0.dist-info"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        wheel.writestr("library.pth", os.getcwd() + "\\n")
        wheel.writestr(info + "/METADATA", "Metadata-Version: 2.1\\nName: library\\nVersion: 0.0.0\\n")
        wheel.writestr(info + "/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "/RECORD", "library.pth,,\\n")
    return name
`;

/** The files of an sd-scripts that is small enough for a test. */
export const trainerFiles: Readonly<Record<string, string>> = {
  "train_network.py": "import library\n",
  "library/__init__.py": "",
  "requirements.txt": "accelerate==1.6.0\ndiffusers==0.32.1\ntransformers==4.54.1\nsafetensors==0.4.5\n-e .\n",
  "pyproject.toml": '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
  "backend.py": backend,
  "README.md": "**Version 0.10.1 (2026-02-13):**\n",
};

/** A git repository with these files, whose only commit is tagged v0.10.1. */
export async function trainerRepository(folder: string): Promise<string> {
  for (const [name, text] of Object.entries(trainerFiles)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const git = (...words: string[]) =>
    execa("git", ["-C", folder, "-c", "user.name=test", "-c", "user.email=test@test.invalid", ...words]);
  await git("init", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "scripts");
  await git("tag", "v0.10.1");
  return folder;
}

/** The same as GitHub packs it: inside one folder. */
export const trainerArchive = (
  more: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
): Promise<Buffer> =>
  zipOf(
    Object.fromEntries(
      Object.entries({ ...trainerFiles, ...more })
        .filter(([name]) => !without.includes(name))
        .map(([name, text]) => [`sd-scripts-0.10.1/${name}`, text]),
    ),
  );

const torch = `
__version__ = "2.6.0"
class version:
    cuda = None
    hip = None
class cuda:
    is_available = staticmethod(lambda: False)
class backends:
    mps = None
`;

/** Puts everything into an index that the requirements ask for, torch included. */
export async function fillIndex({ files }: PackageIndex): Promise<void> {
  const packages = { torchvision: "0.21.0", accelerate: "1.6.0", diffusers: "0.32.1", transformers: "4.54.1" };
  for (const [name, version] of Object.entries({ ...packages, safetensors: "0.4.5" })) {
    files.set(`${name}-${version}-py3-none-any.whl`, await wheelOf(name, version, ""));
  }
  files.set(TORCH_WHEEL, await wheelOf("torch", "2.6.0", torch));
}

export const TORCH_WHEEL = "torch-2.6.0-py3-none-any.whl";

/** The environment of a command that installs from these and nowhere else. */
export const installingFrom = ({ address }: PackageIndex, repository: string): Record<string, string> => ({
  ATELIER_SD_SCRIPTS_URL: repository,
  ATELIER_TORCH_INDEX: `${address}/simple`,
  PIP_INDEX_URL: `${address}/simple`,
  PIP_EXTRA_INDEX_URL: "",
  PIP_FIND_LINKS: "",
  PIP_CONFIG_FILE: process.platform === "win32" ? "nul" : "/dev/null",
  PIP_NO_CACHE_DIR: "1",
  PIP_RETRIES: "0",
  NO_PROXY: "127.0.0.1",
});
