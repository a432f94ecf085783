import type { Params } from "../../../protocol/validate.js";

/**
 * The article's training, and its two failures: one picture 20,000 times at a rate of 1e-6, and five times at 1e-2 (there "LoRA学習の
 * 失敗例").
 */
export const rehearsalSettings = ["usual", "overfitted", "underfitted"] as const;
export type RehearsalSetting = (typeof rehearsalSettings)[number];

type Options = NonNullable<Params<"journey/start">["options"]>;

/** How many of the twenty pictures are drawn. */
export const picturesOf = (setting: RehearsalSetting): number => (setting === "usual" ? 20 : 1);

const failed: Options["planArguments"] = {
  optimizer_type: "AdamW8bit",
  lr_scheduler: "constant",
  lr_warmup_steps: 0,
  network_dim: 16,
  network_alpha: 1,
};

const trainings: Readonly<Record<RehearsalSetting, Options>> = {
  usual: { preset: "article" },
  overfitted: {
    repeats: 1,
    steps: 20_000,
    epochs: 20_000,
    planArguments: { ...failed, learning_rate: 1e-6, save_every_n_steps: 5000 },
  },
  underfitted: { repeats: 1, steps: 5, epochs: 5, planArguments: { ...failed, learning_rate: 1e-2 } },
};

/** Small drawings, enough of them: three seeds are the fewest that a verdict needs, four make it narrower. */
const sweep = { strengths: "0.25-1.25(+0.25)", seeds: "1-4", width: 256, height: 384 };

/** A rehearsal asks nobody: all of it is made up, and lies in a folder of its own. */
export const rehearsalOptions = (setting: RehearsalSetting, trigger: string): Options => ({
  ...trainings[setting],
  concept: "character",
  trigger,
  sweep: { ...sweep, prompts: [`1girl, ${trigger}, solo, upper body, looking at viewer`] },
  permissions: {
    rename: "alone",
    arrange: "alone",
    prune: "alone",
    plan: "alone",
    train: "alone",
    sweep: "alone",
    install: "no",
  },
  acceptNoVerdict: true,
  rehearsal: true,
});
