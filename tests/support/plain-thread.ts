import { afterAll } from "@jest/globals";
import { Tinypool } from "tinypool";

/**
 * Runs a module's default function on a thread of its own, outside the tests' own world: there every look at a global is slow,
 * and whoever works on pixels looks often.
 * @param file of this folder, without suffix
 */
export function plainThread(file: string): (given: unknown) => Promise<unknown> {
  const pool = new Tinypool({
    filename: new URL(`./${file}.js`, import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: 60_000,
  });
  afterAll(() => pool.destroy());
  return (given) => pool.run(given);
}
