import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const program = join(root, ".venvs/reference", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/** False where the environment with Pillow and onnxruntime could not be made (`npm test` says so). */
export const hasReference = existsSync(program);

/** Runs one of tests/reference with real Pillow and onnxruntime; its standard output. */
export async function runReference(script: string, argumentList: string[]): Promise<string> {
  const { stdout } = await execa(program, [join(root, "tests/reference", script), ...argumentList]);
  return stdout;
}
