import { expect, test } from "@jest/globals";
import { inTerminalLanguage, isJapanese } from "../../../sidecar/command-line/terminal-language.js";
import { reportError, StudioError } from "../../../sidecar/host/studio-error.js";
import { say } from "../../../sidecar/words/sentence.js";

test("the terminal's language is what LC_ALL, LC_MESSAGES and LANG say, in this order", () => {
  expect(isJapanese({ LANG: "ja_JP.UTF-8" })).toBe(true);
  expect(isJapanese({ LANG: "ja_JP.UTF-8", LC_ALL: "C.UTF-8" })).toBe(false);
  expect(isJapanese({ LANG: "en_US.UTF-8", LC_MESSAGES: "ja" })).toBe(true);
  expect(isJapanese({ LANG: "jam_JM" })).toBe(false);
  expect(isJapanese({})).toBe(false);
});

test("errors are told in the terminal's language; what has no sentences stays English", async () => {
  const missing = new StudioError(
    "notFound",
    say("There is no file {path}.", { path: "a.png" }),
    say("Check the spelling."),
  );
  const plain = new StudioError("badArguments", "--steps expects a number.", "");

  expect((await inTerminalLanguage(reportError(missing), { LANG: "ja_JP.UTF-8" })).message).toBe(
    "ファイル a.png がありません。",
  );
  expect((await inTerminalLanguage(reportError(missing), { LANG: "C" })).message).toBe("There is no file a.png.");
  expect((await inTerminalLanguage(reportError(plain), { LANG: "ja" })).message).toBe("--steps expects a number.");
});
