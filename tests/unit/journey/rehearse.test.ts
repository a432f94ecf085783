import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { diagnosisOf } from "../../../sidecar/journey/rehearse/diagnosis.js";
import { freePlace, namedPlace } from "../../../sidecar/journey/rehearse/rehearsal-place.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

const verdicts = ["noEffect", "undertrained", "good", "overtrained", "broken", "unknown"] as const;
type Verdict = (typeof verdicts)[number];

const report = (...all: Verdict[]): Parameters<typeof diagnosisOf>[0] => ({
  recommendation: null,
  checkpoints: all.map((verdict, lora) => ({
    lora,
    label: `step ${lora}`,
    verdict,
    band: null,
    best: null,
    reasons: [],
    examples: [],
    strengths: [],
  })),
});

test("a whole sweep is over- or underfitted only when every file that can be judged says so", () => {
  expect(diagnosisOf(report("overtrained", "broken"))).toBe("overfitted");
  expect(diagnosisOf(report("noEffect", "unknown", "undertrained"))).toBe("underfitted");
  expect(diagnosisOf(report("undertrained", "broken"))).toBe("unclear");
  expect(diagnosisOf(report("unknown"))).toBe("unclear");
  expect(diagnosisOf(report())).toBe("unclear");
});

test("a rehearsal takes a new folder, completes one that was interrupted, goes on with one that is not over", async () => {
  const base = join(await newFolder(), "okara");
  expect(await freePlace(base, [])).toEqual({ folder: base, course: null });
  await mkdir(base);
  await writeFile(join(base, "01.png"), "");
  expect(await freePlace(base, [])).toEqual({ folder: base, course: null });
  const course = { id: 3, project: 2, folder: base, state: "question" };
  expect(await freePlace(base, [course])).toEqual({ folder: base, course });
  expect(await freePlace(base, [{ ...course, state: "done" }])).toEqual({ folder: `${base}-2`, course: null });
  await writeFile(join(base, "mine.txt"), "");
  expect((await freePlace(base, [])).folder).toBe(`${base}-2`);
});

test("a folder that was named is used only while nothing else lies there", async () => {
  const folder = await newFolder();
  expect(await namedPlace(folder, [])).toEqual({ folder, course: null });
  await writeFile(join(folder, "mine.txt"), "");
  await expect(namedPlace(folder, [])).rejects.toMatchObject({ code: "fileExists" });
  const course = { id: 1, project: 1, folder, state: "going" };
  expect(await namedPlace(folder, [course])).toEqual({ folder, course });
});
