// Pictures that scientific Python packages carry as examples: photographs and scans for the tests of the check. The
// packages are only unpacked into .venvs/pictures, never run.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAside } from "./run-aside.mjs";

const packages = ["scikit-image==0.26.0", "scikit-learn==1.9.1", "matplotlib==3.11.2"];

/** Unpacks them with a Python's pip, once; false when they could not be had. */
export async function prepareRealPictures(root, python) {
  const folder = join(root, ".venvs/pictures");
  const stamp = join(folder, "packages.txt");
  const wanted = packages.join("\n");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return true;
  process.stderr.write("Fetching real pictures …\n");
  rmSync(folder, { recursive: true, force: true });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", folder];
  if (!(await runAside(python, [...pip, ...packages]))) return false;
  writeFileSync(stamp, wanted);
  return true;
}
