import { expect, test } from "@jest/globals";
import { isTrained } from "../../../sidecar/dataset/trained-formats.js";

test("the trainer looks for its suffixes in small or in capital letters, on Windows in any", () => {
  const names = ["a.png", "a.JPG", "a.Png", "a.gif", "a.avif", "png"];
  expect(names.filter((name) => isTrained(name, "linux"))).toEqual(["a.png", "a.JPG"]);
  expect(names.filter((name) => isTrained(name, "win32"))).toEqual(["a.png", "a.JPG", "a.Png"]);
});
