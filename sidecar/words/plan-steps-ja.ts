import { number } from "./counts-ja.js";
import type { PlanStepWords } from "./plan-steps-en.js";

export const planStepsJa: PlanStepWords = {
  batchSize: (before, after) =>
    `1 ステップで 1 バッチ分を見せるので、${number(before)} 回は ${number(after)} ステップになります。`,
  shortBatches: (before, after) =>
    `バッチはバケットごとに作られ、最後の半端なバッチも 1 ステップと数えるため、${number(after - before)} 増えます。`,
  regularisation: (before, after) => `正則化画像も同じ回数だけ見せるため、${number(after - before)} 増えます。`,
  accumulation: (before, after) =>
    `複数バッチの勾配を 1 ステップにまとめるため、${number(before)} が ${number(after)} になります。`,
  processes: (before, after) =>
    `複数のプロセスでバッチを分け合うため、${number(before)} が ${number(after)} になります。`,
  limit: (before, after) =>
    after < before
      ? `ステップ数をそのまま指定しているため ${number(before - after)} 少なく、最後のエポックは途中で終わります。`
      : `ステップ数をそのまま指定しているため ${number(after - before)} 多くなります。`,
  kohyaFormula: (before, after) =>
    `Kohya's GUI はバケットやプロセス数を見ずに計算するため、${number(Math.abs(after - before))} ${after < before ? "少なく" : "多く"}なります。`,
};
