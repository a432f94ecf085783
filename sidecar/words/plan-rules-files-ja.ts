import { number } from "./counts-ja.js";
import { bytes, of, type PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesFilesEn } from "./plan-rules-files-en.js";

export const planRulesFilesJa: Record<keyof typeof planRulesFilesEn, PlanRuleWords> = {
  baseModelNotGiven: {
    title: "ベースモデルが未指定",
    message: () => "ベースモデルが選ばれていません。学習の土台がありません。",
    remedy: () => "作りたい LoRA のイメージに近い Checkpoint を選んでください。",
  },
  baseModelMissing: {
    title: "ベースモデルが見つからない",
    message: ({ path }) =>
      `${path} はこのパソコンにありません。学習プログラムは Diffusers モデルとして探しに行き、30 秒ほど読み込んだ後に止まります。`,
    remedy: () => "ファイルを選び直してください。別のパソコンの設定には、そのパソコンのパスが残っています。",
  },
  baseModelFromHub: {
    title: "Hugging Face のベースモデル",
    message: ({ path }) => `${path} というファイルはありません。学習プログラムは Hugging Face から取得しようとします。`,
    remedy: () => "意図したもので、オンラインならそのままで構いません。そうでなければファイルを選んでください。",
  },
  baseModelBroken: {
    title: "ベースモデルが使えない",
    message: ({ reason }) => `ベースモデルを使えません：${reason}`,
    remedy: () => "ダウンロードし直すか、別のモデルを選んでください。",
  },
  baseModelPickle: {
    title: "コードを実行できる形式のモデル",
    message: () =>
      "このベースモデルは pickle 形式（.ckpt、.pt）です。読み込むときに、中に仕込まれたコードが実行されることがあります。",
    remedy: () =>
      "同じモデルの.safetensors 版を使うか、変換してください。pickle は配布元を信頼できるときだけにしましょう。",
  },
  baseModelFamily: {
    title: "ベースモデルの種類が違う",
    message: ({ found, planned }) =>
      `ベースモデルは${found}ですが、設定は${planned}用です。種類ごとに学習スクリプトが違うため、読み込めません。`,
    remedy: ({ found }) => `設定を${found}に切り替えるか、別のベースモデルを選んでください。`,
  },
  requiredPath: {
    title: "必要なモデルファイルが未指定",
    message: ({ argument }) =>
      `この種類のモデルには ${argument} も必要です。指定がないと学習プログラムはエラーで止まります。`,
    remedy: ({ argument }) => `${argument} のファイルを指定してください。`,
  },
  pathInsideCheckpoint: {
    title: "Text Encoder が未指定",
    message: ({ options }) =>
      `${options}の指定がありません。Checkpoint に含まれていれば動きますが、含まれていないものも多いです。`,
    remedy: () => "含まれていると分かっている場合を除き、ファイルを指定してください。",
  },
  fileMissing: {
    title: "ファイルが見つからない",
    message: ({ argument, path }) => `${path}（${argument}）はこのパソコンにありません。`,
    remedy: () => "選び直すか、不要なら空欄にしてください。",
  },
  networkModuleMissing: {
    title: "ネットワークモジュールが未指定",
    message: () => "network_module が指定されていないので、作る LoRA がありません。",
    remedy: ({ usual }) => `通常は${usual}です。`,
  },
  networkModuleFamily: {
    title: "別の種類のネットワークモジュール",
    message: ({ module, family }) =>
      `${module} は ${family} 用ではありません。エラーで止まるか、学習する層が見つかりません。`,
    remedy: ({ usual }) => `${usual}を選んでください。`,
  },
  outputNotGiven: {
    title: "出力先が未指定",
    message: () =>
      "保存先のフォルダがありません。学習プログラムは最初の保存で初めて気づき、それまでの学習が無駄になります。",
    remedy: () => "フォルダを選んでください。",
  },
  outputNotWritable: {
    title: "出力先に書き込めない",
    message: ({ folder }) =>
      `${folder} に書き込めません。学習プログラムは事前に確認しないので、最初の保存まで学習してから失敗します。`,
    remedy: () => "別のフォルダを選ぶか、権限を変更してください。",
  },
  diskFull: {
    title: "ディスクの空きが足りない",
    message: (values) =>
      `この学習で ${bytes(of(values, "needed"))} 書き込みますが、空きは ${bytes(of(values, "free"))} です。途中で一杯になると、壊れたファイルを残して止まります。`,
    remedy: () => "空きを作るか、保存の間隔を広げるか、別のディスクを選んでください。",
  },
  overwritten: {
    title: "既存のファイルが上書きされる",
    message: (values) =>
      `以前の学習のファイル ${number(of(values, "files"))} 個（${values.first} など）が、確認なしに上書きされます。`,
    remedy: () => "不要でなければ、名前かフォルダを変えてください。",
  },
};
