const number = (value: number): string => value.toLocaleString("en");
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const captions = (value: number): string => count(value, "caption", "captions");
const pictures = (value: number): string => count(value, "picture", "pictures");

/** Words for choosing tags from kept scores. */
export const chooseEn = {
  kept: (scored: number, total: number) =>
    scored === total
      ? "All scores are kept: the captions follow the sliders, no model runs."
      : `The scores of ${number(scored)} of ${pictures(total)} are kept. The others need a run of the tagger.`,
  noneKept: "Run the tagger once: its scores are kept, and from then on the captions follow the sliders.",
  apply: (changed: number, created: number) =>
    [changed > 0 && `Change ${captions(changed)}`, created > 0 && `Write ${number(created)} new`]
      .filter(Boolean)
      .join(", "),
  nothingToApply: "The captions are as chosen.",
  applied: (changed: number, created: number) =>
    `${[changed > 0 && `${captions(changed)} changed`, created > 0 && `${number(created)} written`].filter(Boolean).join(", ")}.`,
  leftAlone: (total: number) => `${captions(total)} stay as they are.`,
  runRest: (rest: number) => `Score ${pictures(rest)}, captions stay`,
  histogram: (above: number, total: number) => `${number(above)} of ${number(total)} scores lie above`,
  tags: "Tags of the folder",
  tagsNote: "captions that will have it; + gains, − losses",
  searchTags: "Find a tag",
  leaveOut: (tag: string) => `Never write “${tag}”`,
  takeBack: (tag: string) => `Write “${tag}” again`,
  leftOut: "Never written",
  newCaption: "Caption as chosen",
  asBefore: "no change",
  added: "new",
  removed: "goes",
  scores: (model: string) => `Scores by ${model}`,
  notScored: "This picture has no kept scores.",
  showAll: (total: number) => `All ${number(total)} scores`,
  concept: "What is taught",
  concepts: { character: "a character", outfit: "an outfit", style: "a style", object: "an object" },
  presets: "Presets",
  preset: {
    usual: "0.35 / 0.85 – usual",
    strict: "0.7 – only what is certain",
    outfit: "0.25 – also what is uncertain",
    mcut: "MCut – a threshold for each picture",
  } as Record<string, string>,
  savePreset: "Save as preset …",
  presetName: "Name of the preset",
  save: "Save",
  deletePreset: (name: string) => `Delete the preset “${name}”`,
  groups: { which: "Which tags", how: "How they are written", where: "Which files" },
  fields: {
    mcutGeneral: "MCut for general tags",
    mcutCharacter: "MCut for characters",
    maxTags: "At most so many tags",
    minShare: "Only tags on at least this share of the pictures",
    keep: "Write these tags even below the threshold",
    exclude: "Never write these tags",
    patternHint: "smile, *_hair, /^(red|blue) eyes$/",
    dropOverlaps: "Drop “long hair” beside “very long hair”",
    rating: "Rating",
    ratings: { none: "is not written", first: "comes first", last: "comes last" },
    copyright: "Threshold for series (other taggers)",
    artist: "Threshold for artists (other taggers)",
    addFirst: "Write these tags first",
    addFirstHint: "okara",
    addLast: "Write these tags last",
    alwaysFirst: "Where found, these tags lead",
    alwaysFirstHint: "1girl, 1boy",
    replace: "Replace tags, one rule a line",
    replaceHint: "grey hair => silver hair",
    order: "Order",
    orders: { confidence: "by confidence", model: "as the tagger lists them", alphabetical: "by alphabet" },
    charactersFirst: "Characters first",
    splitSeries: "Write “name (series)” as two tags",
    escapeBrackets: "Write brackets as \\( \\)",
    underscores: "Keep underscores",
    weights: "Write confidences: (tag:0.93)",
    separator: "Between tags",
    captionName: "Name of the caption file",
  },
  several: {
    add: "Add another tagger",
    remove: (model: string) => `Leave out ${model}`,
    weight: "Weight",
    join: "Together",
    joins: {
      union: "what any of them sees",
      intersection: "what all of them see",
      mean: "by the mean of their scores",
      maximum: "by the highest weighted score",
    },
    disagree: (tags: number) => `The taggers disagree on ${count(tags, "tag", "tags")}`,
    disagreeNote: "one takes the tag, another is far below its threshold",
  },
  one: {
    open: "One picture …",
    title: "Look at one picture",
    drop: "Drop a picture here, paste one, or click to pick one. Nothing is written.",
    pick: "Picture to look at",
    looking: "The tagger is looking …",
    nothing: "No tag lies above the thresholds.",
    copy: "Copy the tags",
    copied: "Copied",
    send: "Send to txt2img",
    by: (model: string, seconds: number) => `${model}, ${seconds.toFixed(1)} s`,
    characters: "Characters",
    tags: "Tags",
  },
  exportTitle: "Write as one file",
  exportFile: "File (.json, .jsonl, .csv)",
  exportStart: "Write",
  exported: (images: number, file: string) => `${pictures(images)} written to ${file}.`,
  advice: {
    reason: {
      character:
        "A character: high thresholds, so that only what is certain is written and little needs correcting by hand.",
      outfit: "An outfit: low thresholds, because its parts are seldom recognised with confidence and would be missed.",
      style: "A style: the usual thresholds; the captions name what is on the pictures, so that the rest is the style.",
      object: "An object: the usual thresholds; the captions name its surroundings.",
    },
    none: "No tag runs through at least half of the pictures that would be better left out.",
    leave: (total: number) => `Leave out ${count(total, "tag", "tags")}`,
    on: (images: number, total: number) => `on ${number(images)} of ${number(total)}`,
    why: {
      looks: "A look that stays: left out, the trigger word learns it.",
      clothes:
        "Clothes: left out they become part of the trigger word; left in they can be changed by prompt. For a character's looks alone many leave them out.",
      style: "A word for the style itself: left out, the trigger word learns it.",
      thing: "If this names the object itself, leave it out; if it names the surroundings, keep it.",
    },
  },
};

export type ChooseWords = typeof chooseEn;
