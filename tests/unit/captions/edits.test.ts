import { describe, expect, test } from "@jest/globals";
import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import { compileEdit } from "../../../sidecar/captions/edits/compile-edit.js";
import { mergeCaptions } from "../../../sidecar/captions/edits/merge-captions.js";

// One token a word stands for the real counter.
const measures = {
  images: (tag: string) => ({ smile: 3, solo: 20, "1girl": 20 })[tag] ?? 1,
  tokens: (text: string) => text.split(" ").length,
};

const edited = (text: string | null, edit: CaptionEdit, { prose = false, name = "10_okara/0001.png" } = {}) =>
  compileEdit(edit, { prose })({ name, text }, measures);

describe("edits of one caption", () => {
  test("adding leaves what is there, first, last or before a place", () => {
    expect(edited("1girl, solo", { kind: "add", tags: ["smile"] })).toBe("1girl, solo, smile");
    expect(edited("1girl, solo", { kind: "add", tags: ["smile"], at: "first" })).toBe("smile, 1girl, solo");
    expect(edited("1girl, solo", { kind: "add", tags: ["smile"], at: 2 })).toBe("1girl, smile, solo");
    expect(edited("1girl, long_hair", { kind: "add", tags: ["Long Hair"] })).toBe("1girl, long_hair");
    expect(edited("1girl, long_hair", { kind: "add", tags: ["long hair"], at: "first", move: true })).toBe(
      "long_hair, 1girl",
    );
    expect(edited(null, { kind: "add", tags: ["a", "b"] })).toBe("a, b");
  });

  test("removing takes tags, wildcards and expressions; a missing caption stays missing", () => {
    expect(edited("1girl, red skirt, skirt, smile", { kind: "remove", tags: ["*skirt"] })).toBe("1girl, smile");
    expect(edited("blue eyes, red eyes, smile", { kind: "remove", tags: ["/^(blue|red) /"] })).toBe("smile");
    expect(edited(null, { kind: "remove", tags: ["smile"] })).toBeNull();
    expect(edited("smile\n", { kind: "remove", tags: ["smile"] })).toBe("\n");
  });

  test("replacing a tag, inside tags, or inside the caption", () => {
    expect(edited("hair, long hair", { kind: "replace", find: "hair", with: "locks" })).toBe("locks, long hair");
    expect(edited("hair, long hair", { kind: "replace", find: "hair", with: "locks", where: "text" })).toBe(
      "locks, long locks",
    );
    expect(edited("red hair, red eyes", { kind: "replace", find: "(\\w+) eyes", with: "$1 pupils", regex: true })).toBe(
      "red hair, red pupils",
    );
    expect(edited("a, b, c", { kind: "replace", find: "a, b", with: "x", where: "caption" })).toBe("x, c");
    expect(edited("a, b", { kind: "replace", find: "a", with: "" })).toBe("b");
    expect(edited("a, b", { kind: "replace", find: "a", with: "x, y" })).toBe("x, y, b");
    expect(edited("5 $ bill", { kind: "replace", find: "$", with: "$1", where: "text" })).toBe("5 $1 bill");
  });

  test("an expression that cannot be is refused before anything is touched", () => {
    const bad = { kind: "replace", find: "(", with: "", regex: true } as const;
    expect(() => compileEdit(bad, { prose: false })).toThrow(/cannot be read/);
    const group = { kind: "replace", find: "a", with: "$2", regex: true } as const;
    expect(() => compileEdit(group, { prose: false })).toThrow(/group \$2/);
  });

  test("common tags are replaced by place; an erased one shifts nobody", () => {
    const edit = { kind: "common", from: ["a", "b", "c"], to: ["x", "", "z", "new"] } as const;
    expect(edited("c, b, a, d", { ...edit, from: [...edit.from], to: [...edit.to] })).toBe("z, x, d, new");
  });

  test("duplicates, order with protected tags, and length in tokens", () => {
    expect(edited("a, A, b_c, b c", { kind: "dedupe" })).toBe("a, b_c");
    expect(edited("okara, b, a, 10, 9", { kind: "sort", by: "name", protect: 1 })).toBe("okara, 9, 10, a, b");
    expect(edited("smile, solo, x", { kind: "sort", by: "count", descending: true })).toBe("solo, smile, x");
    expect(edited("very long hair, solo, smile", { kind: "truncate", tokens: 5 })).toBe("very long hair, solo");
  });

  test("the trigger comes first, once, in every caption", () => {
    const trigger = { kind: "trigger", word: "okara" } as const;
    expect(edited("1girl, okara", trigger)).toBe("okara, 1girl");
    expect(edited("okara, 1girl", trigger)).toBe("okara, 1girl");
    expect(edited(null, trigger)).toBe("okara");
    expect(edited("She smiles. Her hair, blonde, is long.", trigger)).toBe(
      "okara, She smiles. Her hair, blonde, is long.",
    );
    expect(() => compileEdit({ kind: "trigger", word: "a, b" }, { prose: false })).toThrow(/trigger word/);
  });

  test("spelling: case, full-width signs, underscores but not in faces", () => {
    const all = { kind: "normalise", letterCase: "lower", punctuation: true, underscores: "spaces" } as const;
    expect(edited("Long_Hair，（ｂｌｕｅ）、^_^", all)).toBe("long hair,(blue), ^_^");
    expect(edited("long hair", { kind: "normalise", underscores: "underscores" })).toBe("long_hair");
  });

  test("text before and after keeps the mark and the line end", () => {
    expect(edited("\uFEFFa\n", { kind: "affix", text: "x, ", at: "start" })).toBe("\uFEFFx, a\n");
    expect(edited("a\n", { kind: "affix", text: ", x", at: "end" })).toBe("a, x\n");
  });

  test("file names become captions where there is none", () => {
    expect(edited(null, { kind: "fileName" }, { name: "x/red_hair-smile 012.png" })).toBe("red, hair, smile");
    expect(edited("kept", { kind: "fileName" }, { name: "red.png" })).toBe("kept");
    expect(edited("kept", { kind: "fileName", existing: "append" }, { name: "red.png" })).toBe("kept, red");
    expect(edited(null, { kind: "fileName" }, { name: "0001.png" })).toBeNull();
  });

  test("sentences are not split at their commas unless asked", () => {
    const prose = "A girl with long hair stands here, and she smiles at everyone around.";
    expect(edited(prose, { kind: "sort", by: "name" })).toBe("prose");
    expect(edited(prose, { kind: "sort", by: "length" }, { prose: true })).not.toBe("prose");
  });
});

describe("two people's captions", () => {
  test("theirs with what was added and removed here", () => {
    expect(mergeCaptions("a, b, c", "a, c, d", "b, a, c, e")).toBe("a, c, e, d");
    expect(mergeCaptions("a", null, "a, b")).toBeNull();
  });
});
