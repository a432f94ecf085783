import { expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { fileNamePart, freePath } from "../../../../sidecar/sweep/export/files/target.js";
import { cellsCsv, cellsJson } from "../../../../sidecar/sweep/export/kinds/cells.js";
import { escapeHtml, scriptJson } from "../../../../sidecar/sweep/export/kinds/escape-html.js";
import type { ExportedSweep } from "../../../../sidecar/sweep/export/read/exported-sweep.js";
import { whoDrew } from "../../../../sidecar/sweep/export/read/who-drew.js";
import { okara } from "../../../support/exported-sweep.js";

const sweep: ExportedSweep = {
  id: 7,
  name: "okara",
  rehearsal: true,
  resolved: okara(),
  cell: (index) => ({
    index,
    state: index === 3 ? "wrong" : "drawn",
    problem: index === 3 ? "missingLora" : null,
    picture: {
      content: "abc",
      path: "/home/me/secret.png",
      width: 8,
      height: 12,
      infotext: '=1+1, "quoted"\nSteps: 1',
      drawnBy: "rack-2",
    },
  }),
};

const nothing = { promptKept: null, bleed: 0, collapse: 0, copying: null, likeness: 0.5, change: 3, tags: [] };
const scores = new Map([[8, { index: 8, traitRecall: 0.25, ...nothing }]]);

test("CSV has every cell with its values, nothing of this machine and no formula", () => {
  const text = cellsCsv(sweep, scores);
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });

  expect(rows).toHaveLength(sweep.resolved.cellCount);
  expect(rows[3]).toMatchObject({ state: "wrong", problem: "missingLora", "axis seed": "1002", width: "8" });
  expect(rows[0]).toMatchObject({ strength: "", "picture sha256": "abc", "drawn by": "rack-2", rehearsal: "true" });
  expect(rows[8]).toMatchObject({ "axis strength": "0.5", strength: "0.5" });
  expect(rows[8]).toMatchObject({ "score traitRecall": "0.25", "score promptKept": "", "score bleed": "0" });
  expect(rows[9]).toMatchObject({ "score traitRecall": "", "score bleed": "" });
  expect(rows[0]?.infotext).toBe('\'=1+1, "quoted"\nSteps: 1');
  expect(text).not.toContain("/home/");
});

test("JSON tells the same", () => {
  const document = JSON.parse(cellsJson(sweep, scores));

  expect(document.axes[1]).toEqual({
    id: "strength",
    title: "LoRA strength",
    values: ["0", "0.25", "0.5", "0.75", "1"],
  });
  expect(document.cells[3]).toMatchObject({ index: 3, state: "wrong", seed: 1002 });
  expect(document.cells[8].scores).toMatchObject({ traitRecall: 0.25, promptKept: null });
  expect(JSON.stringify(document)).not.toContain("/home/");
});

test.each([
  ["rack-2", "rack-2"],
  ["http://127.0.0.1:7860", "127.0.0.1:7860"],
  ["/home/me/forge-neo", "forge-neo"],
  ["D:\\me\\forge", "forge"],
])("who drew is told without paths and schemes: %s", (title, told) => {
  expect(whoDrew(title)).toBe(told);
});

test("a name fits every file system, and one that is taken is counted up", () => {
  expect(fileNamePart(" okara: 1/2 <best>? ")).toBe("okara-1-2-best");
  expect(fileNamePart("...")).toBe("sweep");
  expect(fileNamePart("夕日 の 屋上")).toBe("夕日-の-屋上");
  const taken = new Set(["/a/b.png", "/a/b-2.png"]);
  expect(freePath("/a/b.png", (path) => taken.has(path))).toBe("/a/b-3.png");
  expect(freePath("/a/c", () => false)).toBe("/a/c");
});

test("what is written into a page cannot leave its place", () => {
  expect(scriptJson({ prompt: "</script><script>alert(1)" })).not.toContain("<");
  expect(escapeHtml('<b title="x">&')).toBe("&lt;b title=&quot;x&quot;&gt;&amp;");
});
