import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** State from which training goes on. */
export const savingState: readonly Parameter[] = inGroup("saving", [
  parameter("save_state", "flag", "v0.2.0", {
    en: "Also saves the state of training, optimizer included, at each saving, so that it can be resumed; it takes much space.",
    ja: "保存のたびに、再開用の学習状態（state、オプティマイザーを含む）も保存する（容量が大きい）。",
  }),
  parameter("save_state_on_train_end", "flag", "v0.8.6", {
    en: "Also saves the state of training at the end, so that it can be continued.",
    ja: "学習終了時に、続きを学習できるよう state も保存する。",
  }),
  parameter("save_last_n_epochs_state", "integer", "v0.3.1", {
    en: "How many states saved by epochs are kept, when it differs from the LoRA files.",
    ja: "エポックごとの state をいくつ残すか（LoRA ファイルと別にしたい場合）。",
    least: 1,
  }),
  parameter("save_last_n_steps_state", "integer", "v0.6.3", {
    en: "Range of last steps whose states are kept, when it differs from the LoRA files.",
    ja: "直近何ステップ分の state を残すか（LoRA ファイルと別にしたい場合）。",
    least: 1,
  }),
  parameter("resume", "folder", "v0.2.0", {
    en: "Folder of a saved state from which training goes on.",
    ja: "学習を再開する、保存済み state のフォルダ。",
  }),
]);
