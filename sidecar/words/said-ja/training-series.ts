/** What times and series of runs say, by their English pattern. */
export const trainingSeriesSaidJa = {
  'A time to come is expected; this one is past: "{text}".':
    "「{text}」は過ぎた時刻です。これからの時刻にしてください。",
  'A time is expected; this is none: "{text}".': "「{text}」は時刻として読み取れません。",
  "Write 23:00 (this machine's clock), or a day with it: 2026-11-26T01:30.":
    "23:00（このパソコンの時計）、または日付付きで 2026-11-26T01:30 のように書いてください。",
  "Run {id} does not wait any more: it is {state}.": "学習 {id} はもう待機していません（{state}）。",
  "{argument} was named twice.": "{argument} が 2 回指定されています。",
  "Give all its values at once.": "値は一度にまとめて指定してください。",
  "A run has a number of steps or of epochs, not both.": "ステップ数とエポック数は、どちらか一方だけ指定できます。",
  "Vary one of them.": "どちらか一方だけを変えてください。",
  "At most {mostRuns} runs are expected; these values make {count}.":
    "学習は {mostRuns} 件までですが、この組み合わせでは {count} 件になります。",
  "Give fewer values, or make several series.": "値を減らすか、何回かに分けてください。",
  "{count} of {all} runs cannot start, so none was queued. {told}":
    "{all} 件中 {count} 件を始められないため、どれもキューに入れていません。{told}",
  "Correct their values, or queue only the others (--skip-bad).":
    "値を直すか、残りだけをキューに入れてください（--skip-bad）。",
  'A range of 1 to {most} values is expected; "{written}" has {count}.':
    "値は 1〜{most} 個までです（「{written}」は{count}）。",
  "no end": "終わりがありません",
  "Write 8-32 (+8), or 0.5-1 [6] for six values.": "8-32 (+8)、または 6 個なら 0.5-1 [6] のように書いてください。",
  '{name} expects {expected}; found "{found}".': "{name} に指定できるのは{expected}です（指定：「{found}」）。",
  "Correct the value.": "値を直してください。",
  "one of {choices}": "次のいずれか（{choices}）",
  "on or off": "オンかオフ",
  "at most {mostLetters} characters": "{mostLetters} 文字以内の値",
  "a number": "数値",
  "a whole number": "整数",
  "one value or more, such as 8, 16, 32": "一つ以上の値（例：8, 16, 32）",
  'This base model\'s trainer has no argument "{name}".':
    "このベースモデルの学習プログラムに、引数「{name}」はありません。",
  "Some that are like it: {near}.": "似た名前の引数：{near}",
  "Names have underscores: learning_rate.": "名前はアンダースコアで区切ります（例：learning_rate）。",
  "{argument} cannot be varied: each run has its own.": "{argument} は学習ごとに決まるため、変えられません。",
  "Vary something else.": "ほかの項目を変えてください。",
  "This plan has {count} folders of pictures: which of them train_data_dir should replace is not known.":
    "この学習計画には画像フォルダが {count} 個あり、train_data_dir でどれを置き換えるか分かりません。",
  "Vary folders of a plan with one folder, or make a plan for each.":
    "画像フォルダが一つの学習計画で変えるか、フォルダごとに学習計画を作ってください。",
  "{argument} would stay {used}: the plan's further words on the command line, or its base model, set it.":
    "{argument} は {used} のままになります。追加の引数かベースモデルによって決まっています。",
  "Take it out of the additional parameters.": "追加パラメータから取り除いてください。",
  "learning_rate would change nothing: the plan has unet_lr and text_encoder_lr, which go before it.":
    "unet_lr と text_encoder_lr が優先されるため、learning_rate を変えても効果がありません。",
  "Vary unet_lr or text_encoder_lr, or take them out of the plan.":
    "unet_lr か text_encoder_lr を変えるか、学習計画から外してください。",
} as const;
