/** What an axis means where its title does not say it, by the note of `sweep/axes`. */
export const sweepAxisNotesEn = {
  switchesHires: "Switches the second pass on (hires fix).",
  onlyWithHires: "Means something only with a second pass: add Hires scale.",
  replace: "The first item is looked for in the prompts and is the first value; or write word=value in each.",
  order: "Every order of these parts of the prompt.",
};

/** How values of a kind are written. */
export const sweepAxisExamplesEn = {
  text: 'one, two, "three, with a comma"',
  whole: "20, 24, 28 · 1-5 · 10-40(+10) · 1-10 [5]",
  number: "5, 6.5 · 4-8 · 0.5-1.0(+0.25) · 0.1, 0.2, .., 1.0",
  choice: "names, parted by commas; a part of a name is enough",
  size: "512x768, 768x512",
  replace: 'red dress, blue dress, "white dress, ribbon"',
  order: "garden, night, rain",
};
