/** Every setting there is, in the order in which it is shown. What each means is in `definitions.ts`. */
export const settingNames = [
  "folders.work",
  "folders.loras",
  "folders.models",
  "tagger.model",
  "tagger.preset",
  "tagger.threshold",
  "tagger.characterThreshold",
  "tagger.existing",
  "tagger.provider",
  "tagger.threads",
  "tagger.batchSize",
  "trainer.folder",
  "trainer.python",
  "training.pauseOnFailure",
  "training.publish",
  "webui.addresses",
  "webui.handOver",
  "machines.queue",
  "machines.listen",
  "machines.address",
  "machines.workHere",
  "course.rename",
  "course.arrange",
  "course.prune",
  "course.plan",
  "course.train",
  "course.sweep",
  "course.install",
  "page.tour",
  "node",
  "roots",
  "allow.training",
  "allow.installs",
  "allow.downloads",
  "allow.customModules",
] as const;
export type SettingName = (typeof settingNames)[number];

export const isSettingName = (name: string): name is SettingName => settingNames.some((one) => one === name);

export type SettingGroup =
  | "folders"
  | "tagging"
  | "training"
  | "webui"
  | "machines"
  | "course"
  | "program"
  | "visitors";
