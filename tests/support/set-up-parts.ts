const part = (name: string): string => new URL(`../../../scripts/set-up/${name}.mjs`, import.meta.url).href;

// They are plain JavaScript, which tsc does not copy beside the tests.
const classifying: typeof import("../../scripts/set-up/classify.mjs") = await import(part("classify"));
const npm: typeof import("../../scripts/set-up/npm.mjs") = await import(part("npm"));
const report: typeof import("../../scripts/set-up/report.mjs") = await import(part("report"));
const words: typeof import("../../scripts/set-up/words.mjs") = await import(part("words"));

export const { classify } = classifying;
export const { findNpm, packagesFor, isArchive, watchReach } = npm;
export const { createReport } = report;
export const { failures, failureSentences } = words;
