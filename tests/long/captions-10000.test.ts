import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { atelier, program } from "../support/command.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const count = 10_000;

test("an edit of 10,000 captions, killed at three moments, is whole; undone and killed again, it is wholly undone", async () => {
  const [parent, home] = [await newFolder(), await newFolder()];
  const folder = join(parent, "10_okara");
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) {
    writeFileSync(join(folder, `${index}.png`), "");
    writeFileSync(join(folder, `${index}.txt`), `a, b, ${index}`);
  }
  const edited = (): number => {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      const text = readFileSync(join(folder, `${index}.txt`), "utf8");
      // Never half a file, whatever the moment.
      expect([`a, b, ${index}`, `a, ${index}`]).toContain(text);
      if (text === `a, ${index}`) sum += 1;
    }
    return sum;
  };
  const killedAfter = async (argumentList: string[], milliseconds: number): Promise<void> => {
    const child = spawn(process.execPath, [program, "captions", ...argumentList], {
      env: { ...process.env, ATELIER_HOME: home },
      stdio: "ignore",
    });
    const exited = once(child, "exit");
    await Promise.race([wait(milliseconds), exited]);
    child.kill("SIGKILL");
    await exited;
  };
  const isDone = async (): Promise<boolean> => {
    const { stdout } = await atelier(home, ["captions", "history", folder, "--json"]);
    return JSON.parse(stdout).steps.some(({ undone }: { undone: boolean }) => !undone);
  };

  for (const milliseconds of [700, 1500, 3000]) {
    await killedAfter(["remove", folder, "--tags", "b"], milliseconds);
    // The next start brings the files to what was committed: all of it, or nothing.
    const done = await isDone();
    expect(edited()).toBe(done ? count : 0);
    if (done) break;
  }
  if (!(await isDone())) await atelier(home, ["captions", "remove", folder, "--tags", "b", "--json"]);
  await killedAfter(["undo", folder], 1500);
  expect(edited()).toBeLessThanOrEqual(count);
  const done = await isDone();

  expect(edited()).toBe(done ? count : 0);
}, 300_000);
