import { pictures } from "./counts-en.js";

/** Sentences about marking a subject by hand. */
export const subjectEn = {
  mark: "Mark the subject",
  help: "Draw a box around what must not be cut, or move it with the arrow keys; Shift and an arrow key changes its size.",
  keep: "Keep the box",
  clear: "Take the mark away",
  cancel: "Cancel",
  box: ([left = 0, top = 0, right = 0, bottom = 0]: readonly number[]) =>
    `Box from ${left} % to ${right} % across, ${top} % to ${bottom} % down`,
  by: { hand: "marked by hand", check: "found by the check" },
  unknown: "not known",
  marked: (total: number) => `The subject of ${pictures(total)} is marked.`,
  cleared: (total: number) => `The mark of ${pictures(total)} is taken away.`,
};

export type SubjectWords = typeof subjectEn;
