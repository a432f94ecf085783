import { expect, test } from "@jest/globals";
import { readDatasetToml } from "../../../sidecar/planning/toml/read-dataset-toml.js";
import { readTrainerToml } from "../../../sidecar/planning/toml/read-toml.js";
import { fieldPhraseJa } from "../../../sidecar/words/field-problems-ja.js";

const japanese = /[ぁ-んァ-ヶ一-龥]/;

test("what a configuration's fields should be is told in Japanese, what they are with their values", () => {
  const dataset = `[[datasets]]\nresolution = "wide"\nbatch_size = 1.5\n[[datasets.subsets]]\nnum_repeats = 0\nflip_aug = 1\n[[datasets.subsets]]\nimage_dir = "a"\nnum_repeats = "x"\n[further]\n`;
  const problems = [
    ...readDatasetToml(dataset).problems,
    ...readTrainerToml("no_such = 1\nnetwork_dim = { a = 1 }").problems,
  ];

  expect(problems.length).toBeGreaterThan(5);
  expect(problems.filter(({ expected }) => !japanese.test(fieldPhraseJa(expected)))).toEqual([]);
  expect(fieldPhraseJa('the text "wide"')).toBe('文字列 "wide"');
  expect(fieldPhraseJa("a number from 0 to 1")).toBe("0〜1 の数値");
  expect(fieldPhraseJa("/data/set.toml")).toBe("/data/set.toml");
});
