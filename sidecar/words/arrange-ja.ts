import type { ArrangeWords } from "./arrange-en.js";
import { number, pictures } from "./counts-ja.js";

export const arrangeJa: ArrangeWords = {
  open: "学習用に並べる…",
  title: "学習用フォルダに並べる",
  note: "学習プログラムは、一つのフォルダの中に「繰り返し数_トリガーワード」という名前のフォルダを求めます。画像はキャプションやマスクと一緒に入ります。履歴から元に戻せます。",
  trigger: "トリガーワード",
  repeats: "繰り返し数",
  kind: "種類（省略可）",
  folder: "フォルダ",
  into: "学習用フォルダ",
  addConcept: "別の被写体を追加",
  removeConcept: (trigger) => `${trigger}を外す`,
  balance: "どの被写体も同じ回数になるようにする",
  move: "コピーせずに移動する",
  regularisation: "正則化画像",
  regularisationClass: "何の画像か（girl、dress など）",
  tree: "できあがるもの",
  row: (total, repeats, showings) => `${pictures(total)} × ${number(repeats)} = 1 エポックに ${number(showings)} 回`,
  copyButton: (total, name) => `${number(total)} ファイルを ${name} にコピー`,
  moveButton: (total, name) => `${number(total)} ファイルを ${name} に移動`,
  done: (folder) => `できました。学習プログラムにはこのフォルダを指定します：${folder}`,
  openIt: "ここで開く",
  right: (total) => `学習プログラムはここで${pictures(total)}を見つけます。`,
  triggers: {
    empty: { message: () => "トリガーワードがありません。", remedy: "okara のような珍しい言葉を選んでください。" },
    forbidden: {
      message: (found) => `トリガーワードに、フォルダ名に使えない文字があります：${found}`,
      remedy: "英数字と - _ を使ってください。",
    },
    edge: {
      message: (found) => `トリガーワード「${found}」の先頭か末尾に、空白や点があります。`,
      remedy: "Windows で消えてしまうので、別の言葉にしてください。",
    },
    common: {
      message: (found) => `「${found}」はモデルがよく知っている言葉です。`,
      remedy: "元の意味と混ざってしまいます。珍しい言葉なら混ざりません。",
    },
    spaces: {
      message: (found) => `「${found}」に空白があります。`,
      remedy: "全体がトリガーになります。一語のほうが入力しやすいです。",
    },
  },
  findings: {
    direct: {
      message: ({ pictures: total }) =>
        `${pictures(total)}がフォルダに直接入っています。学習プログラムは 1 枚も見つけません。`,
      remedy: () => "中に 10_okara のようなフォルダを作って並べてください。",
    },
    isConcept: {
      message: () => "これは画像のフォルダそのものです。このまま指定しても何も見つかりません。",
      remedy: ({ give }) => `一つ上のフォルダを指定してください：${give}`,
    },
    empty: { message: ({ path }) => `${path} に画像がありません。`, remedy: () => "画像を入れるか、消してください。" },
    noNumber: {
      message: ({ path, pictures: total }) =>
        `${path} に${pictures(total)}ありますが、名前の先頭に数字がないので無視されます。`,
      remedy: () => "10_okara のような名前にしてください。",
    },
    deeper: {
      message: ({ path, pictures: total }) => `${path} の${pictures(total)}は一段深すぎて無視されます。`,
      remedy: () => "もう一度並べてください。サブフォルダはまとめられます。",
    },
    zero: {
      message: ({ path }) => `${path} は繰り返し数が 0 なので、一度も使われません。`,
      remedy: () => "1 以上にしてください。",
    },
    nothing: {
      message: () => "学習プログラムはここで画像を見つけられず、何も言いません。",
      remedy: () => "10_okara のようなフォルダが入っているフォルダを指定してください。",
    },
  },
};
