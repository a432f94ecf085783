import { resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { writtenValue } from "../../../sidecar/command-line/settings.js";

test.each([
  ["tagger.threshold", "0.5", 0.5],
  ["tagger.threshold", "high", "high"],
  ["webui.handOver", "off", false],
  ["webui.handOver", "maybe", "maybe"],
  ["tagger.existing", "append", "append"],
  ["folders.work", "sets", resolve("sets")],
  ["folders.models", "/a, b", ["/a", resolve("b")]],
  ["webui.addresses", "127.0.0.1:7860,http://b", ["127.0.0.1:7860", "http://b"]],
])("%s written as %j", (name, written, value) => {
  const before = process.env.INIT_CWD;
  delete process.env.INIT_CWD;
  try {
    expect(writtenValue(name, written)).toEqual(value);
  } finally {
    if (before !== undefined) process.env.INIT_CWD = before;
  }
});

test("a name that is none is refused", () => {
  expect(() => writtenValue("tagger.treshold", "1")).toThrow(expect.objectContaining({ code: "badArguments" }));
});
