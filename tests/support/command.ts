import { fileURLToPath } from "node:url";
import { execa } from "execa";

export const program = fileURLToPath(new URL("../../program/main.js", import.meta.url));

/** Runs the real command line in a process of its own, its state in `home`. */
export async function atelier(
  home: string,
  argumentList: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const result = await execa(process.execPath, [program, ...argumentList], {
    env: { ATELIER_HOME: home, INIT_CWD: process.cwd(), ...environment },
    reject: false,
  });
  return { code: result.exitCode ?? -1, stdout: result.stdout, stderr: result.stderr };
}
