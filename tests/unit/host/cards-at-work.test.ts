import { chmod, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { cardsAtWork, readCards } from "../../../sidecar/host/cards-at-work.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();
const path = process.env.PATH;
afterEach(() => {
  process.env.PATH = path;
});

/** A program of that name on PATH that prints a line for its questions and counts how often it was asked. */
async function standIn(printed: string, exitCode = 0): Promise<() => Promise<string[]>> {
  const folder = await newFolder();
  const asked = join(folder, "asked");
  const program = `#!/bin/sh\necho "$@" >> '${asked}'\ncat <<'END'\n${printed}\nEND\nexit ${exitCode}\n`;
  await writeFile(join(folder, "nvidia-smi"), program);
  await chmod(join(folder, "nvidia-smi"), 0o755);
  process.env.PATH = `${folder}${delimiter}${path}`;
  return async () => (await readFile(asked, "utf8")).trimEnd().split("\n");
}

describe("what the cards do", () => {
  it("is asked in nvidia-smi's own words, and at most every five seconds", async () => {
    const asked = await standIn(
      "NVIDIA GeForce RTX 3060, 8123, 12288, 63, 97\nNVIDIA RTX 6000 Ada Generation, 12, 49140, 31, 0",
    );
    let now = 0;
    const cards = cardsAtWork(() => now);
    const first = await cards();
    now = 4999;
    expect(await cards()).toBe(first);
    expect(await asked()).toHaveLength(1);
    now = 5000;
    await cards();
    expect(await asked()).toEqual(
      Array(2).fill(
        "--query-gpu=name,memory.used,memory.total,temperature.gpu,utilization.gpu --format=csv,noheader,nounits",
      ),
    );
    expect(first).toEqual([
      { name: "NVIDIA GeForce RTX 3060", used: 8123, total: 12288, temperature: 63, utilisation: 97 },
      { name: "NVIDIA RTX 6000 Ada Generation", used: 12, total: 49140, temperature: 31, utilisation: 0 },
    ]);
  });

  it("is nothing where the driver does not answer, which is asked again a minute later", async () => {
    const asked = await standIn(
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver, try again.",
      9,
    );
    let now = 0;
    const cards = cardsAtWork(() => now);
    expect(await cards()).toEqual([]);
    now = 59_999;
    expect(await cards()).toEqual([]);
    expect(await asked()).toHaveLength(1);
    now = 60_000;
    await cards();
    expect(await asked()).toHaveLength(2);
  });

  it("is unknown where the driver says so", () => {
    expect(
      readCards("NVIDIA GB10, [N/A], [N/A], 41, 0\nNVIDIA A100, 1, 2, [Unknown Error], [Not Supported]\n\n"),
    ).toEqual([
      { name: "NVIDIA GB10", used: null, total: null, temperature: 41, utilisation: 0 },
      { name: "NVIDIA A100", used: 1, total: 2, temperature: null, utilisation: null },
    ]);
  });
});
