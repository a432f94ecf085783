// A configuration's field tells what was expected and found in fixed English phrases, some around a value.
type Phrase = readonly [RegExp, string];

const phrases: readonly Phrase[] = [
  [/^a whole number from 1$/, "1 以上の整数"],
  [/^a whole number or two in a list$/, "整数、または整数 2 個のリスト"],
  [/^two numbers with a point in a list$/, "小数 2 個のリスト"],
  [/^a number from (\S+) to (\S+)$/, "$1〜$2 の数値"],
  [/^a number from (\S+)$/, "$1 以上の数値"],
  [/^a whole number$/, "整数"],
  [/^a number with a point$/, "小数"],
  [/^a number$/, "数値"],
  [/^a text$/, "文字列"],
  [/^true or false$/, "true か false"],
  [/^a text, a number, true or false, or a list of those$/, "文字列・数値・true/false、またはそのリスト"],
  [/^an argument of sd-scripts$/, "sd-scripts の引数"],
  [/^a name that it does not know$/, "知られていない名前"],
  [/^a value that an argument can be$/, "引数に指定できる値"],
  [/^a single value$/, "単独の値"],
  [/^a table$/, "テーブル"],
  [/^an object$/, "オブジェクト"],
  [/^a date$/, "日付"],
  [/^the folder of the pictures$/, "画像フォルダ"],
  [/^metadata_file in all subsets or in none$/, "metadata_file はすべてのサブセットにあるか、どれにもないか"],
  [/^\[general\] and \[\[datasets\]\] only$/, "[general] と [[datasets]] だけ"],
  [/^at least one \[\[datasets\]\]$/, "一つ以上の [[datasets]]"],
  [/^a LoRA type that Kohya's GUI knows$/, "Kohya's GUI にある LoRA の種類"],
  [/^one kind of base model$/, "1 種類のベースモデル"],
  [/^a dataset TOML that is here$/, "このパソコンにあるデータセットの TOML"],
  [/^a dataset TOML$/, "データセットの TOML"],
  [/^the whole number (.+)$/s, "整数 $1"],
  [/^the number (.+)$/s, "数値 $1"],
  [/^the boolean (.+)$/s, "$1"],
  [/^the text (.+)$/s, "文字列 $1"],
  [/^a list of (\d+)$/, "$1 個のリスト"],
  [/^nothing$/, "指定なし"],
  [/^none$/, "なし"],
  [/^both$/, "両方"],
];

/** A phrase in Japanese; a path, a name or a value stays as it is. */
export function fieldPhraseJa(english: string): string {
  const known = phrases.find(([pattern]) => pattern.test(english));
  return known ? english.replace(known[0], known[1]) : english;
}
