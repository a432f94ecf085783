// Preloaded into a program: it is killed, as by a power cut, before or after its n-th change of files below certain folders.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { DIE_AT, DIE_BELOW = "" } = process.env;
const folders = DIE_BELOW.split("|");
// Of two moments one is before a change, the next one after it.
const moment = Number(DIE_AT);
let changes = 0;

const isMeant = (given: readonly unknown[]): boolean =>
  given.slice(0, 2).some((one) => typeof one === "string" && folders.some((folder) => one.startsWith(folder)));
const die = (): void => {
  process.kill(process.pid, "SIGKILL");
};

const mortal = <W extends (...given: never[]) => unknown>(work: W): W =>
  new Proxy(work, {
    apply(target, self, given: unknown[]) {
      if (!isMeant(given)) return Reflect.apply(target, self, given);
      const number = changes++;
      if (moment === 2 * number) die();
      const result: unknown = Reflect.apply(target, self, given);
      if (moment !== 2 * number + 1) return result;
      if (result instanceof Promise) return result.then(die);
      die();
      return result;
    },
  });

for (const name of ["mkdirSync", "renameSync", "rmdirSync", "rmSync"] as const)
  Object.assign(fs, { [name]: mortal(fs[name]) });
for (const name of ["mkdir", "writeFile", "rename", "rm"] as const)
  Object.assign(fs.promises, { [name]: mortal(fs.promises[name]) });
syncBuiltinESMExports();
