import { expect, test } from "@jest/globals";
import { languageOf } from "../../../../sidecar/webui/page/locale-language.js";

test.each([
  ["ja_JP", "ja"],
  ["ja-JP", "ja"],
  ["ja", "ja"],
  ["Japanese", "ja"],
  ["zh_CN", "en"],
  ["jam", "en"],
  ["en-US", "en"],
  ["None", null],
  ["", null],
  [null, null],
])("a localisation named %s is answered in %s", (name, language) => {
  expect(languageOf(name)).toBe(language);
});
