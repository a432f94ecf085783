/** Sentences of the button that makes a project's report. */
export const reportPageEn = {
  make: "Make a report",
  making: "Making the report …",
  again: "Make it again",
  open: "Open the report",
  save: "Save it",
  note: "One page to keep or share: pictures, plan, curves, grids and the recommendation. Folders are left out.",
  size: (bytes: number) => `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`,
};

export type ReportPageWords = typeof reportPageEn;
