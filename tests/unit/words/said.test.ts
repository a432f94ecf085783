import { expect, test } from "@jest/globals";
import { reportError, StudioError, storedReport } from "../../../sidecar/host/studio-error.js";
import { inJapanese } from "../../../sidecar/words/said-ja/in-japanese.js";
import { saidJa } from "../../../sidecar/words/said-ja/said-ja.js";
import { inEnglish, say, sentenceOf } from "../../../sidecar/words/sentence.js";

const places = (pattern: string): string[] => (pattern.match(/\{\w+\}/g) ?? []).sort();

test("a sentence in Japanese has the places of its English pattern", () => {
  const others = Object.entries(saidJa).filter(([says, japanese]) => `${places(says)}` !== `${places(japanese)}`);

  expect(others).toEqual([]);
});

test("what is said in Japanese is Japanese, but for what is only values", () => {
  const english = Object.entries(saidJa).filter(([, japanese]) => !/[぀-ヿ一-鿿：、]/u.test(japanese));

  expect(english).toEqual([]);
});

test("an error's sentences survive the wire and are worded in either language, reasons within reasons", () => {
  const reason = say("there is no such folder");
  const error = new StudioError(
    "modelMissing",
    say('There is no tagger "{nameOrFolder}": in {folder}, {found}.', {
      nameOrFolder: "wd",
      folder: "/models",
      found: reason,
    }),
    say("Check the spelling."),
  );
  const { said } = storedReport(JSON.parse(JSON.stringify(reportError(error))));
  const message = sentenceOf(said?.message);

  expect(error.message).toBe('There is no tagger "wd": in /models, there is no such folder.');
  expect(message && inEnglish(message)).toBe(error.message);
  expect(message && inJapanese(message)).toBe("タガー「wd」が見つかりません（/models：フォルダがありません）。");
});

test("a sentence of a newer sidecar stays English, and what is no sentence is none", () => {
  expect(inJapanese({ says: "Not {known} yet.", values: { known: "here" } })).toBe("Not here yet.");
  expect(sentenceOf({ says: 3 })).toBeNull();
  expect(sentenceOf("There is no folder.")).toBeNull();
  expect(inJapanese({ says: "constructor", values: {} })).toBe("constructor");
});

test("a message that nests itself without end is cut off", () => {
  const endless: Record<string, unknown> = { says: "{reason}", values: {} };
  endless.values = { reason: endless };

  expect(sentenceOf(endless)).not.toBeNull();
});
