import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { exportCsv, exportJsonl, exportKohyaJson } from "../../../../sidecar/captions/exchange/export-text.js";
import { importCsv } from "../../../../sidecar/captions/exchange/import-csv.js";
import { importJsonl, importKohyaJson } from "../../../../sidecar/captions/exchange/import-json.js";
import { rowOf } from "../../../../sidecar/captions/exchange/imported-rows.js";
import { matchRows } from "../../../../sidecar/captions/exchange/match-rows.js";
import { inEnglish } from "../../../../sidecar/words/sentence.js";

const letters = fc.constantFrom(..."ab ,;\"'\n\r\t\\/:=+@\uFEFF髪が長い", "🎀", "\r\n", '""', "é", "e\u0301");
const caption = fc.oneof(fc.string({ unit: letters }), fc.string({ unit: "binary" }));
const captions = fc.array(caption, { maxLength: 8 }).map((texts) =>
  texts.map((text, index) => {
    const name = index % 2 ? `10_少女/写真 ${index}.png` : `a,"${index}".jpg`;
    return { path: `/sets/one/${name}`, name, caption: index === 5 ? null : text };
  }),
);

describe("captions that go out and come back", () => {
  const ways = {
    "kohya captions": (all: Exported) => importKohyaJson(exportKohyaJson(all, "caption")),
    "kohya tags": (all: Exported) => importKohyaJson(exportKohyaJson(all, "tags")),
    "JSONL by path": (all: Exported) => importJsonl(exportJsonl(all)),
    "JSONL by name": (all: Exported) => importJsonl(exportJsonl(all, "file_name")),
    CSV: (all: Exported) => importCsv(exportCsv(all, { bom: false })),
    "CSV for spreadsheets": (all: Exported) => importCsv(exportCsv(all, { bom: true })),
  };
  type Exported = { path: string; name: string; caption: string | null }[];

  test.each(Object.entries(ways))("%s: every byte", (_, way) => {
    fc.assert(
      fc.property(captions, (all) => {
        const { rows, problems } = way(all);
        expect(problems).toEqual([]);
        const { matched, unmatched, ambiguous } = matchRows(rows, all);
        expect({ unmatched, ambiguous }).toEqual({ unmatched: [], ambiguous: [] });
        const expected = all.filter((picture) => picture.caption !== null);
        expect(matched).toEqual(expected.map((picture) => ({ path: picture.path, caption: picture.caption })));
      }),
    );
  });
});

describe("files of others", () => {
  test("metadata JSON: both kinds, other keys, one bad entry", () => {
    const text = JSON.stringify({
      "C:\\set\\a.png": { tags: "1girl, solo", caption: "a girl", train_resolution: [512, 512] },
      b: { tags: ["x", "y"] },
      c: { train_resolution: [64, 64] },
      d: 3,
    });
    const { rows, problems } = importKohyaJson(text);
    expect(rows.map(({ name, caption: own, tags }) => [name, own, tags])).toEqual([
      ["C:\\set\\a.png", "a girl", ["1girl", "solo"]],
      ["b", null, ["x", "y"]],
    ]);
    expect(problems.map(({ message }) => inEnglish(message).slice(0, 2))).toEqual(["c:", "d:"]);
    expect(() => importKohyaJson("1girl, solo")).toThrow(/not JSON/);
    expect(() => importKohyaJson("3")).toThrow(/found a number/);
  });

  test("JSONL: a bad line is named, the others are read", () => {
    const { rows, problems } = importJsonl(
      '\uFEFF{"file_name":"a.png","text":"x"}\r\n\n{oops\n{"image":"b","tags":"t"}',
    );
    expect(rows.map(({ name }) => name)).toEqual(["a.png", "b"]);
    expect(problems.map(({ line }) => line)).toEqual([3]);
    expect(() => importJsonl("a.png,x\n")).toThrow(/one JSON object a line/);
  });

  test("CSV: headers in any case, no header, other separators, short rows", () => {
    expect(importCsv("Caption,FILE\nx,a.png\n").rows).toEqual([rowOf("a.png", "x", null)]);
    expect(importCsv('a.png,"x, y"\nb.png,z').rows.map((row) => row.caption)).toEqual(["x, y", "z"]);
    expect(importCsv("file;tags\na.png;x, y\n").rows).toEqual([rowOf("a.png", null, "x, y")]);
    const { rows, problems } = importCsv("file,caption\na.png\n,x\nc.png,z\n");
    expect(rows.map(({ name }) => name)).toEqual(["c.png"]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(() => importCsv("a,b,c\n")).toThrow(/3 columns without names/);
    expect(() => importCsv("file,width\na,3\n")).toThrow(/caption, text or tags/);
  });

  test("CSV: a stray quote is a letter, one left open ends the table", () => {
    const stray = importCsv('file,caption\na.png,x "y" z\nd.png,z\n');
    expect(stray.rows.map((row) => row.caption)).toEqual(['x "y" z', "z"]);
    const open = importCsv('file,caption\na.png,x\nb.png,"y\nc.png,z\n');
    expect(open.rows.map(({ name }) => name)).toEqual(["a.png"]);
    expect(open.problems).toHaveLength(1);
  });
});

describe("which picture a row means", () => {
  const pictures = ["a.png", "sub/a.png", "sub/B.jpg", "が.png", "v1.5 girl.png"].map((name) => ({
    path: `/set/${name}`,
    name,
  }));
  const match = (...names: string[]) =>
    matchRows(
      names.map((name) => rowOf(name, name, null)),
      pictures,
    );

  test.each([
    ["a.png", "/set/a.png"],
    ["sub\\a", "/set/sub/a.png"],
    ["D:\\other\\sub\\a.png", "/set/sub/a.png"],
    ["elsewhere/b.webp", "/set/sub/B.jpg"],
    ["か\u3099", "/set/が.png"],
    ["v1.5 girl", "/set/v1.5 girl.png"],
  ])("%s is %s", (row, path) => {
    expect(match(row).matched).toEqual([{ path, caption: row }]);
  });

  test("what could be two is neither", () => {
    expect(match("x/a.png").ambiguous).toEqual([{ name: "x/a.png", paths: ["/set/a.png", "/set/sub/a.png"] }]);
    expect(match("nothing").unmatched).toEqual(["nothing"]);
    const two = matchRows([rowOf("a.png", "x", null), rowOf("a.png", "y", null)], pictures);
    expect(two.matched).toEqual([]);
    expect(two.ambiguous.map(({ name }) => name)).toEqual(["a.png", "a.png"]);
  });

  test("letter case counts where two differ by it alone", () => {
    const both = ["A.png", "a.png"].map((name) => ({ path: `/${name}`, name }));
    expect(matchRows([rowOf("a.png", "x", null)], both).matched).toEqual([{ path: "/a.png", caption: "x" }]);
    const folded = ["A.PNG", "a.Png"].map((name) => ({ path: `/${name}`, name }));
    expect(matchRows([rowOf("a.png", "x", null)], folded).ambiguous).toHaveLength(1);
  });

  test("pictures with one caption file are one", () => {
    const both = ["a.png", "a.jpg"].map((name) => ({ path: `/${name}`, name }));
    expect(matchRows([rowOf("a", "x", null)], both).matched).toHaveLength(2);
  });

  test("the more certain row wins a picture", () => {
    const { matched, unmatched } = match("elsewhere/B", "sub/B.jpg");
    expect(matched).toEqual([{ path: "/set/sub/B.jpg", caption: "sub/B.jpg" }]);
    expect(unmatched).toEqual(["elsewhere/B"]);
  });
});
