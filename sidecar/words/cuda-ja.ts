import type { cudaEn } from "./cuda-en.js";

/** Sentences of the libraries for NVIDIA cards. */
export const cudaJa: typeof cudaEn = {
  offer: (card) =>
    `タガーと背景の切り抜きは CPU で動きます。NVIDIA のライブラリを入れると、${card} で何倍も速く動きます。`,
  button: (size) => `GPU を使う（${size}）`,
  details: (disk) =>
    `Python パッケージのインデックスから取得し、ディスクを ${disk} 使います。NVIDIA のパッケージには NVIDIA のライセンスが適用されます。`,
  broken: "GPU 用のライブラリの一部が失われています。",
  job: "GPU 用のライブラリ",
  jobDone: "GPU 用のライブラリが入りました。",
};
