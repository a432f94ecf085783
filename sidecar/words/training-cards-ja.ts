import type { TrainingCardsWords } from "./training-cards-en.js";

export const trainingCardsJa: TrainingCardsWords = {
  machineAway: {
    title: "マシンが見当たらない",
    message: (values) =>
      values.machine === "any"
        ? "トレーナーのある他のマシンが今はないため、参加するまで待ちます。"
        : `マシン ${values.machine} が今はないか、トレーナーがありません。使えるようになるまで待ちます。`,
    remedy: () =>
      "そのマシンで worker --engine redis://… --roles train を起動してください。参加するとマシンの一覧に表示されます。",
  },
  cardUnknown: {
    title: "その番号の GPU はない",
    message: (values) => `GPU ${values.wanted} はこのパソコンにありません。あるのは ${values.cards} です。`,
    remedy: () => "nvidia-smi に表示される番号から選んでください。",
  },
  noCards: {
    title: "GPU が見つからない",
    message: (values) => `GPU ${values.wanted} が指定されましたが、nvidia-smi は GPU を 1 枚も示しません。`,
    remedy: () => "GPU の指定を外すか、ドライバーを確かめてください（nvidia-smi で一覧が出ます）。",
  },
  cardsAndProcesses: {
    title: "GPU の数とプロセス数が合わない",
    message: (values) =>
      `指定した GPU は ${values.cards} 枚、このパソコンのプロセス数（num_processes）は ${values.processes} です。プロセスごとに GPU が 1 枚要ります。`,
    remedy: () => "GPU の枚数とプロセス数をそろえてください。",
  },
};
