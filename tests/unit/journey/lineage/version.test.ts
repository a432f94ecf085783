import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  nextVersion,
  readVersionNote,
  versionOf,
  versionOfName,
  withVersionNote,
} from "../../../../sidecar/journey/lineage/version/version.js";

test.each([
  ["okara", { base: "okara", version: 1 }],
  ["okara-v2", { base: "okara", version: 2 }],
  ["okara_v10", { base: "okara", version: 10 }],
  ["okara-v2-from100", { base: "okara-v2-from100", version: 1 }],
  ["-v2", { base: "-v2", version: 1 }],
  ["v2", { base: "v2", version: 1 }],
])("%s", (name, told) => {
  expect(versionOfName(name)).toEqual(told);
});

test("a note stands beside the user's own words, and the next one takes its place", () => {
  const first = withVersionNote("my set; cleaned", { version: 2, name: "okara", run: 12 });

  expect(first).toBe("my set; cleaned; v2 of okara, run 12");
  expect(withVersionNote(first, { version: 3, name: "okara-v2", run: 15 })).toBe(
    "my set; cleaned; v3 of okara-v2, run 15",
  );
  expect(withVersionNote(" ", { version: 2, name: "$1 $& 猫", run: 1 })).toBe("v2 of $1 $& 猫, run 1");
  expect(readVersionNote("my set, run 3")).toBeNull();
  expect(versionOf("v7 of okara, run 1", "okara-v2")).toBe(7);
  expect(versionOf("", "okara-v2")).toBe(2);
});

test("every note is read as it was written", () => {
  const names = fc.string({ minLength: 1, maxLength: 40 }).filter((name) => !/[\r\n\u2028\u2029]|, run \d/.test(name));
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 99_999 }),
      names,
      fc.integer({ min: 1, max: 99_999 }),
      (version, name, run) => {
        const note = readVersionNote(withVersionNote("", { version, name, run }));
        expect(note).toEqual({ version, name, run });
      },
    ),
    { numRuns: 50 },
  );
});

test("names count up past whatever has them: runs, plans and files of either", () => {
  const okara = { name: "okara", version: 1 };

  expect(nextVersion(okara, [])).toEqual({ name: "okara-v2", version: 2 });
  expect(nextVersion(okara, ["okara-v2-step00000100.safetensors", "okara-v3"])).toEqual({
    name: "okara-v4",
    version: 4,
  });
  expect(nextVersion(okara, ["okara-v20", "okara-v2b"])).toEqual({ name: "okara-v2", version: 2 });
  expect(nextVersion({ name: "okara-v4", version: 4 }, [])).toEqual({ name: "okara-v5", version: 5 });
});
