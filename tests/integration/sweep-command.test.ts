import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import type { DrawnLine } from "../../sidecar/rehearsal/webui/state/webui-state.js";
import { openDatabase } from "../../sidecar/store/database.js";
import { atelier, program } from "../support/command.js";
import { plantLora } from "../support/stand-in-webui.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();

interface Scene {
  home: string;
  loras: string;
  /** The stand-in's log and manners. */
  environment: NodeJS.ProcessEnv;
  drawn(): Promise<DrawnLine[]>;
}

async function scene(words = ""): Promise<Scene> {
  const [home, folder] = [await newFolder(), await newFolder()];
  for (const [step, kind] of (["weak", "good"] as const).entries()) {
    await plantLora(folder, `okara-step0000${step + 1}000.safetensors`, { kind, seed: step, step: 1000 * (step + 1) });
  }
  // The stand-in's words are split at spaces.
  const log = join(tmpdir(), `atelier-drawn-${process.pid}-${Math.random().toString(36).slice(2)}.jsonl`);
  return {
    home,
    loras: folder,
    environment: { ATELIER_STAND_IN_WEBUI: `--log ${log} ${words}`.trim() },
    async drawn() {
      const text = existsSync(log) ? await readFile(log, "utf8") : "";
      return text
        .split("\n")
        .filter((line) => line !== "")
        .map((line): DrawnLine => JSON.parse(line));
    },
  };
}

const sweepWords = ({ loras }: Scene, ...more: string[]): string[] => [
  "sweep",
  ...["--lora", loras, "--strengths", "0.5, 1", "--prompt", "1girl, okara", "--seeds", "1,2", "--size", "64x96"],
  ...["--steps", "4", "--batch-size", "1", "--rehearsal", ...more],
];

/** When and as what each finished picture was written. */
async function finished(home: string): Promise<Map<string, string>> {
  const database = openDatabase(home);
  const rows = database
    .prepare("SELECT key, content, drawn FROM sweep_picture WHERE state = 'drawn'")
    .all()
    .map(Object);
  database.close();
  return new Map(rows.map(({ key, content, drawn }) => [String(key), `${content} ${drawn}`]));
}

test("a sweep by one command: every cell drawn, proven, copied under a name of its own", async () => {
  const one = await scene();
  const output = await newFolder();
  const { code, stdout, stderr } = await atelier(
    one.home,
    sweepWords(one, "--output", output, "--json"),
    one.environment,
  );

  expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  const result = JSON.parse(stdout);
  expect(result.counts).toMatchObject({ cells: 12, pictures: 10, drawn: 10, wrong: 0, failed: 0 });
  expect(result.cells).toHaveLength(12);
  for (const cell of result.cells) {
    expect(cell).toMatchObject({ proven: true, prompt: "1girl, okara", state: "drawn" });
    expect(existsSync(cell.image)).toBe(true);
  }
  expect(new Set(result.cells.map(({ strength }: { strength: number }) => strength))).toEqual(new Set([0, 0.5, 1]));
  expect(await readdir(output)).toHaveLength(12);
  expect(await one.drawn()).toHaveLength(10);

  // Again, and wider: nothing that is there is drawn again, nor are copies doubled.
  const again = await atelier(one.home, sweepWords(one, "--output", output, "--json"), one.environment);
  expect(JSON.parse(again.stdout).counts).toMatchObject({ drawn: 10, reused: 10 });
  expect(await readdir(output)).toHaveLength(12);
  const wider = await atelier(one.home, ["sweep", "change", "1", "--seeds", "1,2,3", "--json"], one.environment);
  expect(JSON.parse(wider.stdout).counts).toMatchObject({ pictures: 15, drawn: 15 });
  expect(await one.drawn()).toHaveLength(15);
});

