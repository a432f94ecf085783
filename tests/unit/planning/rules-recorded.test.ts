import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Size } from "../../../sidecar/dataset/buckets/select-bucket.js";
import { parameterNamed } from "../../../sidecar/planning/parameters/table.js";
import type { ArgumentValue, PlanDataset } from "../../../sidecar/planning/plan.js";
import { findProblems } from "../../../sidecar/planning/rules/find-problems.js";
import { type ContextChanges, pictures, planContext } from "../../support/plan-context.js";

interface Recorded {
  argv: string[];
  returncode: number;
}
function recorded(name: string): Recorded {
  const { argv, returncode } = JSON.parse(readFileSync(`tests/fixtures/trainer-output/${name}.json`, "utf8"));
  return { argv, returncode };
}

/** A command line as the arguments of a plan; what the trainer's parsers do not know stays as words. */
function fromCommandLine(argv: readonly string[]): { known: Record<string, ArgumentValue>; additional: string[] } {
  const known: Record<string, ArgumentValue> = {};
  const additional: string[] = [];
  const words = argv.slice(argv.findIndex((word) => word.endsWith("train_network.py")) + 1);
  for (let at = 0; at < words.length; ) {
    const option = words[at] ?? "";
    const end = words.findIndex((word, index) => index > at && word.startsWith("--"));
    const values = words.slice(at + 1, end < 0 ? words.length : end);
    at += 1 + values.length;
    const parameter = parameterNamed(option.slice(2));
    if (!parameter) additional.push(option, ...values);
    else if (parameter.type === "flag") known[parameter.name] = true;
    else if (parameter.type === "words") known[parameter.name] = values;
    else if (parameter.type === "integer" || parameter.type === "number") known[parameter.name] = Number(values[0]);
    else known[parameter.name] = values[0] ?? "";
  }
  return { known, additional };
}

const square: Size = [64, 64];
/** The set of the recorded runs. */
const folder = { folder: "/home/me/trainer/data/good/img/2_okara", repeats: 2, sizes: pictures(4, square) };

/** What was on the disk of that machine, where it was not the good set and the good model. */
const stories: Readonly<Record<string, ContextChanges>> = {
  fail_corrupt_image: { data: { unreadable: ["2_okara/02.png"] } },
  fail_truncated_image: { data: { unreadable: ["2_okara/02.png"] } },
  fail_empty_dataset: { folders: [[{ ...folder, sizes: [] }]] },
  fail_empty_dataset_accelerate: { folders: [[{ ...folder, sizes: [] }]] },
  fail_folder_bad_prefix: { folders: [[]], data: { withoutRepeats: ["x2_okara"] } },
  fail_folder_without_repeats: { folders: [[]], data: { withoutRepeats: ["okara"] } },
  fail_traindir_is_leaf: { folders: [[]], data: { parentNeeded: "/home/me/trainer/data/good/img" } },
  fail_traindir_missing: { folders: [[]], data: { missing: ["/home/me/trainer/data/nonexistent/img"] } },
  fail_model_missing: { baseModel: { exists: false } },
  fail_model_missing_accelerate: { baseModel: { exists: false } },
  fail_model_not_a_model: { baseModel: { family: null, broken: "it is a picture" } },
  warn_tiny_images_noupscale: { folders: [[{ ...folder, sizes: pictures(4, [16, 16]) }]] },
  warn_missing_captions: { folders: [[{ ...folder, captions: 0, withTrigger: 0, textFiles: 0 }]] },
  warn_half_captions: { folders: [[{ ...folder, captions: 2, withTrigger: 2, textFiles: 2 }]] },
};
const reg: PlanDataset = {
  options: { resolution: 64, batch_size: 2 },
  subsets: [{ folder: folder.folder, repeats: 2, trigger: "okara", regularisation: false, options: {} }],
};

function findingsOf(name: string) {
  const { argv } = recorded(name);
  const { known, additional } = fromCommandLine(argv);
  const { max_train_steps: steps, max_train_epochs: epochs, dataset_config: config, sample_prompts, ...rest } = known;
  const length =
    typeof epochs === "number"
      ? ({ by: "epochs", value: epochs } as const)
      : ({ by: "steps", value: Number(steps ?? 1600) } as const);
  const context = planContext({
    folders: [[folder]],
    length,
    ...stories[name],
    plan: {
      arguments: rest,
      additional,
      datasets: config === undefined ? null : [reg],
      samplePrompts: sample_prompts === undefined ? null : "okara",
    },
  });
  return findProblems(context);
}
const errorsOf = (name: string): string[] =>
  findingsOf(name)
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule);

describe("runs of the real trainer", () => {
  it.each([
    ["fail_adafactor_sched_norelstep", "adafactorSchedulerFixedRate"],
    ["fail_adafactor_sched_with_adamw", "adafactorSchedulerOtherOptimizer"],
    ["fail_adafactor_warmup", "adafactorWarmup"],
    ["fail_bad_argument", "argumentUnknown"],
    ["fail_bad_optimizer", "optimizerUnknown"],
    ["fail_corrupt_image", "unreadablePictures"],
    ["fail_empty_dataset", "noPictures"],
    ["fail_empty_dataset_accelerate", "noPictures"],
    ["fail_folder_bad_prefix", "noFolderWithRepeats"],
    ["fail_folder_without_repeats", "noFolderWithRepeats"],
    ["fail_minbucket_gt_reso", "smallestBucket"],
    ["fail_model_missing", "baseModelMissing"],
    ["fail_model_missing_accelerate", "baseModelMissing"],
    ["fail_model_not_a_model", "baseModelBroken"],
    ["fail_resolution_32", "smallestBucket"],
    ["fail_resolution_too_small_nobucket", "smallestBucket"],
    ["fail_traindir_is_leaf", "parentNeeded"],
    ["fail_traindir_missing", "folderMissing"],
    ["fail_truncated_image", "unreadablePictures"],
    ["warn_tiny_images_noupscale", "bucketOfNothing"],
  ])("refuses %s before it starts, and only for %s", (name, rule) => {
    expect(errorsOf(name)).toEqual([rule]);
  });

  it.each([
    "ok_adafactor_constant",
    "state_resume",
    "state_save",
    "train_ok",
    "train_ok_accelerate",
    "train_ok_columns300_unbuffered",
    "train_ok_console_log_simple",
    "train_ok_dataset_config",
    "train_ok_epochs",
    "train_ok_pty",
    "train_ok_samples",
    "train_ok_stdout_not_unbuffered",
    "warn_half_captions",
    "warn_missing_captions",
  ])("does not refuse %s, which ran to its end", (name) => {
    expect(recorded(name).returncode).toBe(0);
    expect(errorsOf(name)).toEqual([]);
  });

  it("warns of missing captions as the trainer does", () => {
    const found = (name: string) => findingsOf(name).find(({ rule }) => rule === "noCaptions")?.values;
    expect(found("warn_missing_captions")).toMatchObject({ without: 4, trigger: "okara" });
    expect(found("warn_half_captions")).toMatchObject({ without: 2 });
    expect(found("train_ok")).toBeUndefined();
  });
});
