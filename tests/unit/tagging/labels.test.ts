import { expect, test } from "@jest/globals";
import { parseLabels } from "../../../sidecar/tagging/labels.js";

test("names and categories in file order, quotes and a byte order mark included", () => {
  const labels = parseLabels(
    '\ufeffname,category,count\ngeneral,9,5\n"a,""b""",0,4\nokara_(atelier),4,3\nseries,3,2\n',
  );

  expect(labels).toEqual([
    { name: "general", category: "rating" },
    { name: 'a,"b"', category: "general" },
    { name: "okara_(atelier)", category: "character" },
    { name: "series", category: "copyright" },
  ]);
});

test.each(["", "tag_id,name,category,count\n"])("a list without tags is refused: %j", (csv) => {
  expect(() => parseLabels(csv)).toThrow("selected_tags.csv has no tags");
});

test.each(["tag_id,name\n1,a\n", "tag_id,category\n1,0\n", "name,category\na,0\n,0\n"])(
  "a missing name or category is refused: %j",
  (csv) => {
    expect(() => parseLabels(csv)).toThrow("expected the columns name and category");
  },
);
