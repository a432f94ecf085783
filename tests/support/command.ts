import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";
import { execa } from "execa";
import { commandHost } from "./command-host.js";

export const program = fileURLToPath(new URL("../../program/main.js", import.meta.url));

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

const host = commandHost();
afterAll(() => host.end());

/**
 * Runs the real command line, its state in `home`: in a process that has loaded it for the commands before, for to load it is
 * most of what a command takes; in one of its own while another command runs there.
 */
export async function atelier(
  home: string,
  argumentList: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const own = { ATELIER_HOME: home, INIT_CWD: process.cwd(), ...environment };
  return host.run(argumentList, { ...process.env, ...own }) ?? inProcessOfItsOwn(argumentList, own);
}

async function inProcessOfItsOwn(argumentList: string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const result = await execa(process.execPath, [program, ...argumentList], { env, reject: false });
  return { code: result.exitCode ?? -1, stdout: result.stdout, stderr: result.stderr };
}
