import { expect, test } from "@jest/globals";
import type { PlantedKind } from "../../sidecar/rehearsal/lora/planted-lora.js";
import type { PlantedTruth } from "../support/judge-planted.js";
import { plainThread } from "../support/plain-thread.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const thread = plainThread("judge-planted");

// Held out: thresholds were fixed on seeds below 1000.
const SWEEPS = 12;
const SEEDS = 4;
const strengths = [0.25, 0.5, 0.75, 1, 1.25];

/** Verdicts that the file's own truth allows, see `planted-lora.ts`. */
const truths: Partial<Record<PlantedKind, readonly string[]>> = {
  none: ["noEffect"],
  weak: ["noEffect", "undertrained"],
  good: ["good"],
  melting: ["good", "overtrained"],
  burnt: ["overtrained", "broken"],
  // It copies from 0.7 on, and is good before: a band that ends there, and the reason said, are as true.
  copying: ["good", "overtrained", "broken"],
};
const copiesFrom = 0.7;
/** Strengths at which a recommendation is right. */
const rightAt: Partial<Record<PlantedKind, readonly number[]>> = { good: [0.75, 1], melting: [0.5, 0.75] };

test("planted truth over many held-out seeds: error rates are told and small", async () => {
  const kinds: PlantedKind[] = ["none", "weak", "good", "melting", "burnt", "copying"];
  const wrong = new Map<string, number>();
  const miss = (what: string): void => void wrong.set(what, (wrong.get(what) ?? 0) + 1);
  let recommended = 0;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const folder = await newFolder();
    const seeds = Array.from({ length: SEEDS }, (_, seed) => 1000 + sweep * SEEDS + seed);
    // Shuffled, so that no order of the files tells anything.
    const turned = [...kinds.slice(sweep % kinds.length), ...kinds.slice(0, sweep % kinds.length)];
    const truth: PlantedTruth = Object(await thread({ folder, kinds: turned, strengths, seeds, files: 100 * sweep }));
    for (const { kind, verdict, band, reasons } of truth.checkpoints) {
      const isCopied = kind === "copying" && (!reasons.includes("copies") || (band?.[1] ?? 0) >= copiesFrom);
      if (isCopied || !truths[kind]?.includes(verdict)) miss(`${kind}: ${verdict} ${band}`);
    }
    const [kind, strength] = truth.recommended?.split(" ") ?? [];
    if (kind !== undefined) recommended += 1;
    const isRight = Object.entries(rightAt).some(
      ([name, values]) => name === kind && values.includes(Number(strength)),
    );
    if (kind !== undefined && !isRight) miss(`recommended ${kind} ${strength}`);
  }
  let ofNothing = 0;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const folder = await newFolder();
    const seeds = Array.from({ length: SEEDS }, (_, seed) => 2000 + sweep * SEEDS + seed);
    const nothing: PlantedKind[] = ["none", "none", "none"];
    const truth: PlantedTruth = Object(
      await thread({ folder, kinds: nothing, strengths: [0.5, 1], seeds, files: sweep }),
    );
    if (truth.recommended !== null) ofNothing += 1;
  }
  const verdicts = SWEEPS * kinds.length;
  const errors = [...wrong]
    .filter(([what]) => !what.startsWith("recommended"))
    .reduce((sum, [, times]) => sum + times, 0);
  const bad = [...wrong].filter(([what]) => what.startsWith("recommended")).reduce((sum, [, times]) => sum + times, 0);
  process.stdout.write(
    `${errors} of ${verdicts} verdicts wrong; ${recommended} of ${SWEEPS} sweeps recommended, ${bad} of them wrongly; ${ofNothing} of ${SWEEPS} sweeps of nothing recommended. ${JSON.stringify([...wrong])}\n`,
  );
  expect(ofNothing).toBe(0);
  expect(bad).toBeLessThanOrEqual(1);
  expect(errors / verdicts).toBeLessThan(0.15);
}, 1_800_000);
