import type { sweepAxisExamplesEn, sweepAxisNotesEn } from "./sweep-axis-notes-en.js";

/** What an axis means where its title does not say it, by the note of `sweep/axes`. */
export const sweepAxisNotesJa: typeof sweepAxisNotesEn = {
  switchesHires: "高解像度補助（hires fix）が有効になります。",
  onlyWithHires: "高解像度補助がないと意味がありません。Hires scale の軸を足してください。",
  replace: "最初の項目をプロンプトの中から探し、最初の値としても使います。「元の言葉=値」と書くこともできます。",
  order: "プロンプトのこれらの部分を、あらゆる順番に並べます。",
};

/** How values of a kind are written. */
export const sweepAxisExamplesJa: typeof sweepAxisExamplesEn = {
  text: 'one, two, "three, with a comma"',
  whole: "20, 24, 28 · 1-5 · 10-40(+10) · 1-10 [5]",
  number: "5, 6.5 · 4-8 · 0.5-1.0(+0.25) · 0.1, 0.2, .., 1.0",
  choice: "名前をカンマ区切りで。名前の一部でも構いません",
  size: "512x768, 768x512",
  replace: 'red dress, blue dress, "white dress, ribbon"',
  order: "garden, night, rain",
};
