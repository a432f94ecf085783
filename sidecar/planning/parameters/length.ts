import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** How long is trained. */
export const length: readonly Parameter[] = inGroup("length", [
  parameter("max_train_epochs", "integer", "v0.3.1", {
    en: "Number of passes over the whole set, repeats included; it overrides the number of steps.",
    ja: "リピートを含むデータセット全体を何周するかで、ステップ数の指定より優先される。",
    least: 1,
  }),
  parameter("max_train_steps", "integer", "v0.2.0", {
    en: "Number of training steps, when no epochs are given.",
    ja: "学習の総ステップ数（エポック数を指定しない場合）。",
    default: 1600,
    least: 1,
  }),
  parameter("train_batch_size", "integer", "v0.2.0", {
    en: "Pictures per step on each card; more need more VRAM and make steps fewer.",
    ja: "1 ステップで同時に学習する枚数で、増やすと VRAM を使い、ステップ数は減る。",
    front: true,
    default: 1,
    least: 1,
  }),
  parameter("gradient_accumulation_steps", "integer", "v0.2.0", {
    en: "Steps whose gradients are added up before the weights change, which acts like a larger batch.",
    ja: "重みを更新するまでに勾配を溜めるステップ数で、バッチサイズを増やしたのと同じ効果になる。",
    default: 1,
    least: 1,
  }),
  parameter("seed", "integer", "v0.2.0", {
    en: "Start of all chance, so that a run can be repeated; drawn when not given.",
    ja: "乱数のシード値で、同じ学習を再現するのに使う（省略時はランダム）。",
    front: true,
    least: 0,
    most: 4294967295,
  }),
  parameter("initial_epoch", "integer", "v0.9.0", {
    en: "Epoch at which counting starts; unless a state is resumed, the learning rate schedule still starts afresh.",
    ja: "エポック数をここから数え始める（state から再開しない限り、スケジューラーは最初からになる）。",
    least: 1,
    source: "train_network.py",
  }),
  parameter("initial_step", "integer", "v0.9.0", {
    en: "Step at which counting starts, over all epochs; it overrides `initial_epoch`.",
    ja: "全エポック通算のステップ数をここから数え始める（initial_epoch より優先）。",
    least: 0,
    source: "train_network.py",
  }),
  parameter("skip_until_initial_step", "flag", "v0.9.0", {
    en: "Reads and skips the data before the initial step, so that the same pictures follow as without a break.",
    ja: "開始ステップまでのデータを読み飛ばし、中断しなかった場合と同じ画像の並びで再開する。",
    source: "train_network.py",
  }),
]);