test("list, show, cell, rename, remove and back; a dry run draws nothing", async () => {
  const one = await scene();
  const dry = await atelier(one.home, sweepWords(one, "--dry-run", "--json"), one.environment);
  expect(JSON.parse(dry.stdout)).toMatchObject({ ready: true, cells: 12, pictures: 10, toDraw: 10, merges: 4 });
  expect(await one.drawn()).toEqual([]);

  await atelier(one.home, sweepWords(one), one.environment);
  const ask = async (...words: string[]) => {
    const { code, stdout } = await atelier(one.home, ["sweep", ...words, "--json"], one.environment);
    return { code, ...Object(JSON.parse(stdout)) };
  };
  expect((await ask("list")).sweeps).toMatchObject([{ id: 1, state: "done", rehearsal: true }]);
  expect((await ask("show", "1", "--cells")).cells).toHaveLength(12);
  // The second file at 0.5 with the first seed.
  const cell = await ask("cell", "1", "8");
  expect(cell).toMatchObject({ cell: { state: "drawn", control: 6 }, proof: { proven: true } });
  expect(cell.proof.loraHash).toBe(cell.proof.expectedHash);
  expect(cell.infotext).toContain("Lora hashes:");
  expect((await ask("cell", "1", "99")).code).toBe(1);
  expect((await ask("rename", "1", "second", "try")).code).toBe(0);
  expect((await ask("list")).sweeps).toMatchObject([{ name: "second try" }]);
  expect(await ask("remove", "1")).toMatchObject({ keptPictures: 10 });
  expect((await ask("list")).sweeps).toEqual([]);
  expect((await ask("remove", "1", "--back")).code).toBe(0);
  expect((await ask("list")).sweeps).toHaveLength(1);
});

test("killed in the middle and gone on with: no finished cell is drawn again or lost", async () => {
  const one = await scene("--seconds-per-picture 0.15 --misbehave error-500:6");
  const child = spawn(process.execPath, [program, ...sweepWords(one)], {
    env: { ...process.env, ...one.environment, ATELIER_HOME: one.home },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  while ((await one.drawn()).length < 4 && child.exitCode === null) await wait(5);
  child.kill("SIGKILL");
  await exited;
  const early = await finished(one.home);
  const { code, stdout } = await atelier(one.home, ["sweep", "resume", "1", "--json"], one.environment);

  const result = JSON.parse(stdout);
  expect([code, result.counts]).toEqual([0, expect.objectContaining({ drawn: 10, wrong: 0, failed: 0 })]);
  expect(early.size).toBeGreaterThan(0);
  expect(early.size).toBeLessThan(10);
  const late = await finished(one.home);
  for (const [key, row] of early) expect([key, late.get(key)]).toEqual([key, row]);
  // Only what was in the making when it was killed is drawn a second time.
  const lines = (await one.drawn()).map(({ seed, prompt }) => `${seed} ${prompt}`);
  expect(new Set(lines).size).toBe(10);
  expect(lines.length).toBeLessThanOrEqual(10 + 3);
});

test("a WebUI that leaves the LoRA out, with status 200: cells are wrong, said so, and exit code 3", async () => {
  const one = await scene("--misbehave silent-missing-lora");
  const { code, stdout } = await atelier(one.home, sweepWords(one, "--json"), one.environment);

  expect(code).toBe(3);
  const result = JSON.parse(stdout);
  expect(result.counts).toMatchObject({ drawn: 2, wrong: 8 });
  expect(result.problems).toMatchObject([{ code: "missingLora", count: 8, message: expect.any(String) }]);
});

test("a WebUI that misbehaves once in every way: nothing wrong is kept", async () => {
  // So far apart that what is drawn again meets no second one, however late it was looked at.
  const misbehave = "black:2,wrong-seed:11,wrong-size:20,wrong-model:29,cut-picture:38,no-infotext:44";
  const one = await scene(`--misbehave ${misbehave}`);
  const { code, stdout } = await atelier(
    one.home,
    sweepWords(one, "--seeds", "1-9", "--size", "128x192", "--json"),
    one.environment,
  );

  expect([code, JSON.parse(stdout).counts]).toEqual([0, expect.objectContaining({ drawn: 45, wrong: 0, failed: 0 })]);
  expect(await one.drawn()).toHaveLength(51);
});
