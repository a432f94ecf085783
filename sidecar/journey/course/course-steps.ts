/** The steps of a course, in their order. */
export const courseSteps = [
  "check",
  "rename",
  "arrange",
  "tag",
  "trigger",
  "prune",
  "plan",
  "train",
  "sweep",
  "recommend",
  "report",
] as const;
export type CourseStep = (typeof courseSteps)[number];

/** What a course may decide alone, or must ask about first. */
export const courseDecisions = ["rename", "arrange", "prune", "plan", "train", "sweep", "install"] as const;
export type CourseDecision = (typeof courseDecisions)[number];

/** `no`: it is left out. A plan, a training and a sweep cannot be. */
const permissionWords = ["alone", "ask", "no"] as const;
export type Permission = (typeof permissionWords)[number];

/** These cannot be left out: what follows stands on them. */
export const neededDecisions: readonly CourseDecision[] = ["plan", "train", "sweep"];
