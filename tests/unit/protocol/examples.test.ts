import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { type MethodName, methodNames, problemsOf } from "../../../protocol/validate.js";

const sides = ["params", "result"] as const;

function examples(method: MethodName, kind: "good" | "bad", side: (typeof sides)[number]): unknown[] {
  const url = new URL(`../../../../protocol/examples/${method}.json`, import.meta.url);
  return Object(JSON.parse(readFileSync(url, "utf8")))[kind][side];
}

test.each(methodNames())("%s: good examples fit, bad ones do not", (method) => {
  for (const side of sides) {
    const [good, bad] = [examples(method, "good", side), examples(method, "bad", side)];

    expect(good.length * bad.length).toBeGreaterThan(0);
    for (const value of good) expect([value, problemsOf(method, side, value)]).toEqual([value, null]);
    for (const entry of bad) {
      expect(entry).toHaveProperty("value");
      expect(entry).toHaveProperty("why", expect.any(String));
      const { value, why } = Object(entry);
      expect([why, problemsOf(method, side, value)]).toEqual([why, expect.any(String)]);
    }
  }
});
