import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { publishedName } from "../../../../sidecar/training/results/published-name.js";

test("a free name is taken as it is; one that meant other content, now or ever, gets a part of the hash", () => {
  const content = "ab".repeat(32);
  const nothing = { there: null, before: null };

  expect(publishedName("okara", content, () => nothing)).toEqual({ name: "okara", renamed: false });
  expect(publishedName("okara", content, () => ({ there: content, before: content })).name).toBe("okara");
  for (const use of [
    { there: "cd", before: null },
    { there: null, before: "cd" },
  ]) {
    const found = publishedName("okara", content, (name) => (name === "okara" ? use : nothing));
    expect(found).toEqual({ name: "okara-abababab", renamed: true });
  }
});

test("whatever comes in whatever order, no name ever means two contents", () => {
  const event = fc.record({
    wanted: fc.constantFrom("okara", "okara-aaaaaaaa", "hair"),
    content: fc.constantFrom("a".repeat(64), "b".repeat(64), `${"a".repeat(63)}b`),
    takenAway: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      const [there, before] = [new Map<string, string>(), new Map<string, string>()];
      for (const { wanted, content, takenAway } of events) {
        const { name } = publishedName(wanted, content, (one) => ({
          there: there.get(one) ?? null,
          before: before.get(one) ?? null,
        }));
        expect(before.get(name) ?? content).toBe(content);
        expect(there.get(name) ?? content).toBe(content);
        before.set(name, content);
        if (takenAway) there.delete(name);
        else there.set(name, content);
      }
    }),
  );
});
