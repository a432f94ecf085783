import { datasetsOf, datasetValues, found, picturesOf, sum, trainingSubsets } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

const lastPart = (path: string): string => path.split(/[\\/]/).findLast((part) => part !== "") ?? "";
/** Folders are named as they lie here, which may be elsewhere than the plan says. */
function isRegularisation(context: RuleContext, folder: string): boolean {
  const regularisation = context.text("reg_data_dir");
  if (regularisation === "" || folder === regularisation) return folder === regularisation;
  const name = lastPart(regularisation);
  return lastPart(folder) === name && lastPart(context.text("train_data_dir")) !== name;
}
const missingFolders = (context: RuleContext): string[] =>
  (context.facts.data?.missing ?? []).filter((folder) => !isRegularisation(context, folder));
/** Folders of pictures whose captions are not found by the suffix, though text files lie beside them. */
const unreadTexts = (context: RuleContext) =>
  trainingSubsets(context).filter(({ captions, textFiles }) => captions === 0 && textFiles > 0);
/** The old spelling wins in the trainer. */
const suffix = (context: RuleContext): string =>
  context.text("caption_extention") ||
  datasetValues(context, "caption_extension").find(
    (value): value is string => typeof value === "string" && value !== ".txt",
  ) ||
  ".caption";

/**
 * Pictures that the trainer would not find or not read. It ends without an error when it finds none, so that nothing but a
 * look at the output would tell.
 */
export const hardDataRules: readonly Rule[] = [
  {
    name: "parentNeeded",
    severity: "error",
    argument: "train_data_dir",
    sources: ["article", "configUtil", "recorded"],
    check(context) {
      const parent = context.facts.data?.parentNeeded ?? null;
      return parent === null ? [] : [{ folder: context.text("train_data_dir"), parent }];
    },
  },
  {
    name: "noFolder",
    severity: "error",
    argument: "train_data_dir",
    sources: ["configUtil", "recorded"],
    check: (context) =>
      found(
        !context.plan.datasets?.some(({ subsets }) => subsets.length > 0) &&
          context.text("train_data_dir") === "" &&
          context.text("dataset_class") === "",
      ),
  },
  {
    name: "folderMissing",
    severity: "error",
    argument: "train_data_dir",
    sources: ["configUtil", "recorded"],
    check: (context) => missingFolders(context).map((folder) => ({ folder })),
  },
  {
    name: "noFolderWithRepeats",
    severity: "error",
    argument: "train_data_dir",
    sources: ["article", "configUtil", "recorded"],
    check(context) {
      const names = context.facts.data?.withoutRepeats ?? [];
      return found(names.length > 0 && picturesOf(context) === 0, { folders: names.join(", ") });
    },
  },
  {
    name: "foldersWithoutRepeats",
    severity: "warning",
    argument: "train_data_dir",
    sources: ["article", "configUtil"],
    likelihood: "certain",
    check(context) {
      const names = context.facts.data?.withoutRepeats ?? [];
      return found(names.length > 0 && (picturesOf(context) ?? 0) > 0, { folders: names.join(", ") });
    },
  },
  {
    name: "noPictures",
    severity: "error",
    argument: "train_data_dir",
    sources: ["trainUtil", "trainer", "recorded"],
    check(context) {
      const { data } = context.facts;
      // The others say why there are none.
      const explained = data?.parentNeeded || data?.withoutRepeats.length || missingFolders(context).length;
      return found(picturesOf(context) === 0 && !explained);
    },
  },
  {
    name: "emptyFolder",
    severity: "warning",
    argument: "train_data_dir",
    sources: ["trainUtil"],
    likelihood: "certain",
    check(context) {
      if (!picturesOf(context)) return [];
      const missing = new Set(context.facts.data?.missing ?? []);
      return datasetsOf(context)
        .flatMap(({ subsets }) => subsets)
        .filter(({ pictures, folder }) => pictures === 0 && !missing.has(folder))
        .map(({ folder }) => ({ folder }));
    },
  },
  {
    name: "folderTwice",
    severity: "warning",
    argument: "train_data_dir",
    sources: ["trainUtil"],
    likelihood: "certain",
    check: (context) =>
      datasetsOf(context).flatMap(({ subsets }) => {
        const folders = subsets.map(({ folder }) => folder);
        return [...new Set(folders.filter((folder, index) => folders.indexOf(folder) !== index))].map((folder) => ({
          folder,
        }));
      }),
  },
  {
    name: "regularisationMissing",
    severity: "warning",
    argument: "reg_data_dir",
    sources: ["configUtil"],
    likelihood: "certain",
    check: (context) =>
      (context.facts.data?.missing ?? [])
        .filter((folder) => isRegularisation(context, folder))
        .map((folder) => ({ folder })),
  },
  {
    name: "unreadablePictures",
    severity: "error",
    argument: "train_data_dir",
    sources: ["trainUtil", "recorded"],
    check(context) {
      const [first = "", ...more] = context.facts.data?.unreadable ?? [];
      return found(first !== "", { pictures: more.length + 1, first });
    },
  },
  {
    name: "captionsUnread",
    severity: "error",
    argument: "caption_extension",
    sources: ["trainUtil", "article"],
    // Without a trigger to stand in for them, the pictures would be learnt without any caption.
    check(context) {
      const unread = unreadTexts(context).filter(({ trigger }) => !trigger);
      return found(unread.length > 0, { suffix: suffix(context), texts: sum(unread, ({ textFiles }) => textFiles) });
    },
  },
  {
    name: "captionsBroken",
    severity: "error",
    argument: "train_data_dir",
    sources: ["trainUtil"],
    check: (context) =>
      trainingSubsets(context)
        .filter(({ brokenCaptions }) => brokenCaptions > 0)
        .map(({ folder, brokenCaptions }) => ({ folder, captions: brokenCaptions })),
  },
  {
    name: "captionSuffix",
    severity: "warning",
    argument: "caption_extension",
    sources: ["trainUtil", "recorded", "article"],
    likelihood: "certain",
    check(context) {
      const unread = unreadTexts(context).filter(({ trigger }) => trigger);
      return found(unread.length > 0, {
        suffix: suffix(context),
        texts: sum(unread, ({ textFiles }) => textFiles),
        trigger: unread[0]?.trigger ?? "",
      });
    },
  },
];
