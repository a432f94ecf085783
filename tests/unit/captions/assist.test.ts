import { describe, expect, test } from "@jest/globals";
import { categoryOf } from "../../../sidecar/captions/assist/categories.js";
import { contradictions } from "../../../sidecar/captions/assist/contradictions.js";
import { findDoubts } from "../../../sidecar/captions/assist/doubts.js";
import { proposePrune } from "../../../sidecar/captions/assist/prune.js";
import { parseTagList } from "../../../sidecar/captions/assist/tag-lists.js";
import { createVocabulary } from "../../../sidecar/captions/assist/vocabulary.js";

test.each([
  ["1girl", "count"],
  ["solo", "count"],
  ["very_long_hair", "hair"],
  ["blue eyes", "eyes"],
  ["denim skirt", "clothes"],
  ["hair ornament", "clothes"],
  ["smile", "expression"],
  ["arms behind back", "pose"],
  ["upper body", "camera"],
  ["white background", "background"],
  ["cat ears", "body"],
  ["monochrome", "style"],
  ["highres", "meta"],
  ["okara", "other"],
])("%s is about %s", (tag, category) => {
  expect(categoryOf(tag)).toBe(category);
});

describe("what to take out", () => {
  const captions = Array.from({ length: 20 }, (_, index) => ({
    path: `/p/${index}.png`,
    tags: [
      "okara",
      "1girl",
      "blonde hair",
      "green eyes",
      ...(index < 15 ? ["skirt"] : []),
      ...(index < 2 ? ["hat"] : []),
      "smile",
    ],
  }));
  const proposed = (concept: "character" | "outfit", view: "article" | "absorption") =>
    proposePrune(concept, captions, view, "okara")
      .groups.flatMap(({ tags }) => tags)
      .filter((row) => row.proposed)
      .map(({ tag }) => tag);

  test("the article takes clothes out of a looks-only character and keeps them for an outfit", () => {
    expect(proposed("character", "article")).toEqual(["skirt"]);
    expect(proposed("outfit", "article")).toEqual([]);
  });

  test("absorption takes out what the trigger should carry", () => {
    expect(proposed("character", "absorption")).toEqual(["blonde hair", "green eyes"]);
    expect(proposed("outfit", "absorption")).toEqual(["blonde hair", "green eyes", "skirt"]);
  });

  test("each tag has its count, examples and reason; the trigger is not among them", () => {
    const rows = proposePrune("character", captions, "article", "okara").groups.flatMap(({ tags }) => tags);
    const skirt = rows.find(({ tag }) => tag === "skirt");
    expect(skirt).toMatchObject({
      images: 15,
      share: 0.75,
      reason: "clothes",
      examples: ["/p/0.png", "/p/1.png", "/p/2.png", "/p/3.png"],
    });
    expect(rows.find(({ tag }) => tag === "hat")).toMatchObject({ proposed: false, reason: "rare" });
    expect(rows.map(({ tag }) => tag)).not.toContain("okara");
  });
});

describe("what to doubt", () => {
  test("tags that do not go together, unless the picture has several people or colours", () => {
    expect(contradictions(["1girl", "2girls"])).toEqual([["1girl", "2girls"]]);
    expect(contradictions(["solo", "2girls"])).toEqual([["solo", "2girls"]]);
    expect(contradictions(["1girl", "blue hair", "red hair"])).toEqual([["blue hair", "red hair"]]);
    expect(contradictions(["2girls", "blue hair", "red hair"])).toEqual([]);
    expect(contradictions(["1girl", "multicolored hair", "blue hair", "red hair"])).toEqual([]);
    expect(contradictions(["1girl", "1boy", "smile"])).toEqual([]);
  });

  const picture = (path: string, tags: string[], scores: Record<string, number> | null) => ({
    path,
    tags,
    scores: scores && new Map(Object.entries(scores)),
  });
  const doubts = (pictures: ReturnType<typeof picture>[], answered: string[] = []) =>
    findDoubts({ pictures, threshold: 0.5, answered: new Set(answered) }).map(
      ({ path, tag, kind }) => `${path} ${tag} ${kind}`,
    );

  test("contradictions first, then what is nearest to the threshold, then the rest", () => {
    const pictures = [
      picture("a", ["smile", "skirt", "okara"], { smile: 0.55, skirt: 0.05, "blue hair": 0.95 }),
      picture("b", ["smile", "blue hair", "red hair"], { smile: 0.99, "blue hair": 0.9, "red hair": 0.6 }),
    ];
    expect(doubts(pictures)).toEqual([
      "b red hair contradiction",
      "a smile nearThreshold",
      "a skirt unlikely",
      "a blue hair missing",
    ]);
  });

  test("the one of twenty without a tag is asked about; a tag that no caption has is not", () => {
    const pictures = Array.from({ length: 20 }, (_, index) =>
      picture(`p${index}`, index === 7 ? ["x"] : ["smile", "x"], { hat: 0.99 }),
    );
    expect(doubts(pictures)).toEqual(["p7 smile nearlyAll"]);
  });

  test("what was answered is not asked again", () => {
    const pictures = [picture("a", ["Long_Hair"], { "long hair": 0.5 })];
    expect(doubts(pictures)).toHaveLength(1);
    expect(doubts(pictures, ["a\nlong hair"])).toEqual([]);
  });
});

describe("completion of tags", () => {
  const { tags, skipped } = parseTagList(
    '\uFEFFtag,category,count,aliases\nlong_hair,0,4350743,"/lh,longhair,ロングヘア"\nvery_long_hair,0,1000,\nsmile,0,3000000,"smiling,笑顔"\nbroken\n"miku, hatsune",4,12,\n',
  );
  const translations = parseTagList("長髪,long_hair\nhat,帽子\n").tags;
  const { complete } = createVocabulary([tags, translations]);

  test("a list of the WebUI's tag completion is read; what is no row of it is counted", () => {
    expect(tags.map(({ tag }) => tag)).toEqual(["long_hair", "very_long_hair", "smile", "miku, hatsune"]);
    expect(skipped).toBe(2);
  });

  test("beginnings first, then words, by count; underscores and spaces alike", () => {
    expect(complete("long", 9).map(({ tag }) => tag)).toEqual(["long hair", "very long hair"]);
    expect(complete("long_h", 1).map(({ tag }) => tag)).toEqual(["long hair"]);
    expect(complete("", 9)).toEqual([]);
  });

  test("by another name, and in Japanese", () => {
    expect(complete("smiling", 9)).toEqual([
      { tag: "smile", count: 3000000, category: "general", alias: "smiling", translation: "笑顔" },
    ]);
    expect(complete("笑", 9).map(({ tag }) => tag)).toEqual(["smile"]);
    expect(complete("帽子", 9)).toEqual([{ tag: "hat", count: 0, category: "general", translation: "帽子" }]);
  });
});
