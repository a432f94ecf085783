import { describe, expect, it } from "@jest/globals";
import { textCauses } from "../../../sidecar/training/verdict/causes.js";
import type { CauseName } from "../../../sidecar/training/verdict/diagnose.js";
import { type TrainingCausesWords, trainingCausesEn } from "../../../sidecar/words/training-causes-en.js";
import { trainingCausesJa } from "../../../sidecar/words/training-causes-ja.js";

describe("causes have words", () => {
  const names = Object.keys(trainingCausesEn);
  const isName = (name: string): name is CauseName => names.includes(name);
  const causes = names.filter(isName);
  const full = {
    ...{ file: "/d/01.png", folder: "x2_okara", package: "a.b", needed: "1 GiB", total: "8 GiB", signal: "SIGTERM" },
    ...{
      argument: "--a",
      reason: "r",
      detail: "d",
      scheduler: "s",
      optimizer: "o",
      text: "t",
      exception: "E: x",
      code: 1,
    },
    ...{
      program: "python",
      address: "https://x",
      ending: "1",
      bytes: 5,
      promised: 9,
      steps: 4,
      planned: 6,
      step: 2,
      checkpoints: 1,
    },
  };
  it.each(causes)("%s", (name) => {
    const render = (words: TrainingCausesWords, values: Record<string, string | number>) => [
      words[name].title,
      words[name].message(values),
      words[name].remedy(values),
    ];
    for (const words of [trainingCausesEn, trainingCausesJa]) {
      for (const values of [full, {}]) {
        for (const sentence of render(words, values)) {
          expect(sentence).not.toMatch(
            name.startsWith("nan") ? /undefined|\[object|\s{2}/ : /undefined|NaN|\[object|\s{2}/,
          );
          expect(sentence.length).toBeGreaterThan(2);
        }
      }
    }
    expect(render(trainingCausesJa, full).every((sentence) => /[ぁ-んァ-ヶ一-龠]/.test(sentence))).toBe(true);
  });

  it("every pattern's values appear in a sentence, or say what is meant in the log's own words", () => {
    const groups = textCauses.flatMap(({ name, errors = [], lines = [], more }) =>
      [...errors, ...lines, ...(more ? [more] : [])].flatMap((pattern) =>
        [...pattern.source.matchAll(/\(\?<(\w+)>/g)].map(([, group]) => [name, group ?? ""] as const),
      ),
    );
    const shown = new Set(["part", "shapes", "reason"]);
    for (const [name, group] of groups) {
      const words = trainingCausesEn[name];
      const marked = { [group]: "MARK" };
      const text = words.message(marked) + words.remedy(marked);
      if (!shown.has(group))
        expect([name, group, text.includes("MARK") || group === "file" || group === "total"]).toEqual([
          name,
          group,
          true,
        ]);
    }
  });

  it("names the folder as it should be", () => {
    expect(trainingCausesEn.noDataFolderName.remedy({ folder: "x2_okara" })).toContain("10_okara");
    expect(trainingCausesEn.noDataFolderName.remedy({ folder: "my_girl" })).toContain("10_my_girl");
  });
});
