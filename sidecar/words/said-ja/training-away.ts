/** What is said of runs that another machine trains. */
export const trainingAwaySaidJa = {
  "training {name}": "{name} の学習",
  "No machines can join this studio: it has no queue for them to meet at.":
    "このスタジオには待ち合わせるキューがないため、他のマシンは参加できません。",
  "Start it with --engine redis://HOST:6379, or set machines.queue.":
    "--engine redis://ホスト:6379 を付けて起動するか、設定 machines.queue を指定してください。",
  "Another machine trains this run.": "この学習は別のマシンが実行しています。",
  "Nothing of it is taken from this one.": "このマシンからは何も受け取りません。",
  "{path} has a name that not every system knows, so it cannot go to another machine.":
    "{path} の名前は使えないシステムがあるため、他のマシンに送れません。",
  "Give it a name without these characters: {characters}": "次の文字を含まない名前にしてください：{characters}",
  "{file} of a run on another machine is too large.": "別のマシンの学習から届いた {file} が大きすぎます。",
  "No trainer writes that much; look at that machine.":
    "トレーナーがこれほど書き出すことはありません。そのマシンを確認してください。",
  "The studio sent a run that this version does not understand.":
    "スタジオから届いた学習を、このバージョンは理解できません。",
  "A run on another machine has that machine's trainer; none can be named here.":
    "別のマシンでの学習にはそのマシンのトレーナーが使われるため、ここでは指定できません。",
  "Start the worker there with --trainer DIR.": "そのマシンの worker を --trainer フォルダー 付きで起動してください。",
  "No sd-scripts was found on this machine.": "このマシンに sd-scripts が見つかりません。",
  "Name its folder, or that of kohya_ss: worker --trainer DIR":
    "そのフォルダーか kohya_ss のフォルダーを指定してください：worker --trainer フォルダー",
  "Leave it out, or allow it there: allow.customModules in that machine's local settings file.":
    "外すか、そのマシンのローカル設定ファイルで allow.customModules を許可してください。",
};
